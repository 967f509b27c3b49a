//! `Recorded`: the metrics of a collection, as data and as a table.
// Uses `declare`, `number`. Used by `meter`, `model`, `recorded_spans`, `tracer`.

use core::fmt;

use opentelemetry::{InstrumentationScope, KeyValue};
use opentelemetry_sdk::metrics::data::{
    AggregatedMetrics, ExponentialHistogramDataPoint, HistogramDataPoint, Metric, MetricData, ResourceMetrics,
};

use crate::declare::InstrumentKind;
use crate::number::Form;

/// The metrics of one collection, read in a test.
///
/// Its `Display` is a table.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::testing::{PointValue, TestMeter};
/// use meterstick::unit::Bytes;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
///
/// let meter = TestMeter::new();
/// SENT.build(&meter).add(Bytes(512));
///
/// let recorded = meter.recorded();
/// assert_eq!(recorded.metrics[0].name, "sent");
/// assert_eq!(recorded.metrics[0].points[0].value, PointValue::Int(512));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Recorded {
    /// The metrics, sorted by name and scope.
    pub metrics: Vec<RecordedMetric>,
}

/// A metric of a collection with its data points.
///
/// Its `Display` is its identity.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RecordedMetric {
    /// The name of the metric's scope.
    pub scope: String,
    /// The scope's version, if it has one.
    pub version: Option<String>,
    /// The scope's schema URL, if it has one.
    pub schema_url: Option<String>,
    /// The scope's attributes, sorted by key. A [`Scope`](crate::Scope) has none.
    pub scope_attributes: Vec<KeyValue>,
    /// The metric's name.
    pub name: String,
    /// The metric's kind. OTLP does not distinguish observable instruments: they have the kind of their synchronous counterpart.
    pub kind: InstrumentKind,
    /// Whether the metric's numbers are integers or doubles.
    pub form: Form,
    /// The UCUM code of the metric's unit.
    pub unit: String,
    /// The metric's description.
    pub description: String,
    /// The metric's points, sorted by attributes.
    pub points: Vec<RecordedPoint>,
}

/// The value of a metric for one attribute set.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RecordedPoint {
    /// The attributes of the point, sorted by key.
    pub attributes: Vec<KeyValue>,
    /// The value or the distribution of the point.
    pub value: PointValue,
}

/// The number or the distribution of a data point.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PointValue {
    /// An integer of a sum or a gauge.
    Int(i128),
    /// A double of a sum or a gauge.
    Double(f64),
    /// The values of a histogram.
    Histogram {
        /// The number of values.
        count: u64,
        /// The sum of the values.
        sum: f64,
        /// The minimum.
        min: Option<f64>,
        /// The maximum.
        max: Option<f64>,
        /// The upper bounds of the buckets except the last.
        bounds: Vec<f64>,
        /// The number of values per bucket.
        counts: Vec<u64>,
        /// The scale of exponential buckets: each bound is 2^(2^-scale) times the one before.
        scale: Option<i8>,
    },
}

impl Recorded {
    /// Returns the points of a metric; empty if nothing was recorded.
    ///
    /// # Panics
    ///
    /// If several metrics have the name, in other scopes or with other kinds or units. The message lists them;
    /// [`metrics`](Self::metrics) has all of them.
    #[must_use]
    #[track_caller]
    pub fn points(&self, scope: Option<&str>, name: &str) -> &[RecordedPoint] {
        let is = |metric: &RecordedMetric| metric.name == name && scope.is_none_or(|scope| scope == metric.scope);
        match self.only(is) {
            Ok(metric) => metric.map_or(&[], |metric| &metric.points),
            Err(several) => panic!("{}", several.message(name)),
        }
    }

