//! Conversions between `std::time::Duration` and quantities of time.
// Uses `convert`, `number`, `quantity`, `time`, `unit`. Used by `measurement`.

use core::fmt;
use core::time::Duration;

use num_traits::Float;

use super::Unit;
use super::convert::ConvertsTo;
use super::quantity::Quantity;
use super::time::{Days, Hours, Micros, Millis, Minutes, Nanos, Seconds, Time};
use crate::number::{Affine, EXACT, Number};

/// Why a quantity does not convert to a [`Duration`], or a duration to a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DurationError {
    /// The quantity is negative; a duration is not.
    Negative,
    /// The quantity is NaN, which a duration cannot be.
    NotANumber,
    /// The result does not fit: a duration ends at 2^64 seconds, an integer at its own maximum.
    OutOfRange,
    /// An integer of that unit would round the duration: use [`Quantity::round_from`].
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

/// The duration in the unit `U`, if that fits this type of number.
#[inline]
pub(super) fn convert<N: Number, U: Unit>(duration: Duration) -> Option<N>
where
    Nanos: ConvertsTo<U>,
{
    /// Number of seconds, 104 days, below which a float represents the nanoseconds exactly.
    const NEAR: u64 = 9_000_000;
    let Affine { mul, div, .. } = <Nanos as ConvertsTo<U>>::BY;
    if mul == 1 && div <= EXACT.into() && duration.as_secs() < NEAR {
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
    /// Converts a duration and rounds it to the nearest whole number of units if `N` is an integer; a half rounds up. `None` if
    /// it does not fit.
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

    /// Converts a duration and truncates it to a whole number of units if `N` is an integer. `None` if it does not fit.
    pub fn floor_from(duration: Duration) -> Option<Self> {
        whole::<N, U>(duration, |_| 0).map(Self::new)
    }

    /// Converts a duration and rounds it up to a whole number of units if `N` is an integer. `None` if it does not fit.
    pub fn ceil_from(duration: Duration) -> Option<Self> {
        whole::<N, U>(duration, |div| div - 1).map(Self::new)
    }
}

/// The duration as a number. If it is not whole, `add` is added before the division truncates.
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

// Inlined, so that a program that calls none of them does not compile them.
macro_rules! rounded {
    ($($unit:ident)*) => {$(
        /// Converts a `Duration` to a whole number of this unit, for an instrument of integers.
        ///
        /// More than a `u64` can represent becomes `u64::MAX`, which every instrument refuses.
        impl $unit {
            /// Converts a duration and truncates it to a whole number of units.
            #[inline]
            pub fn floor(duration: Duration) -> Quantity<u64, Self> {
                Quantity::floor_from(duration).unwrap_or(Quantity::new(u64::MAX))
            }

            /// Converts a duration and rounds it to the nearest whole number of units; a half rounds up.
            #[inline]
            pub fn round(duration: Duration) -> Quantity<u64, Self> {
                Quantity::round_from(duration).unwrap_or(Quantity::new(u64::MAX))
            }

            /// Converts a duration and rounds it up to a whole number of units.
            #[inline]
            pub fn ceil(duration: Duration) -> Quantity<u64, Self> {
                Quantity::ceil_from(duration).unwrap_or(Quantity::new(u64::MAX))
            }
        }
    )*};
}

rounded!(Nanos Micros Millis Seconds Minutes Hours Days);

/// Exact, or rounded to the nearest float. An integer that would round is an error.
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

/// The error of a quantity that is too large or too small.
const fn out_of_range(negative: bool) -> DurationError {
    if negative { DurationError::Negative } else { DurationError::OutOfRange }
}

/// `fraction * mul * 2`, rounded down. The fraction is less than 1 in magnitude.
fn twice_scaled(fraction: f64, mul: i128) -> i128 {
    let (digits, power, sign) = Float::integer_decode(fraction);
    let digits = i128::from(digits) * i128::from(sign);
    // In two parts, because the 53 bits of digits and the up to 94 bits of `mul` are more than an `i128` has.
    let product = digits * (mul >> 32) + ((digits * (mul & 0xFFFF_FFFF)) >> 32);
    // A fraction with all of its digits has a power of at most -53. A shift by 127 leaves 0 or -1.
    product >> (-33 - i32::from(power)).clamp(0, 127)
}

/// Rounds to the nearest nanosecond; a half rounds up.
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
                // A number with a fraction is below 2^53.
                if value.abs() > 1e36 {
                    return Err(out_of_range(value < 0.0));
                }
                // Whole part and fraction separately and in integers, so that only the result is rounded. The remainder of the
                // whole part is added to the fraction.
                let whole = value.trunc();
                let scaled = (whole as i128).checked_mul(mul).ok_or(out_of_range(value < 0.0))?;
                let twice = 2 * scaled.rem_euclid(div) + twice_scaled(value - whole, mul);
                scaled.div_euclid(div) + (twice + div).div_euclid(2 * div)
            }
        };
        if nanos < 0 {
            return Err(DurationError::Negative);
        }
        let seconds = u64::try_from(nanos / 1_000_000_000).map_err(|_| DurationError::OutOfRange)?;
        Ok(Self::new(seconds, (nanos % 1_000_000_000) as u32))
    }
}
