//! Rust's numbers, and what each of them is on the wire.
//!
//! OTLP knows two numbers: a signed 64-bit integer (`as_int`) and a double (`as_double`); see *Metrics Data Model,
//! `NumberDataPoint`*. An integer lowers to the first and a float to the second, whatever its width.

mod carries;
mod sums;
mod widens;

use core::any::Any;
use core::fmt;

pub use carries::{Carries, Ratio, WhenBuilt};
pub use sums::{BIAS, WireSum};
pub use widens::WidensFrom;

mod sealed {
    pub trait Sealed {}
}

/// A number that an instrument can carry: `u8` to `u64`, `usize`, `i8` to `i64`, `isize`, `f32`, `f64`.
///
/// ```
/// use meterstick::{Form, Number};
///
/// assert_eq!(u16::FORM, Form::Integer);
/// assert_eq!(f32::FORM, Form::Float);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number that OTLP can carry",
    label = "not such a number",
    note = "use u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32 or f64; derive `Measurement` for a newtype over one"
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
    /// Whether it leaves as `as_int` or as `as_double`.
    const FORM: Form;

    /// The number as it is handed to the SDK: `I` if it is an integer, `f64` if it is a float.
    #[doc(hidden)]
    type Wire<I: WireInteger>: WireSum;

    /// Lowers the number, or says why it has no place on the wire.
    #[doc(hidden)]
    fn lower<I: WireInteger>(self) -> Result<Self::Wire<I>, MeasurementError>;

    /// `(self * by.mul + by.add) / by.div`, if that is a number of this type: an integer never rounds.
    #[doc(hidden)]
    fn apply(self, by: Affine) -> Option<Self>;

    /// `num / den`; an integer only if it is exact, a float to the nearest.
    #[doc(hidden)]
    fn from_ratio(num: i128, den: i128) -> Option<Self>;

    /// `nanos / per`, as [`from_ratio`](Self::from_ratio), of less than 2^53 nanoseconds.
    #[doc(hidden)]
    fn from_nanos(nanos: u64, per: i128) -> Option<Self>;

    /// The number as an integer, if it is one of moderate size.
    #[doc(hidden)]
    fn to_integer(self) -> Option<i128>;
}

/// How a number is represented on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// A signed 64-bit integer: OTLP's `as_int`.
    Integer,
    /// A double: OTLP's `as_double`.
    Float,
}

/// A value whose type depends on a number of the wire, as the same type written otherwise: generic code knows only by
/// [`Number::FORM`] which of the wire's numbers there is.
pub(crate) fn same<T: 'static, U: 'static>(value: T) -> U {
    let mut value = Some(value);
    match (&mut value as &mut dyn Any).downcast_mut::<Option<U>>().and_then(Option::take) {
        Some(value) => value,
        None => unreachable!("a form has one number on the wire"),
    }
}

/// Why a measurement was refused. What is refused is counted, reported once and never added.
///
/// ```
/// use meterstick::{prelude::*, MeasurementError};
///
/// let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
/// let paid = Meter::counter::<f64>().unit::<meterstick::unit::One>().name("paid").build(&meter);
/// assert_eq!(paid.try_add(-1.0), Err(MeasurementError::Negative));
/// assert_eq!(paid.try_add(f64::NAN), Err(MeasurementError::NotFinite));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MeasurementError {
    /// A counter or a histogram was given a negative number (*API, Counter add, Histogram record*).
    Negative,
    /// NaN or an infinity: it would spoil every later sum (*SDK, numerical limits handling*).
    NotFinite,
    /// An integer that a signed 64-bit integer cannot hold (*Data Model, `NumberDataPoint`*), or that does not fit the
    /// instrument's number after its unit was converted.
    OutOfRange,
    /// The total would pass what a signed 64-bit integer holds.
    TotalOutOfRange,
    /// A total that only goes up was observed lower than before (*Data Model, sums*).
    TotalWentDown,
    /// One set of attributes was observed twice in one collection, by one callback or by several of one metric on one meter
    /// (*Metrics API, asynchronous instruments*).
    ObservedTwice,
    /// The instrument is still being bound to a provider that was found, and more came than can wait: the provider is held up,
    /// by a callback of its collection for example.
    NotBound,
}