    /// The only metric that matches, if one was recorded.
    pub(super) fn only(&self, is: impl Fn(&RecordedMetric) -> bool) -> Result<Option<&RecordedMetric>, Several<'_>> {
        let found: Vec<_> = self.metrics.iter().filter(|metric| is(metric)).collect();
        if found.len() > 1 { Err(Several(found)) } else { Ok(found.first().copied()) }
    }

    pub(super) fn of(data: &ResourceMetrics) -> Self {
        let scopes = data.scope_metrics();
        let all = scopes.flat_map(|scope| scope.metrics().map(|metric| RecordedMetric::of(scope.scope(), metric)));
        let mut metrics: Vec<_> = all.collect();
        metrics.sort_by(|a, b| a.key().cmp(&b.key()));
        Self { metrics }
    }
}

/// Several metrics match a name or an instrument.
pub(super) struct Several<'a>(Vec<&'a RecordedMetric>);

impl Several<'_> {
    pub(super) fn message(&self, name: &str) -> String {
        let list: Vec<_> = self.0.iter().map(|metric| format!("  {metric}")).collect();
        format!("`{name}` is ambiguous: {} instruments recorded it:\n\n{}\n", list.len(), list.join("\n"))
    }
}

impl RecordedMetric {
    fn of(scope: &InstrumentationScope, metric: &Metric) -> Self {
        let (form, (kind, mut points)) = match metric.data() {
            AggregatedMetrics::F64(data) => (Form::Float, points(data, PointValue::Double, |value| value)),
            AggregatedMetrics::U64(data) => {
                (Form::Integer, points(data, |value| PointValue::Int(value.into()), |value| value as f64))
            }
            AggregatedMetrics::I64(data) => {
                (Form::Integer, points(data, |value| PointValue::Int(value.into()), |value| value as f64))
            }
        };
        points.sort_by_key(|point| text(&point.attributes));
        Self {
            scope: scope.name().to_owned(),
            version: scope.version().map(str::to_owned),
            schema_url: scope.schema_url().map(str::to_owned),
            scope_attributes: of_scope(scope),
            name: metric.name().to_owned(),
            kind,
            form,
            unit: metric.unit().to_owned(),
            description: metric.description().to_owned(),
            points,
        }
    }

    fn key(&self) -> impl Ord + '_ {
        let scope = (&self.scope, &self.version, &self.schema_url, text(&self.scope_attributes));
        (&self.name, scope, self.kind, &self.unit, &self.description)
    }
}

fn points<T: Copy>(
    data: &MetricData<T>,
    number: fn(T) -> PointValue,
    float: fn(T) -> f64,
) -> (InstrumentKind, Vec<RecordedPoint>) {
    match data {
        MetricData::Gauge(gauge) => {
            let points = gauge.data_points().map(|point| RecordedPoint::new(point.attributes(), number(point.value())));
            (InstrumentKind::Gauge, points.collect())
        }
        MetricData::Sum(sum) => {
            let kind = if sum.is_monotonic() { InstrumentKind::Counter } else { InstrumentKind::UpDownCounter };
            (
                kind,
                sum.data_points().map(|point| RecordedPoint::new(point.attributes(), number(point.value()))).collect(),
            )
        }
        MetricData::Histogram(histogram) => {
            let points =
                histogram.data_points().map(|point| RecordedPoint::new(point.attributes(), explicit(point, float)));
            (InstrumentKind::Histogram, points.collect())
        }
        MetricData::ExponentialHistogram(histogram) => {
            let points =
                histogram.data_points().map(|point| RecordedPoint::new(point.attributes(), exponential(point, float)));
            (InstrumentKind::Histogram, points.collect())
        }
    }
}

/// Without values, the SDK has the extremes of the number's type for the minimum and the maximum.
fn explicit<T: Copy>(point: &HistogramDataPoint<T>, float: fn(T) -> f64) -> PointValue {
    PointValue::Histogram {
        count: point.count(),
        sum: float(point.sum()),
        min: point.min().filter(|_| point.count() > 0).map(float),
        max: point.max().filter(|_| point.count() > 0).map(float),
        bounds: point.bounds().collect(),
        counts: point.bucket_counts().collect(),
        scale: None,
    }
}

