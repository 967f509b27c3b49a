//! What goes wrong around an instrument: the process lives, later measurements arrive, and totals are exact where the
//! SDK allows.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::unit::{One, Seconds};
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::error::{OTelSdkError, OTelSdkResult};
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData, ResourceMetrics};
use opentelemetry_sdk::metrics::exporter::PushMetricExporter;
use opentelemetry_sdk::metrics::{PeriodicReader, SdkMeterProvider, Temporality};
use proptest::prelude::*;

use crate::wire::{Value, Wire};

const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("count");
const LATENCY: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("latency");

/// An exporter that does what a test wants before it notes the total of `count`.
struct Exporter<F> {
    before: F,
    totals: Arc<Mutex<Vec<u64>>>,
    temporality: Temporality,
}

impl<F: Fn(usize) -> OTelSdkResult + Send + Sync + 'static> PushMetricExporter for Exporter<F> {
    async fn export(&self, metrics: &ResourceMetrics) -> OTelSdkResult {
        let mut total = 0;
        for metric in metrics.scope_metrics().flat_map(|scope| scope.metrics()) {
            if let AggregatedMetrics::U64(MetricData::Sum(sum)) = metric.data() {
                total += sum.data_points().map(|point| point.value()).sum::<u64>();
            }
        }
        let calls = {
            let mut totals = self.totals.lock().unwrap();
            totals.push(total);
            totals.len()
        };
        (self.before)(calls)
    }
    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }
    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
    fn temporality(&self) -> Temporality {
        self.temporality
    }
}

fn provider<F>(temporality: Temporality, before: F) -> (SdkMeterProvider, Arc<Mutex<Vec<u64>>>)
where
    F: Fn(usize) -> OTelSdkResult + Send + Sync + 'static,
{
    let totals = Arc::new(Mutex::new(Vec::new()));
    let exporter = Exporter { before, totals: Arc::clone(&totals), temporality };
    let reader = PeriodicReader::builder(exporter).with_interval(Duration::from_millis(1)).build();
    (SdkMeterProvider::builder().with_reader(reader).build(), totals)
}

#[test]
fn a_provider_may_shut_down_while_sixteen_threads_record() {
    let (provider, totals) = provider(Temporality::Delta, |_| Ok(()));
    let meter = provider.meter("test");
    let (count, latency) = (COUNT.build(&meter), LATENCY.build(&meter));
    let (before, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let barrier = std::sync::Barrier::new(17);
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                for _ in 0..1000 {
                    count.add(1);
                    before.fetch_add(1, Ordering::Relaxed);
                }
                barrier.wait();
                while !stop.load(Ordering::Relaxed) {
                    count.add(1);
                    latency.record(Seconds(0.1));
                }
            });
        }
        barrier.wait();
        provider.shutdown().unwrap();
        std::thread::sleep(Duration::from_millis(20));
        stop.store(true, Ordering::Relaxed);
    });
    let exported: u64 = totals.lock().unwrap().iter().sum();
    assert!(exported >= before.load(Ordering::Relaxed), "what came before the shutdown is exported");
}

#[test]
fn an_exporter_that_fails_loses_nothing_of_a_cumulative_total() {
    let (provider, totals) = provider(Temporality::Cumulative, |call| {
        if call % 2 == 1 { Err(OTelSdkError::InternalFailure("it fails".into())) } else { Ok(()) }
    });
    let count = COUNT.build(&provider.meter("test"));
    for _ in 0..10 {
        count.add(7);
        let _ = provider.force_flush();
    }
    let _ = provider.shutdown();
    assert_eq!(totals.lock().unwrap().last(), Some(&70));
}

#[test]
fn a_blocking_exporter_delays_no_thread() {
    let (unblock, blocked) = mpsc::channel::<()>();
    let blocked = Mutex::new(blocked);
    let (provider, totals) = provider(Temporality::Cumulative, move |_| {
        let _ = blocked.lock().unwrap().recv();
        Ok(())
    });
    let meter = provider.meter("test");
    let (count, latency) = (COUNT.build(&meter), LATENCY.build(&meter));
    count.add(1);
    while totals.lock().unwrap().is_empty() {
        std::thread::yield_now();
    }
    // The exporter is within a call. More values than any ring holds go by it.
    for _ in 0..10_000 {
        count.add(1);
        latency.record(Seconds(0.1));
    }
    drop(unblock);
    provider.shutdown().unwrap();
    assert_eq!(totals.lock().unwrap().last(), Some(&10_001));
}

#[test]
fn an_exporter_that_panics_ends_its_reader_and_not_the_process() {
    let (provider, totals) = provider(Temporality::Cumulative, |_| panic!("the exporter panics, as the test wants"));
    let count = COUNT.build(&provider.meter("test"));
    count.add(1);
    while totals.lock().unwrap().is_empty() {
        std::thread::yield_now();
    }
    for _ in 0..1000 {
        count.add(1);
    }
    // Another provider's instrument of the same declaration is not concerned.
    let wire = Wire::new();
    let other = COUNT.build(&wire.meter());
    other.add(3);
    assert_eq!(wire.collect().number("count"), Some(Value::Int(3)));
}

