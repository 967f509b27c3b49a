//! `std::time::Duration`, both ways.

use core::fmt;
use core::time::Duration;

use num_traits::Float;

use super::Unit;
use super::convert::ConvertsTo;
use super::quantity::Quantity;
use super::time::{Days, Hours, Micros, Millis, Minutes, Nanos, Seconds, Time};
use crate::number::{Affine, Number};

/// Why a quantity is no [`Duration`], or a duration no such quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DurationError {
    /// A duration is not negative.
    Negative,
    /// NaN is no duration.
    NotANumber,
    /// It does not fit: a duration ends at 2^64 seconds, an integer at its own maximum.
    OutOfRange,
    /// An integer of that unit would round it: use [`Quantity::round_from`].
    WouldRound,
}

impl fmt::Display for DurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Negative => "a duration is not negative",
            Self::NotANumber => "NaN is not a duration",
            Self::OutOfRange => "the duration does not fit: use a float or a larger unit",
            Self::WouldRound => {
                "the duration is not a whole number of that unit: use a float, or `Quantity::round_from`"
            }
        })
    }
}

impl core::error::Error for DurationError {}

/// The duration in the unit `U`, if that is a number of this type.
#[inline]
pub(super) fn convert<N: Number, U: Unit>(duration: Duration) -> Option<N>
where
    Nanos: ConvertsTo<U>,
{
    /// Below 104 days, the nanoseconds are a number that a float has.
    const NEAR: u64 = 9_000_000;
    let Affine { mul, div, .. } = <Nanos as ConvertsTo<U>>::BY;
    if mul == 1 && duration.as_secs() < NEAR {
        let nanos = duration.as_secs() * 1_000_000_000 + u64::from(duration.subsec_nanos());
        return N::from_nanos(nanos, div);
    }
    convert_far::<N, U>(duration)
}

#[cold]
#[inline(never)]
fn convert_far<N: Number, U: Unit>(duration: Duration) -> Option<N>
where
    Nanos: ConvertsTo<U>,
{
    let Affine { mul, div, .. } = <Nanos as ConvertsTo<U>>::BY;
    N::from_ratio(i128::try_from(duration.as_nanos()).ok()?.checked_mul(mul)?, div)
}

impl<N: Number, U: Unit<Dimension = Time>> Quantity<N, U>
where
    Nanos: ConvertsTo<U>,
{
    /// The duration, rounded to the nearest whole number of units if `N` is an integer; a half goes up. `None` if it
    /// does not fit.
    ///
    /// ```
    /// use meterstick::unit::{Millis, Quantity};
    /// use std::time::Duration;
    ///
    /// let took: Option<Quantity<u64, Millis>> = Quantity::round_from(Duration::from_micros(1500));
    /// assert_eq!(took, Some(Millis(2)));
    /// ```
    pub fn round_from(duration: Duration) -> Option<Self> {
        whole::<N, U>(duration, |div| div / 2).map(Self::new)
    }

    /// The duration, truncated to a whole number of units if `N` is an integer. `None` if it does not fit.
    pub fn floor_from(duration: Duration) -> Option<Self> {
        whole::<N, U>(duration, |_| 0).map(Self::new)
    }

    /// The duration, rounded up to a whole number of units if `N` is an integer. `None` if it does not fit.
    pub fn ceil_from(duration: Duration) -> Option<Self> {
        whole::<N, U>(duration, |div| div - 1).map(Self::new)
    }
}

/// The duration as a number, and if it is none, what is added before the division truncates it.
fn whole<N: Number, U: Unit>(duration: Duration, add: impl FnOnce(i128) -> i128) -> Option<N>
where
    Nanos: ConvertsTo<U>,
{
    if let Some(exact) = convert::<N, U>(duration) {
        return Some(exact);
    }
    let Affine { mul, div, .. } = <Nanos as ConvertsTo<U>>::BY;
    let scaled = i128::try_from(duration.as_nanos()).ok()?.checked_mul(mul)?;
    N::from_ratio(scaled.checked_add(add(div))? / div, 1)
}

macro_rules! rounded {
    ($($unit:ident)*) => {$(
        /// A `Duration` as a whole number of these, for an instrument of integers.
        ///
        /// What is more than a `u64` holds is `u64::MAX`, which every instrument refuses.
        impl $unit {
            /// Truncated: the parts of a unit are dropped.
            pub fn floor(duration: Duration) -> Quantity<u64, Self> {
                Quantity::floor_from(duration).unwrap_or(Quantity::new(u64::MAX))
            }

            /// To the nearest; a half goes up.
            pub fn round(duration: Duration) -> Quantity<u64, Self> {
                Quantity::round_from(duration).unwrap_or(Quantity::new(u64::MAX))
            }

            /// Rounded up.
            pub fn ceil(duration: Duration) -> Quantity<u64, Self> {
                Quantity::ceil_from(duration).unwrap_or(Quantity::new(u64::MAX))
            }
        }
    )*};
}

rounded!(Nanos Micros Millis Seconds Minutes Hours Days);

/// Exact, or to the nearest float; an integer that would round is an error.
impl<N: Number, U: Unit<Dimension = Time>> TryFrom<Duration> for Quantity<N, U>
where
    Nanos: ConvertsTo<U>,
{
    type Error = DurationError;

    fn try_from(duration: Duration) -> Result<Self, DurationError> {
        match (convert::<N, U>(duration), Self::round_from(duration)) {
            (Some(exact), _) => Ok(Self::new(exact)),
            (None, Some(_)) => Err(DurationError::WouldRound),
            (None, None) => Err(DurationError::OutOfRange),
        }
    }
}

/// Why what is too large or too small is no duration.
const fn out_of_range(negative: bool) -> DurationError {
    if negative { DurationError::Negative } else { DurationError::OutOfRange }
}

/// To the nearest nanosecond; a half goes up.
impl<N: Number, U: Unit<Dimension = Time> + ConvertsTo<Nanos>> TryFrom<Quantity<N, U>> for Duration {
    type Error = DurationError;

    fn try_from(quantity: Quantity<N, U>) -> Result<Self, DurationError> {
        let Affine { mul, div, .. } = U::BY;
        let nanos = match quantity.value().to_integer() {
            Some(integer) => {
                let scaled = integer.checked_mul(mul).and_then(|scaled| scaled.checked_add(div / 2));
                scaled.ok_or(out_of_range(integer < 0))?.div_euclid(div)
            }
            None => {
                let value = quantity.value().to_f64().ok_or(DurationError::OutOfRange)?;
                if value.is_nan() {
                    return Err(DurationError::NotANumber);
                }
                // What has a fraction is below 2^53.
                if value.abs() > 1e36 {
                    return Err(out_of_range(value < 0.0));
                }
                // Whole and fraction apart and both in integers, so that only the result is rounded.
                let whole = value.trunc();
                let scaled = (whole as i128).checked_mul(mul).ok_or(out_of_range(value < 0.0))?;
                let (digits, power, sign) = Float::integer_decode(value - whole);
                // The digits are 53 bits: so far down, what they are is less than half a nanosecond.
                let fraction = if power < -101 { 0 } else { i128::from(digits) * i128::from(sign) * mul };
                let part = div << -power.clamp(-101, -1);
                scaled.div_euclid(div) + (fraction + part / 2).div_euclid(part)
            }
        };
        if nanos < 0 {
            return Err(DurationError::Negative);
        }
        let seconds = u64::try_from(nanos / 1_000_000_000).map_err(|_| DurationError::OutOfRange)?;
        Ok(Self::new(seconds, (nanos % 1_000_000_000) as u32))
    }
}
