use core::fmt::Write as _;
use std::cell::RefCell;

use meterstick::unit::{Code, ConvertsTo, Quantity, Unit};
use proptest::prelude::*;

use super::facts::{Checked, Fact, PairLaw, Whole, converted, every_pair};
use crate::exact::Exact;

#[test]
fn a_unit_is_exported_by_its_code() {
    struct Codes(RefCell<String>);
    impl PairLaw for Codes {
        fn check<A: Fact, B: Fact>(&self) -> Checked {
            prop_assert_eq!(A::CODE, A::code());
            prop_assert!(Code::try_new(A::CODE).is_ok(), "{}", A::CODE);
            write!(self.0.borrow_mut(), "{} ", A::CODE).unwrap();
            Ok(())
        }
    }
    let codes = Codes(RefCell::default());
    every_pair(&codes).unwrap();
    assert!(codes.0.borrow().contains("kW.h/(KiBy/min) "));
}

#[test]
fn whole_conversions_are_known_at_compile_time() {
    struct Known;
    impl PairLaw for Known {
        fn check<A: Fact + ConvertsTo<B, Ratio: Whole>, B: Fact>(&self) -> Checked {
            let at = |number| converted::<A, B>(Exact::from(number)).whole();
            // A line that has whole numbers at 0 and at 1 has them at every whole number.
            let divides = at(0).is_some() && at(1).is_some();
            let known = <A as ConvertsTo<B>>::Ratio::WHOLE;
            // Of a rate, the units above and below the line are looked at apart: that may refuse more.
            prop_assert!(known == divides || (A::RATE && divides), "{} to {}: {known}", A::CODE, B::CODE);
            Ok(())
        }
    }
    every_pair(&Known).unwrap();
}

fn displayed<U: Unit>(number: f64, width: usize) -> (String, String) {
    (format!("{:.2}", Quantity::<f64, U>::new(number)), format!("{:width$?}", Quantity::<i64, U>::new(number as i64)))
}

proptest! {
    #[test]
    fn a_quantity_shows_its_number_and_its_code(number in -1e9..1e9, whole in any::<i64>()) {
        struct Shown(f64, i64);
        impl PairLaw for Shown {
            fn check<A: Fact, B: Fact>(&self) -> Checked {
                let suffix = if A::code() == "1" { String::new() } else { format!(" {}", A::code()) };
                prop_assert_eq!(Quantity::<i64, A>::new(self.1).to_string(), format!("{}{suffix}", self.1));
                prop_assert_eq!(displayed::<A>(self.0, 0).0, format!("{:.2}{suffix}", self.0));
                prop_assert!(displayed::<A>(self.0, 0).1.ends_with(&A::code()));
                Ok(())
            }
        }
        every_pair(&Shown(number, whole))?;
    }
}