impl fmt::Display for MeasurementError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Negative => "a counter or a histogram takes no negative number: use an up-down counter or a gauge",
            Self::NotFinite => "NaN and the infinities are not measurements: check the division that made it",
            Self::OutOfRange => "the number does not fit the instrument's: OTLP's integers end at 2^63 - 1; use a float or a larger unit",
            Self::TotalOutOfRange => "the total would pass 2^63 - 1, where OTLP's integers end: use a float or a larger unit",
            Self::TotalWentDown => "an observed total went down: observe totals, not increments; what goes down is an up-down counter",
            Self::NotBound => "the provider is held up, so that the instrument is not bound yet, and more came than can wait: look for a callback that takes long",
            Self::ObservedTwice => "one set of attributes was observed twice in one collection, by one callback or by two: add the values up first, or tell them apart by an attribute",
        })
    }
}

impl core::error::Error for MeasurementError {}

/// `x -> (x * mul + add) / div`: how one unit becomes another.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Affine {
    pub mul: i128,
    pub add: i128,
    pub div: i128,
}

/// A number that the SDK's instruments are made for.
#[doc(hidden)]
pub trait Wire: Copy + Default + PartialEq + PartialOrd + fmt::Debug + Send + Sync + 'static + sealed::Sealed {
    /// An amount that is much beside what is measured, and little beside the range.
    const ALLOWANCE: Self;
    /// Its bits, to keep it in an atomic.
    fn to_bits(self) -> u64;
    fn from_bits(bits: u64) -> Self;
    /// The sum, unless it passes what the wire can carry.
    fn plus(self, other: Self) -> Option<Self>;
    /// The sum; one that is too large wraps.
    fn joined(self, other: Self) -> Self;
    /// Whether sums are rounded.
    const ROUNDS: bool = false;
    /// What is to be added to `earlier` to get `self`; what is too large wraps.
    fn since(self, earlier: Self) -> Self;
    /// The same in steps, if one is too large: first this, and then what is still missing.
    fn step_since(self, earlier: Self) -> Self {
        self.since(earlier)
    }
    /// Its opposite, for a number that can be taken back.
    fn negated(self) -> Self;
}

/// A [`Wire`] that is an integer.
#[doc(hidden)]
pub trait WireInteger: WireSum {
    fn from_unsigned(integer: u64) -> Option<Self>;
    fn from_signed(integer: i64) -> Option<Self>;
}

impl sealed::Sealed for u64 {}
impl sealed::Sealed for i64 {}
impl sealed::Sealed for f64 {}

impl Wire for u64 {
    const ALLOWANCE: Self = 1 << 40;

    fn to_bits(self) -> u64 {
        self
    }
    fn from_bits(bits: u64) -> Self {
        bits
    }
    fn plus(self, other: Self) -> Option<Self> {
        // Below 2^63 on both sides, so one look at the top bit tells.
        let sum = self.wrapping_add(other);
        (sum <= i64::MAX as u64).then_some(sum)
    }
    fn joined(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    fn since(self, earlier: Self) -> Self {
        self.wrapping_sub(earlier)
    }
    fn negated(self) -> Self {
        self.wrapping_neg()
    }
}

impl WireInteger for u64 {
    #[inline]
    fn from_unsigned(integer: u64) -> Option<Self> {
        // OTLP has no unsigned integer: a value over i64::MAX would leave as 0.
        (integer <= i64::MAX as u64).then_some(integer)
    }
    #[inline]
    fn from_signed(integer: i64) -> Option<Self> {
        Self::try_from(integer).ok()
    }
}

impl Wire for i64 {
    const ALLOWANCE: Self = 1 << 40;

    fn to_bits(self) -> u64 {
        self as u64
    }
    fn from_bits(bits: u64) -> Self {
        bits as i64
    }
    fn plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }
    fn joined(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    fn since(self, earlier: Self) -> Self {
        self.wrapping_sub(earlier)
    }
    fn step_since(self, earlier: Self) -> Self {
        self.saturating_sub(earlier)
    }
    fn negated(self) -> Self {
        self.wrapping_neg()
    }
}

impl WireInteger for i64 {
    #[inline]
    fn from_unsigned(integer: u64) -> Option<Self> {
        Self::try_from(integer).ok()
    }
    #[inline]
    fn from_signed(integer: i64) -> Option<Self> {
        Some(integer)
    }
}

impl Wire for f64 {
    const ALLOWANCE: Self = (1_u64 << 40) as Self;

    fn to_bits(self) -> u64 {
        f64::to_bits(self)
    }
    fn from_bits(bits: u64) -> Self {
        f64::from_bits(bits)
    }
    const ROUNDS: bool = true;

