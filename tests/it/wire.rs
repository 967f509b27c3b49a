//! What leaves: a provider whose collections are encoded as OTLP and decoded again.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use opentelemetry::metrics::{Meter, MeterProvider};
use opentelemetry_proto::tonic::collector::metrics::v1::ExportMetricsServiceRequest;
use opentelemetry_proto::tonic::common::v1::{AnyValue, KeyValue, any_value};
use opentelemetry_proto::tonic::metrics::v1::{
    AggregationTemporality, Metric, NumberDataPoint, metric::Data, number_data_point,
};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::metrics::data::ResourceMetrics;
use opentelemetry_sdk::metrics::reader::MetricReader;
use opentelemetry_sdk::metrics::{
    InstrumentKind, ManualReader, MeterProviderBuilder, Pipeline, SdkMeterProvider, Temporality,
};
use prost::Message;

/// A reader that is kept outside of its provider, too.
#[derive(Clone, Debug)]
pub struct Reader(Arc<ManualReader>);

impl Reader {
    pub fn new(temporality: Temporality) -> Self {
        Self(Arc::new(ManualReader::builder().with_temporality(temporality).build()))
    }

    /// A collection, as it is on the wire.
    pub fn collect(&self) -> Collection {
        let mut data = ResourceMetrics::default();
        self.0.collect(&mut data).expect("the reader is registered and not shut down");
        let bytes = ExportMetricsServiceRequest::from(&data).encode_to_vec();
        let request = ExportMetricsServiceRequest::decode(&*bytes).expect("what was encoded can be decoded");
        let metrics = request.resource_metrics.into_iter().flat_map(|resource| resource.scope_metrics);
        Collection(metrics.flat_map(|scope| scope.metrics).collect())
    }
}

impl MetricReader for Reader {
    fn register_pipeline(&self, pipeline: Weak<Pipeline>) {
        self.0.register_pipeline(pipeline);
    }
    fn collect(&self, data: &mut ResourceMetrics) -> OTelSdkResult {
        self.0.collect(data)
    }
    fn force_flush(&self) -> OTelSdkResult {
        self.0.force_flush()
    }
    fn shutdown_with_timeout(&self, timeout: Duration) -> OTelSdkResult {
        self.0.shutdown_with_timeout(timeout)
    }
    fn temporality(&self, kind: InstrumentKind) -> Temporality {
        self.0.temporality(kind)
    }
}

/// A provider with one reader.
pub struct Wire {
    pub provider: SdkMeterProvider,
    pub reader: Reader,
}

impl Wire {
    pub fn new() -> Self {
        Self::of(Temporality::Cumulative, |builder| builder)
    }

    pub fn delta() -> Self {
        Self::of(Temporality::Delta, |builder| builder)
    }

    pub fn of(temporality: Temporality, set_up: impl FnOnce(MeterProviderBuilder) -> MeterProviderBuilder) -> Self {
        let reader = Reader::new(temporality);
        let builder = SdkMeterProvider::builder().with_resource(Resource::builder_empty().build());
        Self { provider: set_up(builder.with_reader(reader.clone())).build(), reader }
    }

    pub fn meter(&self) -> Meter {
        self.provider.meter("test")
    }

    pub fn collect(&self) -> Collection {
        self.reader.collect()
    }
}

/// What one collection exported.
#[derive(Debug)]
pub struct Collection(pub Vec<Metric>);

/// A number as OTLP has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Int(i64),
    Double(f64),
}

/// A histogram's data point.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    pub count: u64,
    pub sum: f64,
    pub min: f64,
    pub max: f64,
    pub bounds: Vec<f64>,
    pub counts: Vec<u64>,
}

/// Attributes as one text: `a=1,b=x`.
pub type Set = String;

impl Collection {
    pub fn metric(&self, name: &str) -> Option<&Metric> {
        let mut found = self.0.iter().filter(|metric| metric.name == name);
        let metric = found.next();
        assert!(found.next().is_none(), "`{name}` is exported twice");
        metric
    }

    /// The points of a sum or gauge; none if it is not exported.
    pub fn numbers(&self, name: &str) -> BTreeMap<Set, Value> {
        let points = match self.metric(name).and_then(|metric| metric.data.as_ref()) {
            None => &[][..],
            Some(Data::Sum(sum)) => &sum.data_points,
            Some(Data::Gauge(gauge)) => &gauge.data_points,
            Some(other) => panic!("`{name}` is {other:?}"),
        };
        unique(points.iter().map(|point| (set(&point.attributes), number(point))))
    }

    /// The one point of a sum or gauge without attributes.
    pub fn number(&self, name: &str) -> Option<Value> {
        self.numbers(name).remove("")
    }

    /// The points of a histogram; none if it is not exported.
    pub fn distributions(&self, name: &str) -> BTreeMap<Set, Distribution> {
        let points = match self.metric(name).and_then(|metric| metric.data.as_ref()) {
            None => &[][..],
            Some(Data::Histogram(histogram)) => &histogram.data_points,
            Some(other) => panic!("`{name}` is {other:?}"),
        };
        unique(points.iter().map(|point| {
            let distribution = Distribution {
                count: point.count,
                sum: point.sum(),
                min: point.min(),
                max: point.max(),
                bounds: point.explicit_bounds.clone(),
                counts: point.bucket_counts.clone(),
            };
            (set(&point.attributes), distribution)
        }))
    }

    pub fn distribution(&self, name: &str) -> Option<Distribution> {
        self.distributions(name).remove("")
    }

    /// Whether a sum is monotonic, and its temporality.
    pub fn sum(&self, name: &str) -> Option<(bool, AggregationTemporality)> {
        match self.metric(name)?.data.as_ref()? {
            Data::Sum(sum) => Some((sum.is_monotonic, sum.aggregation_temporality())),
            other => panic!("`{name}` is {other:?}"),
        }
    }
}

fn unique<T>(points: impl Iterator<Item = (Set, T)>) -> BTreeMap<Set, T> {
    let mut all = BTreeMap::new();
    for (set, value) in points {
        assert!(all.insert(set.clone(), value).is_none(), "the set `{set}` is exported twice");
    }
    all
}

fn number(point: &NumberDataPoint) -> Value {
    match point.value.expect("a point has a value") {
        number_data_point::Value::AsInt(value) => Value::Int(value),
        number_data_point::Value::AsDouble(value) => Value::Double(value),
    }
}

fn set(attributes: &[KeyValue]) -> Set {
    let mut parts: Vec<_> = attributes.iter().map(|kv| format!("{}={}", kv.key, any(kv.value.as_ref()))).collect();
    parts.sort();
    parts.join(",")
}

fn any(value: Option<&AnyValue>) -> String {
    match value.and_then(|value| value.value.as_ref()) {
        Some(any_value::Value::StringValue(text)) => text.clone(),
        Some(any_value::Value::BoolValue(value)) => value.to_string(),
        Some(any_value::Value::IntValue(value)) => value.to_string(),
        Some(any_value::Value::DoubleValue(value)) => format!("{value:?}"),
        Some(any_value::Value::ArrayValue(array)) => {
            format!("[{}]", array.values.iter().map(|value| any(Some(value))).collect::<Vec<_>>().join(";"))
        }
        other => panic!("an attribute is {other:?}"),
    }
}
