//! `WidensFrom`: which other numbers an instrument takes in quantities.
// Uses `error`. Used by `unit`.

use super::MeasurementError;

/// A number type that represents every value of the type `M` that OTLP can carry.
///
/// A quantity of a smaller number type therefore needs no cast: `Bytes(v.len())` goes into an instrument of `u64` or `i64`, a
/// `u32` into one of `u64`, `i64` or `f64`. OTLP's integers end at 2^63 - 1: every instrument of integers refuses larger values
/// of a `u64` or `usize`, so that `u64` and `i64` widen to each other.
///
/// An `i32` is the type of a literal without a suffix, `Bytes(512)`, so every instrument takes quantities of it. A value that
/// does not fit is refused at run time.
#[diagnostic::on_unimplemented(
    message = "the instrument's number is `{Self}`, which cannot represent every `{M}`",
    label = "a quantity of `{M}`",
    note = "cast the number, `n as {Self}`, or declare the instrument with another one"
)]
pub trait WidensFrom<M>: Sized {
    /// Converts the number, or says why it does not fit.
    #[doc(hidden)]
    fn widen(from: M) -> Result<Self, MeasurementError>;
}

macro_rules! same {
    ($($n:ident)*) => {$(
        impl WidensFrom<Self> for $n {
            #[inline]
            fn widen(from: Self) -> Result<Self, MeasurementError> {
                Ok(from)
            }
        }
    )*};
}

same!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64);

macro_rules! every {
    ($($n:ident: $($m:ident)*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl WidensFrom<$m> for $n {
            #[inline]
            fn widen(from: $m) -> Result<Self, MeasurementError> {
                Ok(Self::from(from))
            }
        }
    )*)*};
}

every! {
    u16: u8;
    u32: u8 u16;
    u64: u8 u16 u32;
    usize: u8 u16;
    i16: i8 u8;
    i32: i8 i16 u8 u16;
    i64: i8 i16 i32 u8 u16 u32;
    isize: i8 i16 u8;
    f32: i8 i16 u8 u16;
    f64: i8 i16 i32 u8 u16 u32 f32;
}

macro_rules! those_that_fit {
    ($($n:ident: $($m:ident)*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl WidensFrom<$m> for $n {
            #[inline]
            fn widen(from: $m) -> Result<Self, MeasurementError> {
                Self::try_from(from).map_err(|_| misfit(from > 0 || Self::MIN != 0))
            }
        }
    )*)*};
}

// OTLP could not carry what does not fit. A literal can be any number.
those_that_fit! {
    u8: i32;
    u16: i32;
    u32: i32;
    u64: usize i32;
    usize: u32 i32;
    i8: i32;
    i16: i32;
    i64: u64 usize isize;
    isize: i32 u16 u32;
}

#[cold]
const fn misfit(too_large: bool) -> MeasurementError {
    if too_large { MeasurementError::OutOfRange } else { MeasurementError::Negative }
}

#[diagnostic::do_not_recommend]
impl WidensFrom<i32> for f32 {
    #[inline]
    fn widen(from: i32) -> Result<Self, MeasurementError> {
        // Up to 2^24, an `f32` represents every integer.
        if from.unsigned_abs() <= 1 << 24 { Ok(from as Self) } else { Err(MeasurementError::OutOfRange) }
    }
}
