//! Instruments that are observed.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use meterstick::prelude::*;
use meterstick::unit::{Celsius, Fahrenheit, One};
use meterstick::{MeasurementError, Observation, observe_together};
use opentelemetry::KeyValue;
use opentelemetry::metrics::{
    AsyncInstrument, AsyncInstrumentBuilder, Callback, InstrumentProvider, Meter as OtelMeter,
    ObservableGauge as OtelGauge,
};
use opentelemetry_sdk::metrics::{Aggregation, SdkMeterProvider, Stream, Temporality};

use crate::wire::{Reader, Value, Wire};

const FAULTS: Metric<ObservableCounter<u64, One>> = Meter::observable_counter::<u64>().unit::<One>().name("faults");
const ATTIC: Metric<ObservableGauge<f64, Celsius>> = Meter::observable_gauge::<f64>().unit::<Celsius>().name("attic");
const THREADS: Metric<ObservableUpDownCounter<i32, One, KeyValues>> =
    Meter::observable_up_down_counter::<i32>().unit::<One>().name("threads").attributes::<KeyValues>();

#[test]
fn a_gauge_is_observed_in_any_unit_until_its_guard_is_dropped() {
    let wire = Wire::new();
    let observation = ATTIC.observe(&wire.meter(), |o| o.observe(Fahrenheit(212.0)));
    assert!(observation.is_live());
    assert_eq!(wire.collect().number("attic"), Some(Value::Double(100.0)));
    drop(observation);
    assert_eq!(wire.collect().number("attic"), None);
}

#[test]
fn attributes_are_observed_each_once_a_collection() {
    let wire = Wire::new();
    let observation = THREADS.observe(&wire.meter(), |o| {
        let idle = [KeyValue::new("state", "idle")];
        o.observe(3, &idle);
        o.observe(-1, &[KeyValue::new("state", "busy")]);
        assert_eq!(o.try_observe(7, &idle), Err(MeasurementError::ObservedTwice));
    });
    for _ in 0..2 {
        let threads = wire.collect().numbers("threads");
        assert_eq!((threads["state=idle"], threads["state=busy"]), (Value::Int(3), Value::Int(-1)));
    }
    assert_eq!(observation.refused(), 0);
}

#[test]
fn a_total_that_goes_down_stays_where_it_was() {
    for (wire, expected) in [(Wire::new(), [100, 100, 120]), (Wire::delta(), [100, 0, 20])] {
        let totals = Mutex::new(vec![120, 40, 100]);
        let observation = FAULTS.observe(&wire.meter(), move |o| o.observe(totals.lock().unwrap().pop().unwrap()));
        for total in expected {
            assert_eq!(wire.collect().number("faults"), Some(Value::Int(total)));
        }
        assert_eq!(observation.refused(), 1);
    }
}

/// The first of two concurrent runs has read its total, and observes it after the second has observed a later one.
#[test]
fn a_total_that_a_concurrent_run_overtakes_is_refused_only_if_it_went_down() {
    for (late, refused) in [(110, 0), (100, 0), (99, 1)] {
        let second = Reader::new(Temporality::Cumulative);
        let wire = Wire::of(Temporality::Cumulative, |builder| builder.with_reader(second.clone()));
        let ((begun, begins), (release, released)) = (mpsc::channel(), mpsc::channel());
        let (gate, run) = (Mutex::new((begun, released)), AtomicU64::new(0));
        let observation = FAULTS.observe(&wire.meter(), move |o| match run.fetch_add(1, Ordering::Relaxed) {
            0 => o.observe(100),
            1 => {
                let gate = gate.lock().unwrap();
                gate.0.send(()).unwrap();
                gate.1.recv().unwrap();
                o.observe(late);
            }
            2 => o.observe(120),
            _ => o.observe(130),
        });
        let faults = |reader: &Reader| reader.collect().number("faults");
        assert_eq!(faults(&wire.reader), Some(Value::Int(100)));
        std::thread::scope(|scope| {
            let first = scope.spawn(|| faults(&wire.reader));
            begins.recv().unwrap();
            assert_eq!(faults(&second), Some(Value::Int(120)));
            release.send(()).unwrap();
            assert_eq!(first.join().unwrap(), Some(Value::Int(120)));
        });
        assert_eq!(observation.refused(), refused, "{late}");
        assert_eq!(faults(&wire.reader), Some(Value::Int(130)));
        assert_eq!(observation.refused(), refused, "{late}");
    }
}

