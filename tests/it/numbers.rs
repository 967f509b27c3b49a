//! Every number of Rust through every kind that takes it, to the wire.

use meterstick::MeasurementError::{self, Negative, NotFinite, OutOfRange};
use meterstick::prelude::*;
use meterstick::unit::One;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::Mutex;

use crate::units::{bits, doubles};
use crate::wire::{Collection, Value, Wire};

type Checked = Result<(), TestCaseError>;
type Outcome = Result<(), MeasurementError>;

/// What is on the wire: the number, or nothing if it was refused.
fn expect(collection: &Collection, name: &str, expected: Result<Value, MeasurementError>, outcome: Outcome) -> Checked {
    prop_assert_eq!(outcome, expected.map(|_| ()), "{}", name);
    prop_assert_eq!(collection.number(name), expected.ok(), "{}", name);
    Ok(())
}

/// The same of a histogram, which says what it recorded in doubles.
fn expect_recorded(collection: &Collection, expected: Result<f64, MeasurementError>, outcome: Outcome) -> Checked {
    prop_assert_eq!(outcome, expected.map(|_| ()), "histogram");
    let found = collection.distribution("histogram");
    let found = found.map(|found| (found.count, found.sum, found.min, found.max));
    prop_assert_eq!(found, expected.ok().map(|value| (1, value, value, value)));
    Ok(())
}

/// As a signed 64-bit integer, by way of its digits.
fn integer(number: impl ToString) -> Result<Value, MeasurementError> {
    number.to_string().parse().map(Value::Int).map_err(|_| OutOfRange)
}

fn float(number: f64, takes_negative: bool) -> Result<Value, MeasurementError> {
    if number.is_nan() || number.is_infinite() {
        Err(NotFinite)
    } else if number < 0.0 && !takes_negative {
        Err(Negative)
    } else {
        Ok(Value::Double(number))
    }
}

macro_rules! through {
    ($($function:ident, $add:ident, $observable:ident;)*) => {$(
        /// One measurement through a kind and through its observable one.
        macro_rules! $function {
            ($d:ty, $number:expr, $expected:expr) => {{
                let (wire, number) = (Wire::new(), $number);
                let outcome = Meter::$function::<$d>().unit::<One>().name("direct").build(&wire.meter()).$add(number);
                let observed = std::sync::Arc::new(Mutex::new(None));
                let told = std::sync::Arc::clone(&observed);
                let _kept = Meter::$observable::<$d>().unit::<One>().name("observed").observe(&wire.meter(), move |o| {
                    *told.lock().unwrap() = Some(o.try_observe(number));
                });
                let collection = wire.collect();
                expect(&collection, "direct", $expected, outcome)?;
                let outcome = observed.lock().unwrap().take().expect("the callback was called");
                expect(&collection, "observed", $expected, outcome)?;
            }};
        }
    )*};
}

through! {
    counter, try_add, observable_counter;
    up_down_counter, try_add, observable_up_down_counter;
    gauge, try_record, observable_gauge;
}

macro_rules! histogram {
    ($n:ty, $number:expr, $expected:expr) => {{
        let wire = Wire::new();
        let outcome = Meter::histogram::<$n>().unit::<One>().name("histogram").build(&wire.meter()).try_record($number);
        expect_recorded(&wire.collect(), $expected, outcome)?;
    }};
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn an_unsigned_integer_leaves_as_itself_or_is_refused(bits in bits()) {
        macro_rules! each {
            ($($n:ident)*) => {$(
                let number = bits as $n;
                counter!($n, number, integer(number));
                gauge!($n, number, integer(number));
                histogram!($n, number, integer(number).map(|_| number as f64));
            )*};
        }
        each!(u8 u16 u32 u64 usize);
    }

    #[test]
    fn a_signed_integer_leaves_as_itself(bits in bits()) {
        macro_rules! each {
            ($($n:ident)*) => {$(
                let number = bits as $n;
                up_down_counter!($n, number, integer(number));
                gauge!($n, number, integer(number));
            )*};
        }
        each!(i8 i16 i32 i64 isize);
    }

    #[test]
    fn a_float_leaves_as_itself_or_is_refused(
        number in prop_oneof![8 => doubles(), 1 => select(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0][..])],
    ) {
        macro_rules! each {
            ($($n:ident)*) => {$(
                let number = number as $n;
                let wide = f64::from(number);
                counter!($n, number, float(wide, false));
                up_down_counter!($n, number, float(wide, true));
                gauge!($n, number, float(wide, true));
                histogram!($n, number, float(wide, false).map(|_| wide));
            )*};
        }
        each!(f32 f64);
    }

    #[test]
    fn a_total_never_leaves_as_zero_or_less(increments in prop::collection::vec(bits().prop_filter("more", |b| *b > 0), 1..6)) {
        let wire = Wire::new();
        let counter = Meter::counter::<u64>().unit::<One>().name("total").build(&wire.meter());
        let mut total = 0_u128;
        for increment in increments {
            let next = total + u128::from(increment);
            let fits = next <= i64::MAX as u128;
            prop_assert_eq!(counter.try_add(increment).is_ok(), fits);
            if fits {
                total = next;
            }
            let expected = (total > 0).then_some(Value::Int(total as i64));
            prop_assert_eq!(wire.collect().number("total"), expected);
        }
    }

    #[test]
    fn what_is_tracked_is_taken_back_or_was_refused(bits in bits()) {
        macro_rules! each {
            ($($n:ident)*) => {$(
                let wire = Wire::new();
                let up_down = Meter::up_down_counter::<$n>().unit::<One>().name("tracked").build(&wire.meter());
                let amount = bits as $n;
                let guard = up_down.track_amount(amount);
                // The least integer cannot be taken back.
                let tracked = amount.checked_neg().is_some();
                prop_assert_eq!(up_down.refused(), u64::from(!tracked));
                prop_assert_eq!(wire.collect().number("tracked"), tracked.then_some(Value::Int(amount as i64)));
                drop(guard);
                prop_assert_eq!(wire.collect().number("tracked"), tracked.then_some(Value::Int(0)));
                prop_assert_eq!(up_down.refused(), u64::from(!tracked));
            )*};
        }
        each!(i8 i16 i32 i64 isize);
    }
}
