//! What is measured leaves as the registry says: name, unit, kind, number and the keys that are required.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use opentelemetry::metrics::MeterProvider;
use opentelemetry_proto::tonic::collector::metrics::v1::ExportMetricsServiceRequest;
use opentelemetry_proto::tonic::common::v1::KeyValue;
use opentelemetry_proto::tonic::metrics::v1::metric::Data;
use opentelemetry_proto::tonic::metrics::v1::{self as otlp, number_data_point::Value};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::metrics::data::ResourceMetrics;
use opentelemetry_sdk::metrics::reader::MetricReader;
use opentelemetry_sdk::metrics::{InstrumentKind, ManualReader, Pipeline, SdkMeterProvider, Temporality};
use prost::Message;

use crate::every::every;
use crate::registry::{Metric, metrics, registry};

#[test]
fn every_constant_that_is_measured_reaches_the_wire() {
    let wire = Wire::new();
    let meter = wire.provider.meter("semconv");
    for one in every() {
        (one.measure)(&meter);
    }
    compare(&wire.collect(), |_| true);
}

#[test]
fn every_constant_that_is_observed_reaches_the_wire_alike() {
    let wire = Wire::new();
    let meter = wire.provider.meter("semconv");
    let observables = every().into_iter().filter_map(|one| one.observable);
    let observations: Vec<_> = observables.map(|observable| (observable.observe)(&meter)).collect();
    compare(&wire.collect(), |metric| metric.instrument != "histogram");
    assert!(observations.iter().all(|observation| observation.refused() == 0));
}

/// Compares what left with those metrics of the registry that should have.
fn compare(exported: &BTreeMap<String, otlp::Metric>, should: fn(&Metric<'_>) -> bool) {
    let registry = registry();
    let expected: Vec<_> = metrics(&registry).into_iter().filter(should).collect();
    assert_eq!(exported.len(), expected.len());
    for metric in expected {
        let found = exported.get(metric.name).unwrap_or_else(|| panic!("`{}` is not exported", metric.name));
        compare_one(&metric, found);
    }
}

fn compare_one(metric: &Metric<'_>, exported: &otlp::Metric) {
    let name = metric.name;
    assert_eq!(exported.unit, metric.unit, "{name}");
    let (instrument, points) = match exported.data.as_ref().expect("a metric has data") {
        Data::Sum(sum) => (if sum.is_monotonic { "counter" } else { "updowncounter" }, &sum.data_points),
        Data::Gauge(gauge) => ("gauge", &gauge.data_points),
        Data::Histogram(histogram) => {
            assert_eq!(metric.instrument, "histogram", "{name}");
            let [point] = &histogram.data_points[..] else { panic!("`{name}` has one set") };
            assert_eq!((point.count, point.sum), (1, Some(1.0)), "{name}");
            return compare_keys(metric, &point.attributes);
        }
        other => panic!("`{name}` is {other:?}"),
    };
    assert_eq!(metric.instrument, instrument, "{name}");
    let [point] = &points[..] else { panic!("`{name}` has one set") };
    let expected = if metric.integer { Value::AsInt(1) } else { Value::AsDouble(1.0) };
    assert_eq!(point.value, Some(expected), "{name}");
    compare_keys(metric, &point.attributes);
}

fn compare_keys(metric: &Metric<'_>, attributes: &[KeyValue]) {
    let mut exported: Vec<_> = attributes.iter().map(|attribute| attribute.key.as_str()).collect();
    exported.sort_unstable();
    let mut required: Vec<_> = metric.attributes.iter().filter(|one| one.required).map(|one| one.key).collect();
    required.sort_unstable();
    assert_eq!(exported, required, "{}", metric.name);
}

/// A provider whose collections are encoded as OTLP and decoded again.
struct Wire {
    provider: SdkMeterProvider,
    reader: Reader,
}

impl Wire {
    fn new() -> Self {
        let reader = Reader(Arc::new(ManualReader::builder().build()));
        Self { provider: SdkMeterProvider::builder().with_reader(reader.clone()).build(), reader }
    }

    fn collect(&self) -> BTreeMap<String, otlp::Metric> {
        let mut data = ResourceMetrics::default();
        self.reader.collect(&mut data).expect("the reader is registered and not shut down");
        let bytes = ExportMetricsServiceRequest::from(&data).encode_to_vec();
        let request = ExportMetricsServiceRequest::decode(&*bytes).expect("what was encoded can be decoded");
        let scopes = request.resource_metrics.into_iter().flat_map(|resource| resource.scope_metrics);
        scopes.flat_map(|scope| scope.metrics).map(|metric| (metric.name.clone(), metric)).collect()
    }
}

#[derive(Clone, Debug)]
struct Reader(Arc<ManualReader>);

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
