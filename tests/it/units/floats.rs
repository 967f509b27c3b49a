use meterstick::unit::{ConvertsTo, Quantity};
use proptest::prelude::*;

use super::doubles;
use super::facts::{Checked, Fact, PairLaw, Whole, converted, every_pair};
use crate::exact::{Exact, next_up};

/// How far a conversion to `result` may be off, beside `exact`: half a step where it rounds once, which is unless it takes
/// two factors or ends in few digits.
fn tolerance<A: Fact, B: Fact>(number: f64, exact: &Exact, ulp: impl Fn(f64) -> Exact) -> Exact {
    let of = |exact: Exact| ulp(nearest(&exact));
    if A::SHIFTED || B::SHIFTED {
        // Where a zero moves, what is left of two large numbers has their steps.
        let scaled = (Exact::float(number) * A::size() * B::size().inverse()).abs();
        let zero = converted::<A, B>(Exact::from(0)).abs();
        return of(exact.clone().abs().max(scaled).max(zero)) * Exact::from(2);
    }
    let step = of(exact.clone());
    let twice = A::RATE || exact.clone().abs() < Exact::float(f64::MIN_POSITIVE);
    step * Exact::ratio(if twice { 3 } else { 1 }, 2)
}

/// A double near the number, to know how far apart doubles are there.
fn nearest(exact: &Exact) -> f64 {
    exact.approximate()
}

struct Conversions(f64);

impl PairLaw for Conversions {
    fn check<A: Fact + ConvertsTo<B>, B: Fact + ConvertsTo<A>>(&self) -> Checked {
        let quantity = Quantity::<f64, A>::new(self.0);
        let exact = converted::<A, B>(Exact::float(self.0));
        let result = quantity.to::<B>().value();
        let case = || format!("{quantity:?} to {}: {result:?}", B::CODE);
        if exact.clone().abs() > Exact::float(f64::MAX) {
            prop_assert!(!result.is_finite() || result.abs() == f64::MAX, "{}", case());
            return Ok(());
        }
        prop_assert!(result.is_finite(), "{}", case());
        let off = (Exact::float(result) - exact.clone()).abs();
        prop_assert!(off <= tolerance::<A, B>(self.0, &exact, Exact::ulp), "{}", case());
        let there_is = Exact::float(nearest(&exact)) == exact;
        if there_is && !A::SHIFTED && !B::SHIFTED && !A::RATE {
            prop_assert!(off.is_zero(), "{} is not exact", case());
        }
        Ok(())
    }
}

/// The same of 32 bits, whose results are rounded from doubles.
struct Narrow(f32);

impl PairLaw for Narrow {
    fn check<A: Fact + ConvertsTo<B>, B: Fact + ConvertsTo<A>>(&self) -> Checked {
        let quantity = Quantity::<f32, A>::new(self.0);
        let exact = converted::<A, B>(Exact::float(self.0.into()));
        let result = quantity.to::<B>().value();
        if exact.clone().abs() > Exact::float(f32::MAX.into()) {
            prop_assert!(!result.is_finite() || result.abs() == f32::MAX, "{quantity:?} to {}: {result:?}", B::CODE);
            return Ok(());
        }
        let off = (Exact::float(result.into()) - exact).abs();
        let step = Exact::ulp32(result) * Exact::ratio(1001, 2000);
        // Near a zero that moved, the doubles' steps are what is left.
        let left = if A::SHIFTED || B::SHIFTED { Exact::float(1e-12) } else { Exact::from(0) };
        prop_assert!(off <= step + left, "{quantity:?} to {}: {result:?}", B::CODE);
        Ok(())
    }
}

struct Rounded(f64);

