//! Rust's numbers, and the OTLP number that each of them becomes.
//!
//! OTLP has two: a signed 64-bit integer (`as_int`) and a double (`as_double`); see *Metrics Data Model, `NumberDataPoint`*.
//! Integers of any width become the first, floats the second.
// Used by `attribute`, `catalog`, `declare`, `instrument`, `record`, `testing`, `unit`.

mod allowed;
mod any;
mod carries;
mod error;
mod sums;
mod widens;
mod wire;

use core::any::Any;
use core::fmt;

pub use allowed::{CounterNumber, GaugeNumber, HistogramNumber, UpDownCounterNumber};
pub use any::{AnyWire, Bits, Wide};
pub(crate) use any::{Known, typed};
pub use carries::{Carries, Ratio, WhenBuilt};
pub use error::MeasurementError;
pub use sums::{BIAS, WireSum};
pub use widens::WidensFrom;
pub use wire::{Wire, WireInteger};

mod sealed {
    pub trait Sealed {}
}

/// A number that an instrument can record: `u8` to `u64`, `usize`, `i8` to `i64`, `isize`, `f32`, `f64`.
///
/// ```
/// use meterstick::{Form, Number};
///
/// assert_eq!(u16::FORM, Form::Integer);
/// assert_eq!(f32::FORM, Form::Float);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number that OTLP can carry",
    label = "not one of OTLP's numbers",
    note = "use u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32 or f64; derive `Measurement` for a newtype over one; a `Duration` is recorded as it is, without `as_millis()`"
)]
pub trait Number:
    num_traits::Num
    + num_traits::NumCast
    + Copy
    + Default
    + PartialOrd
    + fmt::Debug
    + fmt::Display
    + Send
    + Sync
    + 'static
    + WidensFrom<Self>
    + Carries<Ratio<true>>
    + Carries<WhenBuilt>
    + sealed::Sealed
{
    /// Whether the number is exported as `as_int` or as `as_double`.
    const FORM: Form;

    /// The number as the SDK takes it: `I` for an integer, `f64` for a float.
    #[doc(hidden)]
    type Wire<I: WireInteger>: WireSum;

    /// Converts to the SDK's number, or says why OTLP cannot carry it.
    #[doc(hidden)]
    fn lower<I: WireInteger>(self) -> Result<Self::Wire<I>, MeasurementError>;

    /// `(self * by.mul + by.add) / by.div`. `None` if that does not fit this type; an integer never rounds.
    #[doc(hidden)]
    fn apply(self, by: Affine) -> Option<Self>;

    /// `num / den`: for an integer only if it is exact, for a float the nearest.
    #[doc(hidden)]
    fn from_ratio(num: i128, den: i128) -> Option<Self>;

    /// `nanos / per`, rounded as in [`from_ratio`](Self::from_ratio). There are fewer than 2^53 nanoseconds.
    #[doc(hidden)]
    fn from_nanos(nanos: u64, per: i128) -> Option<Self>;

    /// The number as an integer, if it is whole and below 2^126.
    #[doc(hidden)]
    fn to_integer(self) -> Option<i128>;
}

/// The OTLP form of a number: an integer or a double.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// A signed 64-bit integer: OTLP's `as_int`.
    Integer,
    /// A double: OTLP's `as_double`.
    Float,
}

/// Returns `value` as the type `U`, which is `T` written differently. Generic code knows only from [`Number::FORM`] which of the
/// SDK's number types it has.
pub(crate) fn same<T: 'static, U: 'static>(value: T) -> U {
    let mut value = Some(value);
    match (&mut value as &mut dyn Any).downcast_mut::<Option<U>>().and_then(Option::take) {
        Some(value) => value,
        None => unreachable!("a form has one number on the wire"),
    }
}

/// The conversion of one unit to another: `x -> (x * mul + add) / div`.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Affine {
    pub mul: i128,
    pub add: i128,
    pub div: i128,
}

macro_rules! integers {
    ($($n:ident as $wide:ident $from:ident $($sealed:ident)?),*) => {$(
        $(impl $sealed::Sealed for $n {})?

        #[diagnostic::do_not_recommend]
        impl Number for $n {
            const FORM: Form = Form::Integer;
            type Wire<I: WireInteger> = I;

            #[inline]
            fn lower<I: WireInteger>(self) -> Result<I, MeasurementError> {
                I::$from(self as $wide).ok_or(MeasurementError::OutOfRange)
            }

            #[inline]
            fn apply(self, by: Affine) -> Option<Self> {
                // On the hot path, every conversion is one multiplication in the number's own width.
                match Self::try_from(by.mul) {
                    Ok(mul) if by.add == 0 && by.div == 1 => self.checked_mul(mul),
                    _ => Self::from_ratio((self as i128).checked_mul(by.mul)?.checked_add(by.add)?, by.div),
                }
            }

            #[inline]
            fn from_ratio(num: i128, den: i128) -> Option<Self> {
                if den != 1 && num % den != 0 {
                    return None;
                }
                Self::try_from(if den == 1 { num } else { num / den }).ok()
            }

            #[inline]
            fn from_nanos(nanos: u64, per: i128) -> Option<Self> {
                Self::from_ratio(i128::from(nanos), per)
            }

            #[inline]
            fn to_integer(self) -> Option<i128> {
                Some(self as i128)
            }
        }
    )*};
}

