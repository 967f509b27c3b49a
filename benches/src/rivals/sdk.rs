//! The OpenTelemetry API as it is used by hand: keys and values at each call.

use std::sync::{Arc, LazyLock, Weak};
use std::time::Duration;

use opentelemetry::metrics::{Meter, MeterProvider};
use opentelemetry::{KeyValue, Value};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::metrics::data::ResourceMetrics;
use opentelemetry_sdk::metrics::reader::MetricReader;
use opentelemetry_sdk::metrics::{InstrumentKind, ManualReader, Pipeline, SdkMeterProvider, Temporality};

use crate::shape::{BOUNDARIES, Input, Job, Shape};

/// A reader that is kept outside of its provider, too.
#[derive(Clone, Debug)]
pub struct Reader(Arc<ManualReader>);

impl Default for Reader {
    fn default() -> Self {
        Self(Arc::new(ManualReader::builder().build()))
    }
}

impl Reader {
    /// A collection, whose data nobody wants.
    pub fn collect_now(&self) {
        self.0.collect(&mut ResourceMetrics::default()).expect("the reader is registered and not shut down");
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

/// A provider of the SDK with a reader that nobody reads.
pub fn provider() -> SdkMeterProvider {
    SdkMeterProvider::builder().with_reader(ManualReader::builder().build()).build()
}

/// A meter that is this one's alone, of a provider that is not the global one.
pub fn meter() -> Meter {
    static PROVIDER: LazyLock<SdkMeterProvider> = LazyLock::new(provider);
    static NEXT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    PROVIDER.meter_with_scope(opentelemetry::InstrumentationScope::builder(format!("bench{number}")).build())
}

#[inline]
fn set(input: &Input) -> [KeyValue; 2] {
    [KeyValue::new("kind", input.kind_name), KeyValue::new("route", input.route_name)]
}

pub fn job(shape: Shape) -> Option<Job> {
    let meter = meter();
    let histogram = || meter.f64_histogram("h").with_boundaries(BOUNDARIES.to_vec()).build();
    Some(match shape {
        Shape::CounterOfSets => {
            let counter = meter.u64_counter("c").build();
            Job::new(move |input| counter.add(1, &set(input)))
        }
        Shape::Counter => {
            let counter = meter.u64_counter("c").build();
            Job::new(move |_| counter.add(1, &[]))
        }
        Shape::CounterOfStrings => {
            let counter = meter.u64_counter("c").build();
            Job::new(move |input| {
                let (kind, route) = &*input.owned;
                let value = |text: &String| Value::from(text.clone());
                counter.add(1, &[KeyValue::new("kind", value(kind)), KeyValue::new("route", value(route))]);
            })
        }
        Shape::HistogramOfSets => {
            let histogram = histogram();
            Job::new(move |input| histogram.record(input.value, &set(input)))
        }
        Shape::Histogram => {
            let histogram = histogram();
            Job::new(move |input| histogram.record(input.value, &[]))
        }
        Shape::GaugeOfSets => {
            let gauge = meter.f64_gauge("g").build();
            Job::new(move |input| gauge.record(input.value, &set(input)))
        }
        Shape::CounterCalled | Shape::IdleCounter | Shape::IdleHistogram | Shape::IdleGauge => return None,
    })
}
