//! What was recorded, as data and as a table.

use core::fmt;

use opentelemetry::{InstrumentationScope, KeyValue};
use opentelemetry_sdk::metrics::data::{
    AggregatedMetrics, ExponentialHistogramDataPoint, HistogramDataPoint, Metric, MetricData, ResourceMetrics,
};

use crate::declare::InstrumentKind;
use crate::number::Form;

/// What one collection gave.
///
/// Its display is a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recorded {
    /// The metrics, by name and then by scope.
    pub metrics: Vec<RecordedMetric>,
}

/// A metric with its points.
///
/// Its display is its identity.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RecordedMetric {
    /// The scope's name.
    pub scope: String,
    /// The scope's version, if it has one.
    pub version: Option<String>,
    /// The scope's schema, if it has one.
    pub schema_url: Option<String>,
    /// The metric's name.
    pub name: String,
    /// Its kind. What is observed is exported as what is added or recorded: here it is its synchronous counterpart.
    pub kind: InstrumentKind,
    /// Whether its numbers are integers.
    pub form: Form,
    /// Its unit's code.
    pub unit: String,
    /// What it measures, in a sentence.
    pub description: String,
    /// Its points, in the order of their attributes.
    pub points: Vec<Point>,
}

/// A data point.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Point {
    /// Its attributes, by key.
    pub attributes: Vec<KeyValue>,
    /// Its value.
    pub value: PointValue,
}

/// The value of a data point.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PointValue {
    /// An integer of a sum or a gauge.
    Int(i128),
    /// A double of a sum or a gauge.
    Double(f64),
    /// The values of a histogram.
    Histogram {
        /// How many values.
        count: u64,
        /// Their sum.
        sum: f64,
        /// The least one.
        min: Option<f64>,
        /// The greatest one.
        max: Option<f64>,
        /// The buckets' upper boundaries: one fewer than there are buckets, as the last has none.
        bounds: Vec<f64>,
        /// How many values each bucket has.
        counts: Vec<u64>,
        /// If the buckets grow exponentially: the scale, by which a boundary is 2^(2^-scale) times the one before.
        scale: Option<i8>,
    },
}

impl Recorded {
    /// The points of a metric; none if it was not recorded.
    ///
    /// # Panics
    ///
    /// If there are several metrics of that name, as they are of other scopes, kinds or units, with a list of them. Each
    /// is in [`metrics`](Self::metrics).
    #[must_use]
    #[track_caller]
    pub fn points(&self, scope: Option<&str>, name: &str) -> &[Point] {
        let is = |metric: &RecordedMetric| metric.name == name && scope.is_none_or(|scope| scope == metric.scope);
        match self.only(is) {
            Ok(metric) => metric.map_or(&[], |metric| &metric.points),
            Err(several) => panic!("{}", several.said_of(name)),
        }
    }

    /// The one metric that is meant, if it was recorded.
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

/// Metrics that one name or one instrument stands for.
pub(super) struct Several<'a>(Vec<&'a RecordedMetric>);

impl Several<'_> {
    pub(super) fn said_of(&self, name: &str) -> String {
        let list: Vec<_> = self.0.iter().map(|metric| format!("  {metric}")).collect();
        format!("`{name}` is ambiguous, it was recorded by {} instruments:\n\n{}\n", list.len(), list.join("\n"))
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
        points.sort_by_key(Point::text);
        Self {
            scope: scope.name().to_owned(),
            version: scope.version().map(str::to_owned),
            schema_url: scope.schema_url().map(str::to_owned),
            name: metric.name().to_owned(),
            kind,
            form,
            unit: metric.unit().to_owned(),
            description: metric.description().to_owned(),
            points,
        }
    }

    fn key(&self) -> impl Ord + '_ {
        (&self.name, &self.scope, &self.version, &self.schema_url, self.kind, &self.unit, &self.description)
    }
}

fn points<T: Copy>(
    data: &MetricData<T>,
    number: fn(T) -> PointValue,
    float: fn(T) -> f64,
) -> (InstrumentKind, Vec<Point>) {
    match data {
        MetricData::Gauge(gauge) => {
            let points = gauge.data_points().map(|point| Point::new(point.attributes(), number(point.value())));
            (InstrumentKind::Gauge, points.collect())
        }
        MetricData::Sum(sum) => {
            let kind = if sum.is_monotonic() { InstrumentKind::Counter } else { InstrumentKind::UpDownCounter };
            (kind, sum.data_points().map(|point| Point::new(point.attributes(), number(point.value()))).collect())
        }
        MetricData::Histogram(histogram) => {
            let points = histogram.data_points().map(|point| Point::new(point.attributes(), explicit(point, float)));
            (InstrumentKind::Histogram, points.collect())
        }
        MetricData::ExponentialHistogram(histogram) => {
            let points = histogram.data_points().map(|point| Point::new(point.attributes(), exponential(point, float)));
            (InstrumentKind::Histogram, points.collect())
        }
    }
}

fn explicit<T: Copy>(point: &HistogramDataPoint<T>, float: fn(T) -> f64) -> PointValue {
    PointValue::Histogram {
        count: point.count(),
        sum: float(point.sum()),
        min: point.min().map(float),
        max: point.max().map(float),
        bounds: point.bounds().collect(),
        counts: point.bucket_counts().collect(),
        scale: None,
    }
}

/// Exponential buckets by their upper boundaries: that of zeros, what is between them and the first bucket that has any, and
/// then the buckets (*Data Model, exponential histogram*). There are none below zero, as a histogram takes no negative values.
fn exponential<T: Copy>(point: &ExponentialHistogramDataPoint<T>, float: fn(T) -> f64) -> PointValue {
    let scale = point.scale();
    // 2^(index * 2^-scale). The bucket of the largest doubles ends beyond them.
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
        min: point.min().map(float),
        max: point.max().map(float),
        bounds,
        counts,
        scale: Some(scale),
    }
}

impl Point {
    fn new<'a>(attributes: impl Iterator<Item = &'a KeyValue>, value: PointValue) -> Self {
        let mut attributes: Vec<_> = attributes.cloned().collect();
        attributes.sort_by(|a, b| a.key.cmp(&b.key));
        Self { attributes, value }
    }

    fn text(&self) -> String {
        let parts: Vec<_> = self.attributes.iter().map(|kv| format!("{}={}", kv.key, kv.value)).collect();
        parts.join(" ")
    }
}

impl fmt::Display for PointValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(value) => write!(f, "{value}"),
            Self::Double(value) => write!(f, "{value}"),
            Self::Histogram { count, sum, min, max, .. } => {
                write!(f, "{count} values, sum {sum}")?;
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
            rows.extend(
                metric
                    .points
                    .iter()
                    .map(|point| [metric.name.clone(), metric.unit.clone(), point.text(), point.value.to_string()]),
            );
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
