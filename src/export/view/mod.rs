//! `Collection`, `MetricView`: a typed view of a collection, borrowed from the SDK.
// Used by `metrics`.

mod amount;
mod distribution;
mod point;

pub use amount::Amount;
pub use distribution::{ExponentialHistogramReading, HistogramReading};
pub use point::{DataPoint, Reading};

use std::time::SystemTime;

use opentelemetry::InstrumentationScope;
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::metrics::Temporality;
use opentelemetry_sdk::metrics::data::{self as sdk, AggregatedMetrics, MetricData, ResourceMetrics};

use point::points;

/// The metrics of one collection, borrowed from the SDK.
#[derive(Clone, Copy, Debug)]
pub struct Collection<'a>(&'a ResourceMetrics);

impl<'a> Collection<'a> {
    /// Wraps the SDK's data, for a custom implementation of `PushMetricExporter`.
    ///
    /// ```
    /// use meterstick::export::Collection;
    /// use opentelemetry_sdk::metrics::data::ResourceMetrics;
    ///
    /// assert_eq!(Collection::new(&ResourceMetrics::default()).metrics().count(), 0);
    /// ```
    #[must_use]
    pub fn new(collected: &'a ResourceMetrics) -> Self {
        Self(collected)
    }

    /// Returns the resource of the collection: service, process, host.
    #[must_use]
    pub fn resource(self) -> &'a Resource {
        self.0.resource()
    }

    /// Returns the metrics of the collection, grouped by scope.
    pub fn metrics(self) -> impl Iterator<Item = MetricView<'a>> {
        self.0
            .scope_metrics()
            .flat_map(|scoped| scoped.metrics().map(|metric| MetricView { scope: scoped.scope(), metric }))
    }
}

/// One metric of a collection, borrowed from the SDK.
///
/// ```
/// use meterstick::export::{self, Amount, MetricKind, Reading};
/// use meterstick::prelude::*;
/// use meterstick::unit::One;
/// use opentelemetry::metrics::MeterProvider;
/// use opentelemetry_sdk::metrics::{SdkMeterProvider, Temporality};
///
/// let exporter = export::metrics(|collection| {
///     for metric in collection.metrics() {
///         assert_eq!((metric.scope().name(), metric.name(), metric.unit()), ("shop", "requests", "1"));
///         assert_eq!(metric.kind(), MetricKind::Sum { monotonic: true, temporality: Temporality::Cumulative });
///         for point in metric.points() {
///             assert!(matches!(point.reading, Reading::Amount(Amount::Unsigned(3))));
///             assert_eq!(point.attributes().count(), 0);
///         }
///     }
///     Ok::<_, std::io::Error>(())
/// });
/// let tally = exporter.tally();
/// let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter).build();
/// Meter::counter::<u64>().unit::<One>().name("requests").build(&provider.meter("shop")).add(3);
/// provider.shutdown()?;
/// assert_eq!((tally.exported(), tally.failed_batches()), (1, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MetricView<'a> {
    scope: &'a InstrumentationScope,
    metric: &'a sdk::Metric,
}

/// The kind of a collected metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MetricKind {
    /// A metric whose points are current values.
    Gauge,
    /// A metric whose points are sums.
    Sum {
        /// Whether the sums are monotonic.
        monotonic: bool,
        /// Whether the points count since the last collection or since the start.
        temporality: Temporality,
    },
    /// A metric whose points are distributions over buckets with explicit boundaries.
    Histogram {
        /// Whether the points count since the last collection or since the start.
        temporality: Temporality,
    },
    /// A metric whose points are distributions over exponential buckets.
    ExponentialHistogram {
        /// Whether the points count since the last collection or since the start.
        temporality: Temporality,
    },
}

/// Matches the data of a metric, for each number type.
macro_rules! data {
    ($metric:expr, $($shape:ident($data:ident) => $result:expr,)*) => {
        match $metric.data() {
            AggregatedMetrics::F64(data) => match data { $(MetricData::$shape($data) => $result,)* },
            AggregatedMetrics::U64(data) => match data { $(MetricData::$shape($data) => $result,)* },
            AggregatedMetrics::I64(data) => match data { $(MetricData::$shape($data) => $result,)* },
        }
    };
}

impl<'a> MetricView<'a> {
    /// Returns the instrumentation scope of the metric.
    #[must_use]
    pub fn scope(self) -> &'a InstrumentationScope {
        self.scope
    }

    /// Returns the metric's name.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.metric.name()
    }

    /// Returns the metric's description; empty if it has none.
    #[must_use]
    pub fn description(self) -> &'a str {
        self.metric.description()
    }

    /// Returns the UCUM code of the metric's unit.
    #[must_use]
    pub fn unit(self) -> &'a str {
        self.metric.unit()
    }

    /// Returns the metric's kind.
    #[must_use]
    pub fn kind(self) -> MetricKind {
        data!(self.metric,
            Gauge(_gauge) => MetricKind::Gauge,
            Sum(sum) => MetricKind::Sum { monotonic: sum.is_monotonic(), temporality: sum.temporality() },
            Histogram(all) => MetricKind::Histogram { temporality: all.temporality() },
            ExponentialHistogram(all) => MetricKind::ExponentialHistogram { temporality: all.temporality() },
        )
    }

    /// Returns the start time of the metric's points; `None` for a gauge without one.
    #[must_use]
    pub fn started(self) -> Option<SystemTime> {
        data!(self.metric,
            Gauge(gauge) => gauge.start_time(),
            Sum(sum) => Some(sum.start_time()),
            Histogram(all) => Some(all.start_time()),
            ExponentialHistogram(all) => Some(all.start_time()),
        )
    }

    /// Returns the time of the collection.
    #[must_use]
    pub fn time(self) -> SystemTime {
        data!(self.metric,
            Gauge(gauge) => gauge.time(),
            Sum(sum) => sum.time(),
            Histogram(all) => all.time(),
            ExponentialHistogram(all) => all.time(),
        )
    }

    /// Returns the metric's data points, one per attribute set.
    #[must_use]
    pub fn points(self) -> Box<dyn Iterator<Item = DataPoint<'a>> + 'a> {
        data!(self.metric,
            Gauge(gauge) => points(gauge.data_points()),
            Sum(sum) => points(sum.data_points()),
            Histogram(all) => points(all.data_points()),
            ExponentialHistogram(all) => points(all.data_points()),
        )
    }

    /// Returns the SDK's metric, which also has the exemplars.
    #[must_use]
    pub fn sdk(self) -> &'a sdk::Metric {
        self.metric
    }
}