#[test]
fn a_log_subscriber_that_panics_at_a_panicking_callback_ends_no_collection() {
    let wire = Wire::new();
    let _attic = ATTIC.observe(&wire.meter(), |_| panic!("the callback panics, as the test wants"));
    let _faults = FAULTS.observe(&wire.meter(), |o| o.observe(1));
    let subscriber = crate::listener::Listener(|event: &tracing::Event<'_>| {
        assert!(!event.metadata().name().starts_with("Meterstick."), "so does the subscriber");
    });
    tracing::subscriber::with_default(subscriber, || {
        for _ in 0..2 {
            assert_eq!(wire.collect().number("faults"), Some(Value::Int(1)));
        }
    });
}

#[test]
fn a_panicking_callback_ends_neither_the_collection_nor_itself() {
    let wire = Wire::new();
    let panics = Arc::new(AtomicBool::new(true));
    let _attic = ATTIC.observe(&wire.meter(), {
        let panics = Arc::clone(&panics);
        move |o| {
            o.observe(Celsius(1.0));
            assert!(!panics.load(Ordering::Relaxed), "the callback panics, as the test wants");
        }
    });
    /// What the panic carries panics in turn when it is dropped.
    struct Hydra;
    impl Drop for Hydra {
        fn drop(&mut self) {
            std::panic::resume_unwind(Box::new(Hydra));
        }
    }
    let _threads = THREADS.observe(&wire.meter(), |_| std::panic::resume_unwind(Box::new(Hydra)));
    let _faults = FAULTS.observe(&wire.meter(), |o| o.observe(1));
    for _ in 0..2 {
        let collection = wire.collect();
        assert_eq!(collection.number("attic"), Some(Value::Double(1.0)));
        assert_eq!(collection.number("faults"), Some(Value::Int(1)));
        panics.store(false, Ordering::Relaxed);
    }
}

#[test]
fn a_callback_may_drop_its_own_guard() {
    let wire = Wire::new();
    let slot: Arc<Mutex<Option<Observation>>> = Arc::default();
    let calls = Arc::new(AtomicU64::new(0));
    let observation = FAULTS.observe(&wire.meter(), {
        let (slot, calls) = (Arc::clone(&slot), Arc::clone(&calls));
        move |o| {
            o.observe(calls.fetch_add(1, Ordering::Relaxed));
            slot.lock().unwrap().take();
        }
    });
    *slot.lock().unwrap() = Some(observation);
    wire.collect();
    wire.collect();
    assert_eq!(calls.load(Ordering::Relaxed), 1);
}

/// The SDK's pipeline is locked in a callback, and a panic there would end its reader.
#[test]
fn what_a_callback_owns_is_dropped_outside_of_the_collection() {
    struct Owned(opentelemetry::metrics::Meter, mpsc::Sender<()>);

    impl Drop for Owned {
        fn drop(&mut self) {
            let _ = self.0.u64_counter("built").build();
            self.1.send(()).unwrap();
            panic!("what a callback owns panics, as the test wants");
        }
    }

    type Slot = Arc<Mutex<Option<Observation>>>;
    fn alone(wire: &Wire, slot: Slot, owned: Owned) -> Observation {
        FAULTS.observe(&wire.meter(), move |o| {
            let _ = &owned;
            o.observe(1);
            slot.lock().unwrap().take();
        })
    }
    fn together(wire: &Wire, slot: Slot, owned: Owned) -> Observation {
        observe_together((FAULTS, ATTIC), &wire.meter(), move |(faults, attic)| {
            let _ = &owned;
            faults.observe(1);
            attic.observe(Celsius(1.0));
            slot.lock().unwrap().take();
        })
    }

    for observe in [alone, together] {
        let (sender, done) = mpsc::channel();
        std::thread::spawn(move || {
            let (wire, slot) = (Wire::new(), Slot::default());
            let (dropped, is_dropped) = mpsc::channel();
            let observation = observe(&wire, Arc::clone(&slot), Owned(wire.meter(), dropped));
            *slot.lock().unwrap() = Some(observation);
            assert_eq!(wire.collect().number("faults"), Some(Value::Int(1)));
            is_dropped.recv().unwrap();
            assert_eq!(wire.collect().number("faults"), None);
            sender.send(()).unwrap();
        });
        done.recv_timeout(std::time::Duration::from_secs(60)).expect("it ends");
    }
}