impl PairLaw for Rounded {
    fn check<A: Fact + ConvertsTo<B>, B: Fact + ConvertsTo<A>>(&self) -> Checked {
        let quantity = Quantity::<f64, A>::new(self.0);
        let divided = !A::SHIFTED && !B::SHIFTED && converted::<B, A>(Exact::from(1)).whole().is_some();
        let exact = if self.0.fract() == 0.0 || (divided && self.0.abs() > 1e-290) {
            converted::<A, B>(Exact::float(self.0))
        } else {
            // A fraction is multiplied first, which may round, and rounded to a whole number then. The least ones vanish.
            Exact::float(quantity.to::<B>().value())
        };
        if exact.clone().abs() > Exact::from(1 << 100) {
            return Ok(());
        }
        let rounded = [quantity.floor_to::<B>(), quantity.round_to::<B>(), quantity.ceil_to::<B>()];
        let expected = [exact.floor(), exact.round(), exact.ceil()].map(|whole| Some(whole as f64));
        prop_assert_eq!(rounded.map(|rounded| rounded.map(Quantity::value)), expected, "{:?} to {}", quantity, B::CODE);
        Ok(())
    }
}

struct Order(f64, f64);

impl PairLaw for Order {
    fn check<A: Fact + ConvertsTo<B>, B: Fact + ConvertsTo<A>>(&self) -> Checked {
        let to = |number| Quantity::<f64, A>::new(number).to::<B>().value();
        let (low, high) = (self.0.min(self.1), self.0.max(self.1));
        prop_assert!(to(low) <= to(high), "{low:?} and {high:?}, {} to {}", A::CODE, B::CODE);
        Ok(())
    }
}

struct RoundTrip(f64);

impl PairLaw for RoundTrip {
    fn check<A: Fact + ConvertsTo<B, Ratio: Whole>, B: Fact + ConvertsTo<A>>(&self) -> Checked {
        let there = Quantity::<f64, A>::new(self.0).to::<B>();
        let back = there.to::<A>().value();
        let off = (back - self.0).abs();
        // Where a zero moves, as much is lost as doubles are apart at the zero.
        let lost = if A::SHIFTED || B::SHIFTED { 1e-12 } else { 0.0 };
        prop_assert!(off <= self.0.abs() * 4.0 * f64::EPSILON + lost, "{} {} over {there:?}: {back}", self.0, A::CODE);
        Ok(())
    }
}

struct NoPanic(f64);

impl PairLaw for NoPanic {
    fn check<A: Fact + ConvertsTo<B>, B: Fact + ConvertsTo<A>>(&self) -> Checked {
        let quantity = Quantity::<f64, A>::new(self.0);
        let narrow = Quantity::<f32, A>::new(self.0 as f32);
        let same = |value: Option<f64>| value.is_some_and(|value| value.to_bits() == self.0.to_bits());
        for result in
            [quantity.try_to::<B>(), quantity.floor_to::<B>(), quantity.round_to::<B>(), quantity.ceil_to::<B>()]
        {
            let value = result.map(Quantity::value);
            prop_assert!(same(value) || (self.0.is_nan() && value.is_some_and(f64::is_nan)), "{quantity:?}: {value:?}");
        }
        prop_assert!(narrow.floor_to::<B>().is_some_and(|result| !result.value().is_finite()));
        Ok(())
    }
}

#[test]
fn what_is_not_finite_stays_what_it_is() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        every_pair(&NoPanic(value)).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_float_converts_to_the_nearest(number in doubles()) {
        every_pair(&Conversions(number))?;
    }

    #[test]
    fn a_narrow_float_converts_to_the_nearest(number in doubles()) {
        every_pair(&Narrow((number as f32).clamp(-1e25, 1e25)))?;
    }

    #[test]
    fn a_float_rounds_by_name(number in doubles()) {
        every_pair(&Rounded(number))?;
    }

    #[test]
    fn floats_keep_their_order(one in doubles(), other in doubles(), near in 0..3_u8) {
        every_pair(&Order(one, other))?;
        every_pair(&Order(one, (0..near).fold(one, |number, _| next_up(number))))?;
    }

    #[test]
    fn a_float_comes_back(number in doubles()) {
        prop_assume!(number.abs() < 1e280 && (number == 0.0 || number.abs() > 1e-280));
        every_pair(&RoundTrip(number))?;
    }
}