integers!(
    u8 as u64 from_unsigned sealed,
    u16 as u64 from_unsigned sealed,
    u32 as u64 from_unsigned sealed,
    u64 as u64 from_unsigned,
    usize as u64 from_unsigned sealed,
    i8 as i64 from_signed sealed,
    i16 as i64 from_signed sealed,
    i32 as i64 from_signed sealed,
    i64 as i64 from_signed,
    isize as i64 from_signed sealed
);

impl Affine {
    /// Converts a double. The only step that rounds usual values is the one division at the end.
    #[inline]
    pub(crate) const fn apply(self, number: f64) -> f64 {
        let mut value = number;
        if self.mul != 1 {
            value *= self.mul as f64;
        }
        if self.add != 0 {
            value += self.add as f64;
        }
        if self.div != 1 {
            // With `mul == 1`, nothing can overflow before the division.
            value = if self.mul != 1 && value.is_infinite() { self.overflown(number) } else { value / self.div as f64 };
        }
        value
    }

    /// Converts a number so large that `number * mul` is infinite: divides first. `add` is too small beside it to matter.
    #[cold]
    const fn overflown(self, number: f64) -> f64 {
        number / self.div as f64 * self.mul as f64
    }
}

/// Up to this number, a double represents every integer.
pub(crate) const EXACT: u64 = 1 << 53;

/// `num / den` as at least 64 digits and a power of two. The last digit is 1 if there are more, so that rounding the digits rounds
/// the fraction to the nearest. `den` is below 2^127.
#[cold]
fn long_division(num: u128, den: u128) -> (u128, i32) {
    if num == 0 {
        return (0, 0);
    }
    let mut bits = num.leading_zeros();
    let num = num << bits;
    let (mut digits, mut rest) = (num / den, num % den);
    while digits.leading_zeros() > 64 {
        rest *= 2;
        digits = digits * 2 + u128::from(rest >= den);
        rest %= den;
        bits += 1;
    }
    (digits | u128::from(rest != 0), bits as i32)
}

macro_rules! floats {
    ($($n:ident $($sealed:ident)?),*) => {$(
        $(impl $sealed::Sealed for $n {})?

        #[diagnostic::do_not_recommend]
        impl Number for $n {
            const FORM: Form = Form::Float;
            type Wire<I: WireInteger> = f64;

            #[inline]
            fn lower<I: WireInteger>(self) -> Result<f64, MeasurementError> {
                if self.is_finite() { Ok(f64::from(self)) } else { Err(MeasurementError::NotFinite) }
            }

            #[inline]
            fn apply(self, by: Affine) -> Option<Self> {
                Some(by.apply(f64::from(self)) as $n)
            }

            #[inline]
            fn from_ratio(num: i128, den: i128) -> Option<Self> {
                if den == 1 {
                    return Some(num as $n);
                }
                // Both operands are exact, so only the division rounds.
                if num.unsigned_abs().max(den.unsigned_abs()) <= EXACT.into() {
                    return Some((num as f64 / den as f64) as $n);
                }
                let (quotient, bits) = long_division(num.unsigned_abs(), den.unsigned_abs());
                // In two steps, because 2^128 is more than an `f32` can be.
                let nearest = quotient as $n / (2.0 as $n).powi(bits / 2) / (2.0 as $n).powi(bits - bits / 2);
                Some(if (num < 0) == (den < 0) { nearest } else { -nearest })
            }

            #[inline]
            fn from_nanos(nanos: u64, per: i128) -> Option<Self> {
                // Below 2^53, so the conversion can be signed, which is one instruction.
                Some((nanos as i64 as f64 / per as f64) as $n)
            }

            #[inline]
            fn to_integer(self) -> Option<i128> {
                // 2^126 is far beyond the scale of every unit.
                (self.fract() == 0.0 && self.abs() < 8.5e37).then_some(self as i128)
            }
        }
    )*};
}

floats!(f32 sealed, f64);
