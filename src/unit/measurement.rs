//! What an instrument takes.

use core::time::Duration;

use super::Unit;
use super::convert::{Carries, ConvertsTo};
use super::count::BareNumbers;
use super::quantity::Quantity;
use super::time::Nanos;
use crate::number::{MeasurementError, Number};

/// What an instrument of the number `N` in the unit `U` takes as a measurement: a [`Quantity`] in any unit that
/// converts to `U`, a [`Duration`] where `U` is a time, a bare number where `U` counts.
///
/// For one instrument it is `N`, and an `i32` too if `N` is an `f64` (an `i16` if it is an `f32`), so that literals need
/// no suffix. Derive it for one's own newtype:
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
    message = "`{Self}` is not a measurement for an instrument of `{N}` in `{U}`",
    label = "not a measurement of this instrument",
    note = "its numbers are of the type `{N}`: cast to that, or declare the instrument with another number",
    note = "it takes a quantity in `{U}` or in a unit that converts to it, a `Duration` for a time, a bare number for a count"
)]
pub trait Measurement<N: Number, U: Unit> {
    /// The number in the instrument's unit.
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

impl<N, U, V> Measurement<N, U> for Quantity<N, V>
where
    N: Number + Carries<V::Ratio>,
    U: Unit,
    V: ConvertsTo<U>,
{
    #[inline]
    fn measure(self) -> Result<N, MeasurementError> {
        self.value().apply(V::BY).ok_or(MeasurementError::OutOfRange)
    }
}

impl<N, U> Measurement<N, U> for Duration
where
    N: Number + Carries<<Nanos as ConvertsTo<U>>::Ratio>,
    U: Unit,
    Nanos: ConvertsTo<U>,
{
    #[inline]
    fn measure(self) -> Result<N, MeasurementError> {
        super::duration::convert::<N, U>(self).ok_or(MeasurementError::OutOfRange)
    }
}

macro_rules! literals {
    ($($integer:ident for $float:ident),*) => {$(
        impl<U: BareNumbers> Measurement<$float, U> for $integer {
            #[inline]
            fn measure(self) -> Result<$float, MeasurementError> {
                Ok($float::from(self))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<U: Unit, V: ConvertsTo<U>> Measurement<$float, U> for Quantity<$integer, V> {
            #[inline]
            fn measure(self) -> Result<$float, MeasurementError> {
                $float::from(self.value()).apply(V::BY).ok_or(MeasurementError::OutOfRange)
            }
        }
    )*};
}

// One integer a float instrument, or a literal would be ambiguous; one that the float holds exactly.
literals!(i32 for f64, i16 for f32);
