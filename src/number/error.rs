//! `MeasurementError`: why a measurement was refused.
// Used by `instrument`, `record`, `unit`, `widens`.

use core::fmt;

/// Why a measurement was refused. A refused measurement is counted, reported once and never added.
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
    /// NaN or an infinity, which would spoil every later sum (*SDK, numerical limits handling*).
    NotFinite,
    /// The integer is outside the range of a signed 64-bit integer (*Data Model, `NumberDataPoint`*), or does not fit the
    /// instrument's number after its unit was converted.
    OutOfRange,
    /// The total would exceed the range of a signed 64-bit integer.
    TotalOutOfRange,
    /// A total that can only go up was observed lower than before (*Data Model, sums*).
    TotalWentDown,
    /// The same attribute set was observed twice in one collection, by one callback or by several of the same metric on the same
    /// meter (*Metrics API, asynchronous instruments*).
    ObservedTwice,
}

impl fmt::Display for MeasurementError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Negative => "a counter and a histogram take no negative numbers: use an up-down counter or a gauge",
            Self::NotFinite => "NaN and the infinities are not measurements: check the division that made it",
            Self::OutOfRange => "the number does not fit the instrument's: OTLP's integers end at 2^63 - 1; use a float or a larger unit",
            Self::TotalOutOfRange => "the total would exceed 2^63 - 1, where OTLP's integers end: use a float or a larger unit",
            Self::TotalWentDown => "an observed total went down: observe totals, not increments; for a sum that goes down use an up-down counter",
            Self::ObservedTwice => "an attribute set was observed twice in one collection: add the values up first, or distinguish them with an attribute",
        })
    }
}

impl core::error::Error for MeasurementError {}
