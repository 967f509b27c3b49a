//! `DataPoint` and `Reading`: a metric's value for one attribute set.
// Uses `view::amount`, `view::distribution`. Used by `view`.

use core::fmt::{self, Debug};

use opentelemetry::KeyValue;
use opentelemetry_sdk::metrics::data::{
    ExponentialHistogramDataPoint, GaugeDataPoint, HistogramDataPoint, SumDataPoint,
};

use super::amount::Amount;
use super::distribution::{ExponentialHistogramReading, HistogramReading};

/// The value of a collected metric for one attribute set.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DataPoint<'a> {
    /// The value or the distribution of the data point.
    pub reading: Reading<'a>,
    source: &'a dyn Source,
}

impl<'a> DataPoint<'a> {
    /// Returns the attributes of the point.
    pub fn attributes(&self) -> impl Iterator<Item = &'a KeyValue> + use<'a> {
        self.source.attributes()
    }
}

/// The value of a data point.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Reading<'a> {
    /// The value of a gauge or a sum.
    Amount(Amount),
    /// The distribution of a histogram.
    Histogram(HistogramReading<'a>),
    /// The distribution of an exponential histogram.
    ExponentialHistogram(ExponentialHistogramReading<'a>),
}

/// Displays an amount as a number, and a distribution as its count and sum.
impl fmt::Display for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Amount(amount) => write!(f, "{amount}"),
            Self::Histogram(HistogramReading { count, sum, .. })
            | Self::ExponentialHistogram(ExponentialHistogramReading { count, sum, .. }) => {
                write!(f, "{count} {}, {sum} in all", if *count == 1 { "value" } else { "values" })
            }
        }
    }
}

/// A data point of the SDK.
pub(super) trait Source: Debug {
    fn attributes(&self) -> Box<dyn Iterator<Item = &KeyValue> + '_>;
    fn reading(&self) -> Reading<'_>;
}

/// The data points of the SDK, typed.
pub(super) fn points<'a, S: Source + 'a>(
    sources: impl Iterator<Item = &'a S> + 'a,
) -> Box<dyn Iterator<Item = DataPoint<'a>> + 'a> {
    Box::new(sources.map(|source| DataPoint { reading: source.reading(), source }))
}

macro_rules! sources {
    ($($source:ident: $point:ident => $reading:expr;)*) => {$(
        impl<T: Copy + Debug + Into<Amount>> Source for $source<T> {
            fn attributes(&self) -> Box<dyn Iterator<Item = &KeyValue> + '_> {
                Box::new($source::attributes(self))
            }

            fn reading(&self) -> Reading<'_> {
                let $point = self;
                $reading
            }
        }
    )*};
}

sources! {
    GaugeDataPoint: point => Reading::Amount(point.value().into());
    SumDataPoint: point => Reading::Amount(point.value().into());
    HistogramDataPoint: point => Reading::Histogram(HistogramReading::of(point));
    ExponentialHistogramDataPoint: point => Reading::ExponentialHistogram(ExponentialHistogramReading::of(point));
}
