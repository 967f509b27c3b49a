//! Global providers that are not the SDK's, panic, or are held up. One test, as there is one global provider.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Barrier, Mutex};
use std::time::Duration;

use meterstick::unit::{Bytes, One};
use meterstick::{Counter, Gauge, Histogram, KeyValues, Meter, Scope};
use opentelemetry::metrics::{
    Counter as SdkCounter, Gauge as SdkGauge, Histogram as SdkHistogram, HistogramBuilder, InstrumentBuilder,
    InstrumentProvider, Meter as SdkMeter, MeterProvider, SyncInstrument,
};
use opentelemetry::{InstrumentationScope, KeyValue};
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData};
use opentelemetry_sdk::metrics::{InMemoryMetricExporter, SdkMeterProvider};
use tracing::Event;

#[path = "it/listener.rs"]
mod listener;

use listener::Listener;

const SCOPE: Scope = Scope::new("other");

/// All that it was given. It has no hook and no handles, which the API does not ask for.
static GIVEN: Mutex<Vec<(String, u64)>> = Mutex::new(Vec::new());

struct Gives(String);

impl SyncInstrument<u64> for Gives {
    fn measure(&self, value: u64, _: &[KeyValue]) {
        GIVEN.lock().unwrap().push((self.0.clone(), value));
    }
}

impl SyncInstrument<i64> for Gives {
    fn measure(&self, value: i64, _: &[KeyValue]) {
        SyncInstrument::<u64>::measure(self, value as u64, &[]);
    }
}

/// A provider without any state, as OpenTelemetry's own that does nothing.
struct Other;

impl MeterProvider for Other {
    fn meter_with_scope(&self, _: InstrumentationScope) -> SdkMeter {
        SdkMeter::new(Arc::new(Self))
    }
}

impl InstrumentProvider for Other {
    fn u64_counter(&self, builder: InstrumentBuilder<'_, SdkCounter<u64>>) -> SdkCounter<u64> {
        assert_ne!(builder.name, "bad", "as it should");
        SdkCounter::new(Arc::new(Gives(builder.name.into_owned())))
    }
    fn i64_gauge(&self, builder: InstrumentBuilder<'_, SdkGauge<i64>>) -> SdkGauge<i64> {
        SdkGauge::new(Arc::new(Gives(builder.name.into_owned())))
    }
    fn u64_histogram(&self, builder: HistogramBuilder<'_, SdkHistogram<u64>>) -> SdkHistogram<u64> {
        SdkHistogram::new(Arc::new(Gives(builder.name.into_owned())))
    }
}

static BAD: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("bad").global(SCOPE);
static EARLY: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("early").global(SCOPE);
static LEVEL: Gauge<i64, One> = Meter::gauge::<i64>().unit::<One>().name("level").global(SCOPE);
static SIZES: Histogram<u64, Bytes> = Meter::histogram::<u64>().unit::<Bytes>().name("sizes").global(SCOPE);
static OPEN_SIZES: Histogram<u64, Bytes, KeyValues> =
    Meter::histogram::<u64>().unit::<Bytes>().name("sizes.open").attributes::<KeyValues>().global(SCOPE);
static LATE: Histogram<u64, Bytes> = Meter::histogram::<u64>().unit::<Bytes>().name("late").global(SCOPE);
static HELD_UP: Histogram<u64, Bytes> = Meter::histogram::<u64>().unit::<Bytes>().name("held_up").global(SCOPE);
static OPEN_HELD_UP: Histogram<u64, Bytes, KeyValues> =
    Meter::histogram::<u64>().unit::<Bytes>().name("held_up.open").attributes::<KeyValues>().global(SCOPE);

static EVENTS: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("events").global(SCOPE);

/// How often an instrument was given something, and how much.
fn given(name: &str) -> (usize, u64) {
    let given = GIVEN.lock().unwrap();
    let values: Vec<u64> = given.iter().filter(|one| one.0 == name).map(|one| one.1).collect();
    (values.len(), values.iter().sum())
}

#[test]
fn a_provider_of_any_kind_is_given_everything() {
    // OpenTelemetry logs that the provider is set while it holds the lock of the provider.
    tracing::subscriber::set_global_default(Listener(|_: &Event<'_>| EVENTS.add(1))).unwrap();
    let set = [KeyValue::new("k", "a")];
    BAD.add(1);
    EARLY.add(1);
    LEVEL.record(1);
    for _ in 0..10 {
        SIZES.record(Bytes(1));
        OPEN_SIZES.record(Bytes(1), &set);
    }
    meterstick::set_meter_provider(Other);
    // It panics on one instrument, and has the others.
    BAD.add(1);
    EARLY.add(1);
    LEVEL.record(2);
    for _ in 0..1000 {
        SIZES.record(Bytes(1));
        OPEN_SIZES.record(Bytes(1), &set);
        LATE.record(Bytes(1));
    }
    assert_eq!(given("early").1, 2);
    assert_eq!(GIVEN.lock().unwrap().iter().rfind(|one| one.0 == "level").unwrap().1, 2);
    for (name, values) in [("sizes", 1010), ("sizes.open", 1010), ("late", 1000)] {
        assert_eq!(given(name), (values, values as u64), "{name}");
    }

    tracing::info!("one more");
    assert!(given("events").1 >= 2);

    // One of the SDK, whose collection waits for a callback while a static is used for the first time: its first call goes on after
    // two seconds.
    let exporter = InMemoryMetricExporter::default();
    let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter.clone()).build();
    meterstick::set_meter_provider(provider.clone());
    let barrier = Arc::new(Barrier::new(2));
    let meter = provider.meter("slow");
    let _slow = meter
        .u64_observable_gauge("slow")
        .with_callback({
            let barrier = Arc::clone(&barrier);
            let is_first = AtomicBool::new(true);
            move |_| {
                if is_first.swap(false, Ordering::Relaxed) {
                    barrier.wait();
                    barrier.wait();
                }
            }
        })
        .build();
    std::thread::scope(|scope| {
        scope.spawn(|| provider.force_flush().unwrap());
        barrier.wait();
        for _ in 0..10_000 {
            HELD_UP.record(Bytes(1));
            OPEN_HELD_UP.record(Bytes(1), &set);
        }
        barrier.wait();
    });
    // A collection that comes before they are bound has none of their values; the one after it has all.
    let counts = || -> Vec<u64> {
        provider.force_flush().unwrap();
        let exported = exporter.get_finished_metrics().unwrap();
        let metrics = exported.last().unwrap().scope_metrics().flat_map(|scope| scope.metrics());
        metrics
            .filter_map(|metric| match metric.data() {
                AggregatedMetrics::U64(MetricData::Histogram(held)) => {
                    Some(held.data_points().map(|p| p.count()).sum())
                }
                _ => None,
            })
            .collect()
    };
    let deadline = std::time::Instant::now() + Duration::from_secs(10);
    while counts() != [10_000, 10_000] {
        assert!(std::time::Instant::now() < deadline, "{:?}", counts());
    }
    assert_eq!((HELD_UP.dropped(), OPEN_HELD_UP.dropped()), (0, 0));
    assert_eq!((HELD_UP.refused(), OPEN_HELD_UP.refused()), (0, 0));
}
