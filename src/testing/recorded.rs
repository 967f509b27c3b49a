//! What was recorded, as data and as a table.

use core::fmt;

use opentelemetry::KeyValue;
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData, ResourceMetrics};

/// What one collection gave.
///
/// Its display is a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recorded {
    /// The metrics, by name.
    pub metrics: Vec<RecordedMetric>,
}

/// A metric with its points.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RecordedMetric {
    /// The scope's name.
    pub scope: String,
    /// The metric's name.
    pub name: String,
    /// Its unit's code.
    pub unit: String,
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
        /// The buckets' upper boundaries.
        bounds: Vec<f64>,
        /// How many values each bucket has; empty for exponential buckets.
        counts: Vec<u64>,
    },
}

impl Recorded {
    /// The points of a metric; none if it was not recorded.
    #[must_use]
    pub fn points(&self, scope: Option<&str>, name: &str) -> &[Point] {
        let is = |metric: &&RecordedMetric| metric.name == name && scope.is_none_or(|scope| scope == metric.scope);
        self.metrics.iter().find(is).map_or(&[], |metric| &metric.points)
    }

    pub(super) fn of(data: &ResourceMetrics) -> Self {
        let mut metrics = Vec::new();
        for scope in data.scope_metrics() {
            for metric in scope.metrics() {
                let mut points = match metric.data() {
                    AggregatedMetrics::F64(data) => points(data, PointValue::Double, |value| value),
                    AggregatedMetrics::U64(data) => points(data, |v| PointValue::Int(v.into()), |value| value as f64),
                    AggregatedMetrics::I64(data) => points(data, |v| PointValue::Int(v.into()), |value| value as f64),
                };
                points.sort_by_key(|point| point.text());
                metrics.push(RecordedMetric {
                    scope: scope.scope().name().to_owned(),
                    name: metric.name().to_owned(),
                    unit: metric.unit().to_owned(),
                    points,
                });
            }
        }
        metrics.sort_by(|a, b| (&a.name, &a.scope).cmp(&(&b.name, &b.scope)));
        Self { metrics }
    }
}

fn points<T: Copy>(data: &MetricData<T>, number: fn(T) -> PointValue, float: fn(T) -> f64) -> Vec<Point> {
    match data {
        MetricData::Gauge(gauge) => {
            gauge.data_points().map(|point| Point::new(point.attributes(), number(point.value()))).collect()
        }
        MetricData::Sum(sum) => {
            sum.data_points().map(|point| Point::new(point.attributes(), number(point.value()))).collect()
        }
        MetricData::Histogram(histogram) => histogram
            .data_points()
            .map(|point| {
                let value = PointValue::Histogram {
                    count: point.count(),
                    sum: float(point.sum()),
                    min: point.min().map(float),
                    max: point.max().map(float),
                    bounds: point.bounds().collect(),
                    counts: point.bucket_counts().collect(),
                };
                Point::new(point.attributes(), value)
            })
            .collect(),
        MetricData::ExponentialHistogram(histogram) => histogram
            .data_points()
            .map(|point| {
                let value = PointValue::Histogram {
                    count: point.count() as u64,
                    sum: float(point.sum()),
                    min: point.min().map(float),
                    max: point.max().map(float),
                    bounds: Vec::new(),
                    counts: Vec::new(),
                };
                Point::new(point.attributes(), value)
            })
            .collect(),
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