#[test]
fn each_reader_has_its_own_temporality() {
    let (cumulative, delta) = (Reader::new(Temporality::Cumulative), Reader::new(Temporality::Delta));
    let provider = SdkMeterProvider::builder().with_reader(cumulative.clone()).with_reader(delta.clone()).build();
    let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "test");
    let count = Meter::counter::<u64>().unit::<One>().name("count").build(&meter);
    for round in 1..=3 {
        count.add(5);
        assert_eq!(cumulative.collect().number("count"), Some(Value::Int(5 * round)));
        assert_eq!(delta.collect().number("count"), Some(Value::Int(5)));
    }
}

#[test]
fn a_meter_that_exports_nothing_is_reported() {
    let provider = SdkMeterProvider::builder().build();
    let observation =
        ATTIC.observe(&opentelemetry::metrics::MeterProvider::meter(&provider, "test"), |o| o.observe(Celsius(1.0)));
    assert!(!observation.is_live());
}

const USED: Metric<ObservableUpDownCounter<i64, One>> =
    Meter::observable_up_down_counter::<i64>().unit::<One>().name("used");
const SHARE: Metric<ObservableGauge<f64, One, KeyValues>> =
    Meter::observable_gauge::<f64>().unit::<One>().name("share").attributes::<KeyValues>();

/// Counts how often it is called, and observes that of all three.
fn observe_calls(wire: &Wire) -> (Observation, Arc<AtomicU64>) {
    let calls = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&calls);
    let observation = observe_together((FAULTS, USED, SHARE), &wire.meter(), move |(faults, used, share)| {
        let calls = counted.fetch_add(1, Ordering::Relaxed) + 1;
        faults.observe(calls);
        used.observe(calls as i64);
        for half in ["a", "b"] {
            share.observe(calls as f64, &[KeyValue::new("half", half)]);
        }
        assert_eq!(used.try_observe(7), Err(MeasurementError::ObservedTwice));
    });
    (observation, calls)
}

#[test]
fn one_callback_observes_several_instruments_once_a_collection() {
    let (wire, delta) = (Reader::new(Temporality::Cumulative), Reader::new(Temporality::Delta));
    let provider = SdkMeterProvider::builder().with_reader(wire.clone()).with_reader(delta.clone()).build();
    let wire = Wire { provider, reader: wire };
    let (observation, calls) = observe_calls(&wire);
    for n in [1, 3, 5] {
        let collection = wire.collect();
        assert_eq!(collection.number("faults"), Some(Value::Int(n)));
        assert_eq!(collection.number("used"), Some(Value::Int(n)));
        assert_eq!(collection.numbers("share")["half=b"], Value::Double(n as f64));
        // The other reader's collection is another call.
        let collection = delta.collect();
        assert_eq!(collection.number("faults"), Some(Value::Int(2)));
        assert_eq!(collection.number("used"), Some(Value::Int(n + 1)));
    }
    assert_eq!((calls.load(Ordering::Relaxed), observation.refused()), (6, 0));
    assert!(observation.is_live());
    drop(observation);
    // What the other reader's collection observed the SDK has for this one, too.
    wire.collect();
    assert_eq!(wire.collect().number("used"), None);
    assert_eq!(calls.load(Ordering::Relaxed), 6);
}

#[test]
fn those_that_a_view_drops_are_not_observed_and_the_others_are() {
    for dropped in ["faults", "used", "share"] {
        let wire = Wire::of(Temporality::Cumulative, |builder| {
            builder.with_view(move |instrument: &opentelemetry_sdk::metrics::Instrument| {
                let drop = Stream::builder().with_aggregation(Aggregation::Drop);
                (instrument.name() == dropped).then(|| drop.build().unwrap())
            })
        });
        let (observation, calls) = observe_calls(&wire);
        for n in 1..=3 {
            let collection = wire.collect();
            for name in ["faults", "used", "share"] {
                assert_eq!(collection.metric(name).is_some(), name != dropped);
            }
            assert_eq!(calls.load(Ordering::Relaxed), n);
        }
        assert!(observation.is_live());
    }
}