#[test]
fn a_blocking_callback_delays_only_its_collection() {
    let wire = Wire::new();
    let count = COUNT.build(&wire.meter());
    let (unblock, blocked) = mpsc::channel::<()>();
    let (entered, is_entered) = mpsc::channel::<()>();
    let channels = Mutex::new((entered, blocked));
    let _observation = Meter::observable_gauge::<u64>().unit::<One>().name("slow").observe(&wire.meter(), move |o| {
        let channels = channels.lock().unwrap();
        let _ = channels.0.send(());
        let _ = channels.1.recv();
        o.observe(1_u64);
    });
    std::thread::scope(|scope| {
        let collection = scope.spawn(|| wire.collect());
        is_entered.recv().unwrap();
        for _ in 0..10_000 {
            count.add(1);
        }
        drop(unblock);
        assert_eq!(collection.join().unwrap().number("slow"), Some(Value::Int(1)));
    });
    assert_eq!(wire.collect().number("count"), Some(Value::Int(10_000)));
}

/// What a thread measures while its thread-local values are dropped.
struct Farewell(Box<dyn Fn()>);

impl Drop for Farewell {
    fn drop(&mut self) {
        (self.0)();
    }
}

thread_local! {
    static FAREWELL: std::cell::RefCell<Option<Farewell>> = const { std::cell::RefCell::new(None) };
}

#[test]
fn a_thread_that_ends_measures_to_the_last() {
    const NAMED: Metric<Counter<u64, One, KeyValues>> =
        Meter::counter::<u64>().unit::<One>().name("named").attributes::<KeyValues>();
    let wire = Wire::new();
    let meter = wire.meter();
    let (count, latency, named) = (COUNT.build(&meter), LATENCY.build(&meter), NAMED.build(&meter));
    // Values are dropped in the order in which they were first used, so ours is gone by then or it is not.
    for used_before in [false, true] {
        std::thread::scope(|scope| {
            for _ in 0..4 {
                let measure = {
                    let (count, latency, named) = (count.clone(), latency.clone(), named.clone());
                    move || {
                        for _ in 0..300 {
                            count.add(1);
                            latency.record(Seconds(1.0));
                            named.add(1, &[KeyValue::new("a", "b")]);
                        }
                    }
                };
                scope.spawn(move || {
                    if used_before {
                        measure();
                    }
                    FAREWELL.set(Some(Farewell(Box::new(measure.clone()))));
                    if !used_before {
                        measure();
                    }
                });
            }
        });
    }
    // A scope ends before its threads have dropped their thread-local values.
    let deadline = std::time::Instant::now() + Duration::from_secs(20);
    let all = 2 * 4 * 2 * 300;
    loop {
        let collection = wire.collect();
        let counts: u64 = collection.distributions("latency").values().flat_map(|one| one.counts.clone()).sum();
        let (count, named) = (collection.number("count"), collection.numbers("named").into_values().next());
        if (count, named, counts) == (Some(Value::Int(all)), Some(Value::Int(all)), all as u64) {
            break;
        }
        assert!(std::time::Instant::now() < deadline, "{count:?}, {named:?}, {counts} of {all}");
        std::thread::yield_now();
    }
}

#[test]
fn an_instrument_of_a_provider_that_was_shut_down_does_nothing() {
    let wire = Wire::new();
    wire.provider.shutdown().unwrap();
    let count = COUNT.build(&wire.meter());
    for _ in 0..1000 {
        count.add(1);
    }
    assert_eq!(count.refused(), 0);
}

#[test]
fn a_view_that_drops_everything_else_drops_no_measurement() {
    // The hook is dropped by this view, too; so the instrument hands on each measurement at once.
    let wire = Wire::of(Temporality::Cumulative, |builder| {
        builder.with_view(|instrument: &opentelemetry_sdk::metrics::Instrument| {
            (!["count", "latency", "open"].contains(&instrument.name())).then(|| {
                opentelemetry_sdk::metrics::Stream::builder()
                    .with_aggregation(opentelemetry_sdk::metrics::Aggregation::Drop)
                    .build()
                    .unwrap()
            })
        })
    });
    let meter = wire.meter();
    let (count, latency) = (COUNT.build(&meter), LATENCY.build(&meter));
    let open = Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>().build(&meter);
    let dropped = Meter::counter::<u64>().unit::<One>().name("dropped").build(&meter);
    for _ in 0..100 {
        count.add(1);
        latency.record(Seconds(1.0));
        open.add(1, &[KeyValue::new("k", "v")]);
        dropped.add(1);
    }
    let collection = wire.collect();
    assert_eq!(collection.number("count"), Some(Value::Int(100)));
    assert_eq!(collection.distribution("latency").unwrap().count, 100);
    assert_eq!(collection.numbers("open")["k=v"], Value::Int(100));
    assert!(collection.metric("dropped").is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn names_and_attributes_of_any_kind_are_taken_or_refused_and_never_lost(
        name in "\\PC{0,300}",
        key in "\\PC{0,20}",
        value in "\\PC*",
        number: f64,
    ) {
        let wire = Wire::new();
        let declared = Meter::counter::<u64>().unit::<One>().try_name(&name);
        prop_assert_eq!(declared.is_err(), wire.meter_refuses(&name));
        let count = Meter::counter::<u64>().unit::<One>().name("fuzz").attributes::<KeyValues>().build(&wire.meter());
        for _ in 0..2 {
            count.add(1, &[KeyValue::new(key.clone(), value.clone()), KeyValue::new("number", number)]);
        }
        let points = wire.collect().numbers("fuzz");
        prop_assert_eq!(points.into_values().collect::<Vec<_>>(), [Value::Int(2)]);
    }
}

impl Wire {
    /// Whether the SDK makes an instrument of a name that exports nothing.
    fn meter_refuses(&self, name: &str) -> bool {
        let meter = self.meter();
        meter.u64_counter(name.to_owned()).build().add(1, &[]);
        self.collect().0.is_empty()
    }
}