    fn plus(self, other: Self) -> Option<Self> {
        // The SDK adds up in another order and so rounds to another sum. This one leaves it room.
        let sum = self + other;
        (sum.abs() <= Self::MAX / 2.0).then_some(sum)
    }
    fn joined(self, other: Self) -> Self {
        self + other
    }
    fn since(self, earlier: Self) -> Self {
        self - earlier
    }
    fn negated(self) -> Self {
        -self
    }
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
                // Every conversion on the hot path is one multiplication in the number's own width.
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
    /// The conversion of a double: with one division at the end, which is the only step that rounds for the usual values.
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
            // Without a multiplication nothing overflows before the division.
            value = if self.mul != 1 && value.is_infinite() { self.overflown(number) } else { value / self.div as f64 };
        }
        value
    }

    /// The conversion of a number so large that `number * mul` is infinite: the division comes first, and `add` is nothing
    /// to it.
    #[cold]
    const fn overflown(self, number: f64) -> f64 {
        number / self.div as f64 * self.mul as f64
    }
}

/// Up to here a double holds every integer.
const EXACT: u64 = 1 << 53;

/// `num / den` in parts of a power of two, with as many digits as there is room for. Whether there are more is in the
/// last one, so that the quotient is nearest to what the fraction is nearest to.
#[cold]
fn long_division(num: u128, den: u128) -> (u128, i32) {
    let bits = num.leading_zeros();
    let num = num << bits;
    let rest = num % den;
    ((num / den) | u128::from(rest != 0), bits as i32)
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
                // Both sides are exact, and only the division rounds.
                if num.unsigned_abs() <= EXACT.into() {
                    return Some((num as f64 / den as f64) as $n);
                }
                let (quotient, bits) = long_division(num.unsigned_abs(), den.unsigned_abs());
                let nearest = quotient as $n / (2.0 as $n).powi(bits);
                Some(if (num < 0) == (den < 0) { nearest } else { -nearest })
            }

            #[inline]
            fn from_nanos(nanos: u64, per: i128) -> Option<Self> {
                // Below 2^53, so that a signed conversion will do, which is one instruction.
                Some((nanos as i64 as f64 / per as f64) as $n)
            }

            #[inline]
            fn to_integer(self) -> Option<i128> {
                // 2^126 is far beyond every unit's scale, and safe to multiply no more.
                (self.fract() == 0.0 && self.abs() < 8.5e37).then_some(self as i128)
            }
        }
    )*};
}

floats!(f32 sealed, f64);

/// A number that a counter takes: it is never less than nothing, or it is a float, which is checked as it comes.
#[diagnostic::on_unimplemented(
    message = "a counter only goes up, so its number is unsigned or a float, not `{Self}`",
    label = "may be negative, or is no number",
    note = "use u8, u16, u32, u64, usize, f32 or f64; what also goes down is an `up_down_counter`"
)]
pub trait CounterNumber: Number {}

/// A number that an up-down counter takes: it has a sign.
#[diagnostic::on_unimplemented(
    message = "an up-down counter also goes down, so its number is signed, not `{Self}`",
    label = "has no sign, or is no number",
    note = "use i8, i16, i32, i64, isize, f32 or f64; what only goes up is a `counter`"
)]
pub trait UpDownCounterNumber: Number {}

/// A number that a histogram takes: it is never less than nothing, or it is a float, which is checked as it comes.
#[diagnostic::on_unimplemented(
    message = "a histogram sums what it records, so its number is unsigned or a float, not `{Self}`",
    label = "may be negative, or is no number",
    note = "use u8, u16, u32, u64, usize, f32 or f64; a value that may be negative is a `gauge`"
)]
pub trait HistogramNumber: Number {}

/// A number that a gauge takes: any.
#[diagnostic::on_unimplemented(
    message = "a gauge takes a number that OTLP can carry, not `{Self}`",
    label = "not such a number",
    note = "use u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32 or f64"
)]
pub trait GaugeNumber: Number {}

macro_rules! allowed {
    ($($rule:ident: $($n:ident)*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl $rule for $n {}
    )*)*};
}

// The rule of kinds and numbers.
allowed! {
    CounterNumber: u8 u16 u32 u64 usize f32 f64;
    UpDownCounterNumber: i8 i16 i32 i64 isize f32 f64;
    HistogramNumber: u8 u16 u32 u64 usize f32 f64;
    GaugeNumber: u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64;
}