#[test]
fn readers_that_collect_at_once_call_the_callback_once_each() {
    let readers = [Reader::new(Temporality::Cumulative), Reader::new(Temporality::Cumulative)];
    let builder =
        readers.iter().fold(SdkMeterProvider::builder(), |builder, reader| builder.with_reader(reader.clone()));
    let wire = Wire { provider: builder.build(), reader: readers[0].clone() };
    let (_observation, calls) = observe_calls(&wire);
    std::thread::scope(|scope| {
        for reader in &readers {
            scope.spawn(|| {
                for _ in 0..500 {
                    let collection = reader.collect();
                    let names = ["faults", "used", "share"];
                    assert!(names.iter().all(|name| collection.metric(name).is_some()));
                }
            });
        }
    });
    assert_eq!(calls.load(Ordering::Relaxed), 1000);
}

#[test]
fn what_was_observed_together_before_a_panic_is_exported() {
    let wire = Wire::new();
    let observation = observe_together((FAULTS, USED), &wire.meter(), |(faults, used)| {
        faults.observe(1_u64);
        used.observe(1_i64);
        panic!("as it should");
    });
    for _ in 0..2 {
        let collection = wire.collect();
        assert_eq!(collection.number("faults"), Some(Value::Int(1)));
        assert_eq!(collection.number("used"), Some(Value::Int(1)));
    }
    assert!(observation.is_live());
}

/// A provider of another make, which calls each callback where the test wants it.
#[derive(Default)]
struct Pooled(Mutex<Vec<Callback<i64>>>);

impl InstrumentProvider for Pooled {
    fn i64_observable_gauge(&self, builder: AsyncInstrumentBuilder<'_, OtelGauge<i64>, i64>) -> OtelGauge<i64> {
        self.0.lock().unwrap().extend(builder.callbacks);
        OtelGauge::new()
    }
}

#[derive(Default)]
struct Observes(Mutex<Vec<i64>>);

impl AsyncInstrument<i64> for Observes {
    fn observe(&self, value: i64, _: &[KeyValue]) {
        self.0.lock().unwrap().push(value);
    }
}

#[test]
fn callbacks_that_a_provider_calls_on_several_threads_observe_nothing_of_an_earlier_collection() {
    const ONE: Metric<ObservableGauge<i64, One>> = Meter::observable_gauge::<i64>().unit::<One>().name("one");
    const TWO: Metric<ObservableGauge<i64, One>> = Meter::observable_gauge::<i64>().unit::<One>().name("two");

    let pooled = Arc::new(Pooled::default());
    let source = Arc::new(AtomicU64::new(0));
    let read = Arc::clone(&source);
    let _observation = observe_together(
        (ONE, TWO),
        &OtelMeter::new(Arc::clone(&pooled) as Arc<dyn InstrumentProvider + Send + Sync>),
        move |(one, two)| {
            let value = read.load(Ordering::Relaxed) as i64;
            one.observe(value);
            two.observe(value);
        },
    );
    let (jobs, todo) = mpsc::channel::<usize>();
    let (done, is_done) = mpsc::channel();
    let other = {
        let pooled = Arc::clone(&pooled);
        std::thread::spawn(move || {
            for callback in todo {
                let observes = Observes::default();
                pooled.0.lock().unwrap()[callback](&observes);
                done.send(observes.0.into_inner().unwrap()).unwrap();
            }
        })
    };
    let here = |callback: usize| {
        let observes = Observes::default();
        pooled.0.lock().unwrap()[callback](&observes);
        observes.0.into_inner().unwrap()
    };
    let there = |callback| {
        jobs.send(callback).unwrap();
        is_done.recv().unwrap()
    };
    source.store(1, Ordering::Relaxed);
    assert_eq!((here(0), there(1)), (vec![1], vec![1]));
    // What this thread has stored for the second instrument is of that collection.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    source.store(2, Ordering::Relaxed);
    assert_eq!((there(0), here(1)), (vec![2], vec![2]));
    drop(jobs);
    other.join().unwrap();
}
