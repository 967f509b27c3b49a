//! The numbers that each kind of instrument takes.
// Uses `number`. Used by `declare`, `instrument`, `record`.

use super::Number;

/// A number that a counter takes: unsigned, or a float, which is checked at run time.
///
/// Generic code is written for it:
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::{CounterNumber, NeedsUnit, kind};
///
/// fn declare<N: CounterNumber>() -> NeedsUnit<kind::Counter, N> {
///     Meter::counter::<N>()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "a counter only goes up, so its number is unsigned or a float, not `{Self}`",
    label = "signed, or not a number",
    note = "use u8, u16, u32, u64, usize, f32 or f64; a sum that also goes down is an `up_down_counter`"
)]
pub trait CounterNumber: Number {}

/// A number that an up-down counter takes: signed, or a float.
#[diagnostic::on_unimplemented(
    message = "an up-down counter also goes down, so its number is signed, not `{Self}`",
    label = "unsigned, or not a number",
    note = "use i8, i16, i32, i64, isize, f32 or f64; a sum that only goes up is a `counter`"
)]
pub trait UpDownCounterNumber: Number {}

/// A number that a histogram takes: unsigned, or a float, which is checked at run time.
#[diagnostic::on_unimplemented(
    message = "a histogram sums what it records, so its number is unsigned or a float, not `{Self}`",
    label = "signed, or not a number",
    note = "use u8, u16, u32, u64, usize, f32 or f64; a value that can be negative is a `gauge`"
)]
pub trait HistogramNumber: Number {}

/// A number that a gauge takes: any [`Number`].
#[diagnostic::on_unimplemented(
    message = "a gauge takes a number that OTLP can carry, not `{Self}`",
    label = "not one of OTLP's numbers",
    note = "use u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32 or f64"
)]
pub trait GaugeNumber: Number {}

macro_rules! allowed {
    ($($rule:ident: $($n:ident)*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl $rule for $n {}
    )*)*};
}

// The numbers that each kind takes.
allowed! {
    CounterNumber: u8 u16 u32 u64 usize f32 f64;
    UpDownCounterNumber: i8 i16 i32 i64 isize f32 f64;
    HistogramNumber: u8 u16 u32 u64 usize f32 f64;
    GaugeNumber: u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64;
}
