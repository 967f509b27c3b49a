//! `std::time::Duration` against exact fractions, both ways.

use core::fmt::Debug;
use std::time::Duration;

use meterstick::unit::{
    ConvertsTo, Days, DurationError, Hours, Micros, Millis, Minutes, Nanos, Quantity, Seconds, Time, Unit,
};
use meterstick::{Measurement, MeasurementError};
use proptest::prelude::*;
use proptest::sample::select;

use crate::exact::Exact;
use crate::units::facts::{Checked, Fact, converted};
use crate::units::integers::Integer;
use crate::units::{bits, doubles};

trait OfTime: Fact + Unit<Dimension = Time> + ConvertsTo<Nanos> {}
impl<U: Fact + Unit<Dimension = Time> + ConvertsTo<Nanos>> OfTime for U {}

meterstick::unit! {
    Thirds = Seconds / 3;
    Odd = Seconds * 7 / 3;
    Fortnights = Days * 14;
    Ages = Days * 200_000_000_000_000;
    Attos = Seconds / 1_000_000_000_000_000_000
}

/// Units of a size in seconds.
macro_rules! of_seconds {
    ($($unit:ident, $num:literal / $den:literal;)*) => {$(
        impl Fact for $unit {
            fn reference(number: Exact) -> Exact {
                number * Self::size()
            }
            fn size() -> Exact {
                Seconds::size() * Exact::ratio($num, $den)
            }
            fn code() -> String {
                Self::CODE.to_owned()
            }
        }
    )*};
}

of_seconds! {
    Thirds, 1 / 3;
    Odd, 7 / 3;
    Fortnights, 1_209_600 / 1;
    Ages, 17_280_000_000_000_000_000 / 1;
    Attos, 1 / 1_000_000_000_000_000_000;
}

macro_rules! every_unit_of_time {
    ($function:ident $(as $number:ty)?, $($argument:expr),*) => {
        $function::<$($number,)? Nanos>($($argument),*)?;
        $function::<$($number,)? Micros>($($argument),*)?;
        $function::<$($number,)? Millis>($($argument),*)?;
        $function::<$($number,)? Seconds>($($argument),*)?;
        $function::<$($number,)? Minutes>($($argument),*)?;
        $function::<$($number,)? Hours>($($argument),*)?;
        $function::<$($number,)? Days>($($argument),*)?;
        $function::<$($number,)? Thirds>($($argument),*)?;
        $function::<$($number,)? Odd>($($argument),*)?;
        $function::<$($number,)? Fortnights>($($argument),*)?;
        $function::<$($number,)? Ages>($($argument),*)?;
        $function::<$($number,)? Attos>($($argument),*)?;
    };
}

fn exact<U: OfTime>(duration: Duration) -> Exact {
    converted::<Nanos, U>(Exact::from(i128::try_from(duration.as_nanos()).unwrap()))
}

/// Durations of any length: short ones, whole ones of every unit and near them, halves, and the longest.
fn durations() -> impl Strategy<Value = Duration> {
    const UNITS: &[u64] = &[1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000, 3_600_000_000_000, 86_400_000_000_000];
    let near = (select(UNITS), 0..100_000_u64, 0..3_u64, 1..3_u64)
        .prop_map(|(unit, times, near, part)| Duration::from_nanos((unit * times / part + near).saturating_sub(1)));
    let long = (any::<u64>(), 0..64_u32, 0..1_000_000_000_u32, select(&[1, 1_000, 1_000_000, 1_000_000_000][..]))
        .prop_map(|(seconds, by, nanos, step)| Duration::new(seconds >> by, nanos / step * step));
    prop_oneof![
        3 => near,
        3 => bits().prop_map(Duration::from_nanos),
        3 => long,
        1 => select(vec![Duration::ZERO, Duration::MAX, Duration::from_nanos(u64::MAX)]),
    ]
}

fn to_integers<N: Integer, U: OfTime>(duration: Duration) -> Checked
where
    Nanos: ConvertsTo<U>,
{
    let exact = exact::<U>(duration);
    let fits = |whole| N::try_from(whole).ok();
    let expected = match (exact.whole(), fits(exact.round())) {
        (Some(whole), _) => fits(whole).ok_or(DurationError::OutOfRange),
        (None, Some(_)) => Err(DurationError::WouldRound),
        (None, None) => Err(DurationError::OutOfRange),
    };
    let result = Quantity::<N, U>::try_from(duration).map(Quantity::value);
    prop_assert_eq!(result, expected, "{:?} in {}", duration, U::CODE);
    let rounded = Quantity::<N, U>::round_from(duration).map(Quantity::value);
    prop_assert_eq!(rounded, fits(exact.round()), "{:?} in {}", duration, U::CODE);
    if let Ok(whole) = result {
        prop_assert_eq!(Duration::try_from(Quantity::<N, U>::new(whole)), Ok(duration));
    }
    Ok(())
}

