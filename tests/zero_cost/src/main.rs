//! Calls whose executed instructions are counted: a typed one, and the same work by hand on a bound handle of the SDK.

use std::hint::black_box;
use std::time::Duration;

use meterstick::opentelemetry::metrics::{BoundCounter, BoundHistogram, MeterProvider};
use meterstick::opentelemetry_sdk::error::OTelSdkResult;
use meterstick::opentelemetry_sdk::metrics::data::ResourceMetrics;
use meterstick::opentelemetry_sdk::metrics::exporter::PushMetricExporter;
use meterstick::opentelemetry_sdk::metrics::{SdkMeterProvider, Temporality};
use meterstick::prelude::*;
use meterstick::unit::{Bytes, KiBytes, One, Seconds};

const SCOPE: Scope = Scope::new("typed");

static COUNT: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("count").global(SCOPE);
static SENT: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("sent").global(SCOPE);
static LATENCY: Histogram<f64, Seconds> = Meter::histogram::<f64>().unit::<Seconds>().name("latency").global(SCOPE);

const CALLS: u64 = 1000;

#[unsafe(no_mangle)]
#[inline(never)]
pub fn executed_typed_count() {
    (0..CALLS).for_each(|_| COUNT.add(black_box(1)));
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn executed_by_hand_count(bound: &BoundCounter<u64>) {
    (0..CALLS).for_each(|_| bound.add(black_box(1)));
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn executed_typed_bytes() {
    (0..CALLS).for_each(|n| SENT.add(KiBytes(black_box(n))));
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn executed_by_hand_bytes(bound: &BoundCounter<u64>) {
    (0..CALLS).for_each(|n| {
        if let Some(bytes) = black_box(n).checked_mul(1024) {
            bound.add(bytes);
        }
    });
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn executed_typed_duration() {
    (0..CALLS).for_each(|n| LATENCY.record(black_box(Duration::from_micros(n))));
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn executed_by_hand_duration(bound: &BoundHistogram<f64>) {
    (0..CALLS).for_each(|n| bound.record(black_box(Duration::from_micros(n)).as_secs_f64()));
}

struct Nowhere;

impl PushMetricExporter for Nowhere {
    async fn export(&self, _: &ResourceMetrics) -> OTelSdkResult {
        Ok(())
    }
    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }
    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
    fn temporality(&self) -> Temporality {
        Temporality::Cumulative
    }
}

fn main() {
    let provider = SdkMeterProvider::builder().with_periodic_exporter(Nowhere).build();
    meterstick::set_meter_provider(provider.clone());
    let meter = provider.meter("by hand");
    let counter = meter.u64_counter("count").build().bind(&[]);
    // With the boundaries that the typed one has.
    let boundaries = LATENCY.descriptor().boundaries.to_vec();
    let histogram = meter.f64_histogram("latency").with_boundaries(boundaries).build().bind(&[]);
    // The first calls of each are not those that are counted.
    for _ in 0..2 {
        COUNT.add(1);
        SENT.add(KiBytes(1));
        LATENCY.record(Seconds(1.0));
        counter.add(1);
        histogram.record(1.0);
        provider.force_flush().expect("nothing is exported");
    }
    executed_typed_count();
    executed_by_hand_count(&counter);
    executed_typed_bytes();
    executed_by_hand_bytes(&counter);
    executed_typed_duration();
    executed_by_hand_duration(&histogram);
}