/// Converts exponential buckets to upper bounds: the zero bucket, the gap up to the first bucket, the positive buckets (*Data
/// Model, exponential histogram*). There are no negative buckets, because a histogram refuses negative values.
fn exponential<T: Copy>(point: &ExponentialHistogramDataPoint<T>, float: fn(T) -> f64) -> PointValue {
    let scale = point.scale();
    // 2^(index * 2^-scale), which is infinite for the bucket of the largest doubles.
    let boundary = |index: i64| (index as f64 * (-f64::from(scale)).exp2()).exp2().min(f64::MAX);
    let offset = i64::from(point.positive_bucket().offset());
    let (mut bounds, mut counts) = (vec![point.zero_threshold()], vec![point.zero_count()]);
    for (at, count) in (offset..).zip(point.positive_bucket().counts()) {
        if at == offset {
            bounds.push(boundary(at));
            counts.push(0);
        }
        bounds.push(boundary(at + 1));
        counts.push(count);
    }
    counts.push(0);
    PointValue::Histogram {
        count: point.count() as u64,
        sum: float(point.sum()),
        min: point.min().filter(|_| point.count() > 0).map(float),
        max: point.max().filter(|_| point.count() > 0).map(float),
        bounds,
        counts,
        scale: Some(scale),
    }
}

impl RecordedPoint {
    fn new<'a>(attributes: impl Iterator<Item = &'a KeyValue>, value: PointValue) -> Self {
        let mut attributes: Vec<_> = attributes.cloned().collect();
        attributes.sort_by(|a, b| a.key.cmp(&b.key));
        Self { attributes, value }
    }
}

/// The attributes of a scope, sorted by key.
pub(super) fn of_scope(scope: &InstrumentationScope) -> Vec<KeyValue> {
    let mut attributes: Vec<_> = scope.attributes().cloned().collect();
    attributes.sort_by(|a, b| a.key.cmp(&b.key));
    attributes
}

/// The text of an attribute set in messages and tables.
pub(super) fn text(attributes: &[KeyValue]) -> String {
    let parts: Vec<_> = attributes.iter().map(|kv| format!("{}={}", kv.key, kv.value)).collect();
    parts.join(" ")
}

impl fmt::Display for PointValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(value) => write!(f, "{value}"),
            Self::Double(value) => write!(f, "{value}"),
            Self::Histogram { count, sum, min, max, .. } => {
                write!(f, "{count} value{}, sum {sum}", if *count == 1 { "" } else { "s" })?;
                match (min, max) {
                    (Some(min), Some(max)) => write!(f, ", {min} to {max}"),
                    _ => Ok(()),
                }
            }
        }
    }
}

impl fmt::Display for RecordedMetric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = match self.form {
            Form::Integer => "integers",
            Form::Float => "floats",
        };
        write!(f, "`{}`, a {} of {numbers} in `{}`, in the scope `{}`", self.name, self.kind, self.unit, self.scope)?;
        if let Some(version) = &self.version {
            write!(f, " {version}")?;
        }
        if let Some(url) = &self.schema_url {
            write!(f, " of the schema {url}")?;
        }
        if !self.scope_attributes.is_empty() {
            write!(f, " with {}", text(&self.scope_attributes))?;
        }
        if !self.description.is_empty() {
            write!(f, ": {}", self.description)?;
        }
        Ok(())
    }
}

impl fmt::Display for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = vec![["metric", "unit", "attributes", "value"].map(String::from)];
        for metric in &self.metrics {
            rows.extend(metric.points.iter().map(|point| {
                [metric.name.clone(), metric.unit.clone(), text(&point.attributes), point.value.to_string()]
            }));
        }
        if rows.len() == 1 {
            return f.write_str("nothing was recorded\n");
        }
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let (name, unit, set) = (width(0), width(1), width(2));
        for row in &rows {
            writeln!(f, "{:name$}  {:unit$}  {:set$}  {}", row[0], row[1], row[2], row[3])?;
        }
        Ok(())
    }
}
