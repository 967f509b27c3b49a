use core::cmp::Ordering;

use meterstick::Number;
use meterstick::unit::{ConvertsTo, Quantity};
use proptest::prelude::*;

use super::facts::{Checked, Fact, PairLaw, every_pair};
use super::{bits, doubles};
use crate::exact::Exact;

/// Two numbers, and the first one converted, which is as near as numbers of two units come.
struct Compared<N, T>(N, N, T);

fn compare<A, B, N>(one: N, other: N, exact: impl Fn(N) -> Exact) -> Checked
where
    A: Fact + ConvertsTo<B>,
    B: Fact + ConvertsTo<A>,
    N: Number,
{
    let (ours, theirs) = (Quantity::<N, A>::new(one), Quantity::<N, B>::new(other));
    let expected = A::reference(exact(one)).cmp(&B::reference(exact(other)));
    prop_assert_eq!(ours.partial_cmp(&theirs), Some(expected), "{:?} and {:?}", ours, theirs);
    prop_assert_eq!(theirs.partial_cmp(&ours), Some(expected.reverse()), "{:?} and {:?}", theirs, ours);
    prop_assert_eq!(ours == theirs, expected == Ordering::Equal);
    Ok(())
}

impl<N: Number, T: Fn(N) -> Exact> PairLaw for Compared<N, T> {
    fn check<A: Fact + ConvertsTo<B>, B: Fact + ConvertsTo<A>>(&self) -> Checked {
        let Self(one, other, exact) = self;
        compare::<A, B, N>(*one, *other, exact)?;
        let converted = Quantity::<N, A>::new(*one);
        for near in [converted.try_to::<B>(), converted.round_to::<B>()].into_iter().flatten() {
            if near.value().to_f64().is_some_and(f64::is_finite) {
                compare::<A, B, N>(*one, near.value(), exact)?;
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn integers_of_two_units_compare_as_what_they_measure(one in bits(), other in bits()) {
        every_pair(&Compared(one, other, |number: u64| Exact::ratio(number.into(), 1)))?;
        let (one, other) = (one as i64, other as i64);
        every_pair(&Compared(one, other, |number: i64| Exact::ratio(number.into(), 1)))?;
    }

    #[test]
    fn floats_of_two_units_compare_as_what_they_measure(one in doubles(), other in doubles()) {
        every_pair(&Compared(one, other, Exact::float))?;
        let [one, other] = [one, other].map(|number| (number as f32).clamp(f32::MIN, f32::MAX));
        every_pair(&Compared(one, other, |number: f32| Exact::float(number.into())))?;
    }

    #[test]
    fn nothing_is_less_or_more_than_no_number(number in doubles()) {
        struct Incomparable(f64);
        impl PairLaw for Incomparable {
            fn check<A: Fact + ConvertsTo<B>, B: Fact + ConvertsTo<A>>(&self) -> Checked {
                let (number, none) = (Quantity::<f64, A>::new(self.0), Quantity::<f64, B>::new(f64::NAN));
                let (least, most) = (Quantity::<f64, B>::new(f64::NEG_INFINITY), Quantity::<f64, B>::new(f64::INFINITY));
                prop_assert_eq!(number.partial_cmp(&none), None);
                prop_assert_eq!(none.partial_cmp(&number), None);
                prop_assert!(least < number && number < most, "{number:?}");
                Ok(())
            }
        }
        every_pair(&Incomparable(number))?;
    }
}
