//! `Measurement`: the values that an instrument takes.
// Uses `convert`, `count`, `duration`, `number`, `quantity`, `time`, `unit`. Used by `instrument`.

use core::time::Duration;

use super::Unit;
use super::convert::{ConvertsTo, check_whole};
use super::count::BareNumbers;
use super::quantity::Quantity;
use super::time::Nanos;
use crate::number::{Carries, MeasurementError, Number, WidensFrom};

/// A value that an instrument of the number `N` in the unit `U` takes: a [`Quantity`] in any unit that converts to `U`, a
/// [`Duration`] if `U` is a time, a bare number if `U` is a count.
///
/// A bare number has the type `N`, or `i32` if `N` is `f64` (`i16` if it is `f32`), so that literals need no suffix. A quantity
/// is of `N` or of any number that [widens](crate::unit::WidensFrom) to it. Derive the trait for a newtype:
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Millis, Seconds};
///
/// /// How long a call took, in milliseconds.
/// #[derive(Clone, Copy, Measurement)]
/// #[measurement(unit = Millis)]
/// struct Latency(f64);
///
/// const LATENCY: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("call.duration");
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
/// LATENCY.build(&meter).record(Latency(12.5)); // 0.0125 s
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a measurement for `{N}` in `{U}`: a measurement has a unit of the same dimension, and converts without loss",
    label = "not a measurement of this instrument",
    note = "write `{U}(..)`, or a quantity in another unit of its dimension; a unit of time also takes a `Duration`, and a count also takes a bare `{N}`",
    note = "integers are never rounded: declare the instrument with a float or a finer unit, or round the value: `.round_to::<Unit>()` for a quantity, `Millis::floor(duration)` for a `Duration`",
    note = "`{U}(n)` takes an `n` of `{N}`, of the smaller number types and of some others, such as `usize` for `u64`; cast the rest and keep its unit: `{U}(n as {N})`, or `Millis(n as {N})` if `n` is in milliseconds"
)]
pub trait Measurement<N: Number, U: Unit> {
    /// Converts to the instrument's unit and returns the number.
    ///
    /// # Errors
    ///
    /// [`MeasurementError::OutOfRange`] if it does not fit `N` after the conversion.
    fn measure(self) -> Result<N, MeasurementError>;
}

impl<N: Number, U: BareNumbers> Measurement<N, U> for N {
    #[inline]
    fn measure(self) -> Result<N, MeasurementError> {
        Ok(self)
    }
}

// Not recommended by the compiler, so that it shows the trait's message instead of a list of implementations.
#[diagnostic::do_not_recommend]
impl<N, U, M, V> Measurement<N, U> for Quantity<M, V>
where
    N: Number + WidensFrom<M> + Carries<V::Ratio>,
    U: Unit,
    M: Number,
    V: ConvertsTo<U>,
{
    #[inline]
    fn measure(self) -> Result<N, MeasurementError> {
        const { check_whole::<N, V, U>() };
        // Widened first, so that a conversion to a finer unit does not overflow the smaller number.
        N::widen(self.value())?.apply(V::BY).ok_or_else(out_of_range)
    }
}

#[diagnostic::do_not_recommend]
impl<N, U> Measurement<N, U> for Duration
where
    N: Number + Carries<<Nanos as ConvertsTo<U>>::Ratio>,
    U: Unit,
    Nanos: ConvertsTo<U>,
{
    #[inline]
    fn measure(self) -> Result<N, MeasurementError> {
        const { check_whole::<N, Nanos, U>() };
        super::duration::convert::<N, U>(self).ok_or_else(out_of_range)
    }
}

/// Not inlined, so that the code for numbers that fit stays compact.
#[cold]
#[inline(never)]
const fn out_of_range() -> MeasurementError {
    MeasurementError::OutOfRange
}

// One integer type for each float, or a literal would be ambiguous; it is one that the float represents exactly.
#[diagnostic::do_not_recommend]
impl<U: BareNumbers> Measurement<f64, U> for i32 {
    #[inline]
    fn measure(self) -> Result<f64, MeasurementError> {
        Ok(f64::from(self))
    }
}

#[diagnostic::do_not_recommend]
impl<U: BareNumbers> Measurement<f32, U> for i16 {
    #[inline]
    fn measure(self) -> Result<f32, MeasurementError> {
        Ok(f32::from(self))
    }
}
