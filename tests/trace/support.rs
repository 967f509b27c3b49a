//! What the tests share: a provider that keeps what it exports, and typed sets.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use meterstick::prelude::*;
use opentelemetry::trace::{Status, TracerProvider};
use opentelemetry::{KeyValue, Value};
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, HistogramDataPoint, MetricData};
use opentelemetry_sdk::metrics::{InMemoryMetricExporter, SdkMeterProvider};
use opentelemetry_sdk::trace::{InMemorySpanExporter, Sampler, SdkTracer, SdkTracerProvider, SpanData};

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "user")]
pub struct User<'a> {
    pub id: i64,
    pub tenant: &'a str,
    pub admin: Option<bool>,
}

pub const ADA: User<'static> = User { id: 7, tenant: "acme", admin: None };

pub struct Traces {
    exporter: InMemorySpanExporter,
    pub provider: SdkTracerProvider,
    pub tracer: SdkTracer,
}

impl Traces {
    pub fn new() -> Self {
        Self::sampled(Sampler::AlwaysOn)
    }

    pub fn sampled(sampler: Sampler) -> Self {
        let exporter = InMemorySpanExporter::default();
        let provider =
            SdkTracerProvider::builder().with_simple_exporter(exporter.clone()).with_sampler(sampler).build();
        let tracer = provider.tracer("shop");
        Self { exporter, provider, tracer }
    }

    /// The spans that have ended, in the order in which they have.
    pub fn ended(&self) -> Vec<SpanData> {
        self.exporter.get_finished_spans().unwrap()
    }

    /// The only span.
    pub fn only(&self) -> SpanData {
        let mut ended = self.ended();
        assert_eq!(ended.len(), 1, "{ended:#?}");
        ended.remove(0)
    }

    pub fn named(&self, name: &str) -> SpanData {
        self.ended().into_iter().find(|span| span.name == name).unwrap_or_else(|| panic!("no span `{name}`"))
    }
}

pub fn value<'a>(attributes: &'a [KeyValue], key: &str) -> Option<&'a Value> {
    let mut found = attributes.iter().filter(|attribute| attribute.key.as_str() == key);
    let value = found.next().map(|attribute| &attribute.value);
    assert!(found.next().is_none(), "`{key}` is there once");
    value
}

pub fn text(attributes: &[KeyValue], key: &str) -> Option<String> {
    value(attributes, key).map(ToString::to_string)
}

/// Polls a future once.
pub fn poll_once<F: Future>(future: F) -> Poll<F::Output> {
    pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}

/// Whether a panic says so.
pub fn says(panic: &(dyn std::any::Any + Send), message: &str) -> bool {
    panic.downcast_ref::<&str>().is_some_and(|said| *said == message)
        || panic.downcast_ref::<String>().is_some_and(|said| said == message)
}

/// A status that is an error.
pub fn error(description: &str) -> Status {
    Status::Error { description: description.to_owned().into() }
}

pub struct Meters {
    exporter: InMemoryMetricExporter,
    pub provider: SdkMeterProvider,
}

/// A point of a histogram, as far as it does not depend on time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    pub attributes: Vec<(String, String)>,
    pub count: u64,
}

impl Meters {
    pub fn new() -> Self {
        let exporter = InMemoryMetricExporter::default();
        Self { provider: SdkMeterProvider::builder().with_periodic_exporter(exporter.clone()).build(), exporter }
    }

    /// The points of the only histogram, each with its sum, ordered by their attributes.
    pub fn points(&self) -> Vec<(Counted, f64)> {
        self.provider.force_flush().unwrap();
        let batches = self.exporter.get_finished_metrics().unwrap();
        let metrics: Vec<_> = batches.last().unwrap().scope_metrics().flat_map(|scope| scope.metrics()).collect();
        assert_eq!(metrics.len(), 1);
        let AggregatedMetrics::F64(MetricData::Histogram(histogram)) = metrics[0].data() else {
            panic!("not a histogram of doubles")
        };
        let point = |point: &HistogramDataPoint<f64>| {
            let pairs = point.attributes().map(|one| (one.key.to_string(), one.value.to_string()));
            let mut attributes: Vec<_> = pairs.collect();
            attributes.sort();
            (Counted { attributes, count: point.count() }, point.sum())
        };
        let mut points: Vec<_> = histogram.data_points().map(point).collect();
        points.sort_by(|a, b| a.0.cmp(&b.0));
        points
    }

    /// The attributes of the only point, which counts one.
    pub fn only(&self) -> Vec<(String, String)> {
        let points = self.points();
        assert_eq!(points.len(), 1, "{points:?}");
        assert_eq!(points[0].0.count, 1);
        points[0].0.attributes.clone()
    }
}

/// Attributes as texts, ordered.
pub fn texts(attributes: &[KeyValue]) -> Vec<(String, String)> {
    let mut texts: Vec<_> = attributes.iter().map(|one| (one.key.to_string(), one.value.to_string())).collect();
    texts.sort();
    texts
}

pub fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}