fn to_floats<U: OfTime>(duration: Duration) -> Checked
where
    Nanos: ConvertsTo<U>,
{
    let exact = exact::<U>(duration);
    let wide = Quantity::<f64, U>::try_from(duration).unwrap().value();
    let half = Exact::ratio(1, 2);
    let off = (Exact::float(wide) - exact.clone()).abs();
    prop_assert!(off <= Exact::ulp(wide) * half, "{duration:?} is {wide} {}", U::CODE);
    prop_assert_eq!(Quantity::<f64, U>::round_from(duration).map(Quantity::value), Some(wide));
    let measured = Measurement::<f64, U>::measure(duration);
    prop_assert_eq!(measured, Ok::<_, MeasurementError>(wide));
    let narrow = Quantity::<f32, U>::try_from(duration).unwrap().value();
    let off = (Exact::float(narrow.into()) - exact).abs();
    // It is rounded from a double, so it may be a hair more than half a step away.
    prop_assert!(off <= Exact::ulp32(narrow) * Exact::ratio(1001, 2000), "{duration:?} is {narrow} {}", U::CODE);
    if duration.as_nanos() < 1 << 52 {
        prop_assert_eq!(Duration::try_from(Quantity::<f64, U>::new(wide)), Ok(duration), "over {} {}", wide, U::CODE);
    }
    Ok(())
}

/// The duration of so many nanoseconds, rounded half up.
fn of_nanos(exact: &Exact) -> Result<Duration, DurationError> {
    let longest = i128::try_from(Duration::MAX.as_nanos()).unwrap();
    if *exact < Exact::ratio(-1, 2) {
        return Err(DurationError::Negative);
    }
    if *exact >= Exact::from(longest) + Exact::ratio(1, 2) {
        return Err(DurationError::OutOfRange);
    }
    let nanos = (exact.clone() + Exact::ratio(1, 2)).floor();
    let second = 1_000_000_000;
    Ok(Duration::new((nanos / second).try_into().unwrap(), (nanos % second).try_into().unwrap()))
}

fn from_integers<N: Integer + Debug, U: OfTime>(number: N) -> Checked {
    let expected = of_nanos(&converted::<U, Nanos>(Exact::from(number.into())));
    prop_assert_eq!(Duration::try_from(Quantity::<N, U>::new(number)), expected, "{} {}", number, U::CODE);
    Ok(())
}

fn from_floats<U: OfTime>(number: f64) -> Checked {
    let expected = of_nanos(&converted::<U, Nanos>(Exact::float(number)));
    prop_assert_eq!(Duration::try_from(Quantity::<f64, U>::new(number)), expected, "{:?} {}", number, U::CODE);
    let narrow = (number as f32).clamp(f32::MIN, f32::MAX);
    let expected = of_nanos(&converted::<U, Nanos>(Exact::float(narrow.into())));
    prop_assert_eq!(Duration::try_from(Quantity::<f32, U>::new(narrow)), expected, "{:?} {}", narrow, U::CODE);
    Ok(())
}

fn from_no_number<U: OfTime>() -> Checked {
    let of = |number| Duration::try_from(Quantity::<f64, U>::new(number));
    prop_assert_eq!(of(f64::NAN), Err(DurationError::NotANumber));
    prop_assert_eq!(of(f64::INFINITY), Err(DurationError::OutOfRange));
    prop_assert_eq!(of(f64::NEG_INFINITY), Err(DurationError::Negative));
    prop_assert_eq!(of(-0.0), Ok(Duration::ZERO));
    Ok(())
}

#[test]
fn what_is_not_finite_is_no_duration() {
    let check = || {
        every_unit_of_time!(from_no_number,);
        Checked::Ok(())
    };
    check().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_duration_is_a_whole_number_or_an_error(duration in durations()) {
        every_unit_of_time!(to_integers as u64, duration);
        every_unit_of_time!(to_integers as i64, duration);
        every_unit_of_time!(to_integers as u32, duration);
        every_unit_of_time!(to_integers as i16, duration);
    }

    #[test]
    fn a_duration_is_the_nearest_float(duration in durations()) {
        every_unit_of_time!(to_floats, duration);
    }

    #[test]
    fn a_whole_number_is_a_duration_or_an_error(bits in bits()) {
        every_unit_of_time!(from_integers as u64, bits);
        every_unit_of_time!(from_integers as i64, bits as i64);
        every_unit_of_time!(from_integers as i8, bits as i8);
    }

    #[test]
    fn a_float_is_the_nearest_duration_or_an_error(number in doubles()) {
        every_unit_of_time!(from_floats, number);
        every_unit_of_time!(from_floats, number / 1e9);
    }
}
