//! `HistogramReading` and `ExponentialHistogramReading`: the points of histograms.
// Uses `view::amount`. Used by `view::point`.

use core::fmt::Debug;

use opentelemetry_sdk::metrics::data::{ExponentialBucket, ExponentialHistogramDataPoint, HistogramDataPoint};

use super::amount::Amount;

/// The data point of a histogram with explicit boundaries: counts per bucket.
///
/// ```
/// use meterstick::export::{self, Amount, Reading};
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use opentelemetry::metrics::MeterProvider;
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// let exporter = export::metrics(|collection| {
///     for point in collection.metrics().flat_map(|metric| metric.points()) {
///         let Reading::Histogram(sizes) = point.reading else { return Err("it is a histogram") };
///         assert_eq!((sizes.count, sizes.sum, sizes.max), (2, Amount::Unsigned(50), Some(Amount::Unsigned(40))));
///         assert_eq!(sizes.buckets().collect::<Vec<_>>(), [(16.0, 1), (f64::INFINITY, 1)]);
///     }
///     Ok(())
/// });
/// let tally = exporter.tally();
/// let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter).build();
/// let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").boundaries(&[Bytes(16.0)]).build(&provider.meter("shop"));
/// size.record(Bytes(10));
/// size.record(Bytes(40));
/// provider.shutdown()?;
/// assert_eq!(tally.failed_batches(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct HistogramReading<'a> {
    /// The number of recorded values.
    pub count: u64,
    /// The sum of the recorded values.
    pub sum: Amount,
    /// The minimum, if there are values and the SDK keeps it.
    pub min: Option<Amount>,
    /// The maximum, if there are values and the SDK keeps it.
    pub max: Option<Amount>,
    source: &'a dyn Buckets,
}

impl<'a> HistogramReading<'a> {
    pub(super) fn of<T: Copy + Debug + Into<Amount>>(point: &'a HistogramDataPoint<T>) -> Self {
        Self {
            count: point.count(),
            sum: point.sum().into(),
            // Without values the SDK reports the extremes of the number type.
            min: point.min().filter(|_| point.count() > 0).map(Into::into),
            max: point.max().filter(|_| point.count() > 0).map(Into::into),
            source: point,
        }
    }

    /// Returns the boundaries between the buckets. Each is the inclusive upper bound of the bucket below it.
    #[must_use]
    pub fn bounds(self) -> Box<dyn Iterator<Item = f64> + 'a> {
        self.source.bounds()
    }

    /// Returns the number of values per bucket. There is one more bucket than boundaries; none if the SDK keeps no buckets.
    #[must_use]
    pub fn counts(self) -> Box<dyn Iterator<Item = u64> + 'a> {
        self.source.counts()
    }

    /// Returns each bucket: its inclusive upper bound, infinity for the last bucket, and its number of values.
    pub fn buckets(self) -> impl Iterator<Item = (f64, u64)> + use<'a> {
        self.bounds().chain([f64::INFINITY]).zip(self.counts())
    }
}

/// The data point of an exponential histogram: counts per exponential bucket.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ExponentialHistogramReading<'a> {
    /// The number of recorded values.
    pub count: u64,
    /// The sum of the recorded values.
    pub sum: Amount,
    /// The minimum, if there are values and the SDK keeps it.
    pub min: Option<Amount>,
    /// The maximum, if there are values and the SDK keeps it.
    pub max: Option<Amount>,
    /// The scale: the boundaries are the powers of 2^(2^-scale).
    pub scale: i8,
    /// The number of values at or below the zero threshold.
    pub zero_count: u64,
    /// The largest absolute value that counts as zero.
    pub zero_threshold: f64,
    /// The buckets of positive values.
    pub positive: &'a ExponentialBucket,
    /// The buckets of negative values.
    pub negative: &'a ExponentialBucket,
}

impl<'a> ExponentialHistogramReading<'a> {
    pub(super) fn of<T: Copy + Into<Amount>>(point: &'a ExponentialHistogramDataPoint<T>) -> Self {
        Self {
            count: point.count() as u64,
            sum: point.sum().into(),
            min: point.min().filter(|_| point.count() > 0).map(Into::into),
            max: point.max().filter(|_| point.count() > 0).map(Into::into),
            scale: point.scale(),
            zero_count: point.zero_count(),
            zero_threshold: point.zero_threshold(),
            positive: point.positive_bucket(),
            negative: point.negative_bucket(),
        }
    }
}

/// A histogram's data point of any number type.
trait Buckets: Debug {
    fn bounds(&self) -> Box<dyn Iterator<Item = f64> + '_>;
    fn counts(&self) -> Box<dyn Iterator<Item = u64> + '_>;
}

impl<T: Debug> Buckets for HistogramDataPoint<T> {
    fn bounds(&self) -> Box<dyn Iterator<Item = f64> + '_> {
        Box::new(HistogramDataPoint::bounds(self))
    }

    fn counts(&self) -> Box<dyn Iterator<Item = u64> + '_> {
        Box::new(self.bucket_counts())
    }
}
