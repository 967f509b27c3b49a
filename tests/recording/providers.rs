//! Providers that are held up, replace one another, never call callbacks, or call them too late.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use meterstick::WaitingReason;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry::metrics::noop::NoopMeterProvider;
use opentelemetry_sdk::metrics::Temporality;

use crate::alone::alone;
use crate::foreign::Foreign;
use crate::wire::{Collection, Value, Wire};

const SCOPE: Scope = Scope::new("providers");

static COUNT: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("count").global(SCOPE);
static PAID: Counter<f64, One> = Meter::counter::<f64>().unit::<One>().name("paid").global(SCOPE);
static SIZE: Histogram<u64, Bytes> = Meter::histogram::<u64>().unit::<Bytes>().name("size").global(SCOPE);
static LEVEL: Gauge<i64, One> = Meter::gauge::<i64>().unit::<One>().name("level").global(SCOPE);
static OPEN: Counter<u64, One, KeyValues> =
    Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>().global(SCOPE);

fn record(values: u64) {
    let set = [KeyValue::new("k", "a")];
    for _ in 0..values {
        COUNT.add(1);
        PAID.add(0.5);
        SIZE.record(Bytes(1));
        OPEN.add(1, &set);
    }
    LEVEL.record(values as i64);
}

/// Whether a collection has what so many values make.
#[track_caller]
fn has(collection: &Collection, values: u64) {
    assert_eq!(collection.number("count"), Some(Value::Int(values as i64)));
    assert_eq!(collection.number("paid"), Some(Value::Double(values as f64 / 2.0)));
    assert_eq!(collection.distribution("size").unwrap().count, values);
    assert_eq!(collection.numbers("open")["k=a"], Value::Int(values as i64));
}

#[test]
fn a_provider_set_while_a_callback_is_slow_has_all_values_when_that_returns() {
    alone(|| {
        record(10);
        let wire = Wire::new();
        let (enters, is_entered) = mpsc::channel();
        let is_first = AtomicBool::new(true);
        let _slow = wire
            .meter()
            .u64_observable_gauge("slow")
            .with_callback(move |_| {
                if is_first.swap(false, Ordering::Relaxed) {
                    enters.send(()).unwrap();
                    // Longer than any call waits for its instrument.
                    thread::sleep(Duration::from_millis(2400));
                }
            })
            .build();
        thread::scope(|scope| {
            scope.spawn(|| wire.collect());
            is_entered.recv().unwrap();
            meterstick::set_meter_provider(wire.provider.clone());
        });
        has(&wire.collect(), 10);
        assert_eq!((COUNT.refused(), SIZE.refused(), SIZE.dropped()), (0, 0, 0));
    });
}

#[test]
fn a_provider_has_the_values_of_thousands_of_statics_when_it_is_set() {
    alone(|| {
        let number = if cfg!(miri) { 30 } else { 3000 };
        let names: Vec<_> = (0..number).map(|n| format!("count.{n}")).collect();
        for name in &names {
            let count = Meter::counter::<u64>().unit::<One>().try_name(name).unwrap().global(SCOPE);
            count.add(1);
        }
        let wire = Wire::of(Temporality::Cumulative, |builder| {
            builder.with_view(|_: &opentelemetry_sdk::metrics::Instrument| {
                opentelemetry_sdk::metrics::Stream::builder().with_cardinality_limit(1).build().ok()
            })
        });
        meterstick::set_meter_provider(wire.provider.clone());
        let exported = wire.collect().0.len();
        assert_eq!(exported, names.len());
    });
}

/// Statics are used before and after the no-op provider is set in place of another one.
fn replace_by_the_noop_provider(set: impl FnOnce()) {
    let [first, second] = [Wire::new(), Wire::new()];
    meterstick::set_meter_provider(first.provider.clone());
    COUNT.add(1);
    set();
    COUNT.add(2);
    PAID.add(0.5);
    let waiting = meterstick::statics_without_provider();
    assert_eq!(waiting.len(), 2);
    assert!(waiting.iter().all(|one| one.reason == WaitingReason::NoProvider), "{waiting:?}");
    assert_eq!(first.collect().number("count"), Some(Value::Int(3)));
    meterstick::set_meter_provider(second.provider.clone());
    COUNT.add(4);
    assert_eq!(second.collect().number("count"), Some(Value::Int(4)));
    assert_eq!(second.collect().number("paid"), Some(Value::Double(0.5)));
}

#[test]
fn the_noop_provider_takes_no_static_from_its_provider_and_no_value_of_another_one() {
    alone(|| replace_by_the_noop_provider(|| meterstick::set_meter_provider(NoopMeterProvider::new())));
}

#[test]
fn so_does_the_noop_provider_that_opentelemetrys_function_sets() {
    alone(|| replace_by_the_noop_provider(|| opentelemetry::global::set_meter_provider(NoopMeterProvider::new())));
}

static ACTIVE: UpDownCounter<i64, One> = Meter::up_down_counter::<i64>().unit::<One>().name("active").global(SCOPE);

#[test]
fn what_was_added_for_an_earlier_provider_is_not_taken_back_from_a_later_one() {
    alone(|| {
        let [first, second] = [Wire::new(), Wire::new()];
        // Before there is a provider: its sums begin with that.
        let early = ACTIVE.track();
        meterstick::set_meter_provider(first.provider.clone());
        let (one, other) = (ACTIVE.track(), ACTIVE.track().into_owned());
        assert_eq!(first.collect().number("active"), Some(Value::Int(3)));
        drop(early);
        assert_eq!(first.collect().number("active"), Some(Value::Int(2)));
        meterstick::set_meter_provider(second.provider.clone());
        drop((one, other));
        assert_eq!(second.collect().number("active"), None);
        let later = ACTIVE.track();
        assert_eq!(second.collect().number("active"), Some(Value::Int(1)));
        drop(later);
        assert_eq!(second.collect().number("active"), Some(Value::Int(0)));
    });
}

#[test]
fn a_static_that_two_threads_bind_to_one_provider_keeps_its_sum() {
    alone(|| {
        COUNT.add(1);
        // It gives each caller a meter of its own, and while `set_meter_provider` asks for one a lookup binds the static.
        let provider = Foreign::default();
        provider.before_meter(|| {
            while !meterstick::statics_without_provider().is_empty() {
                std::thread::yield_now();
            }
        });
        meterstick::set_meter_provider(provider.clone());
        assert_eq!(provider.given()["count"], (1, 1));
        assert_eq!(COUNT.value(), Some(1));
    });
}

static LATE: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("late").global(SCOPE);

#[test]
fn a_provider_that_was_replaced_while_it_was_being_set_gets_no_static_that_is_first_used_afterwards() {
    alone(|| {
        COUNT.add(1);
        let [first, second] = [Foreign::default(), Foreign::default()];
        // Held up while it is asked for a meter.
        let hold = |provider: &Foreign| {
            let (enters, is_entered) = mpsc::channel();
            let (release, is_released) = mpsc::channel::<()>();
            provider.before_meter(move || {
                enters.send(()).unwrap();
                is_released.recv().unwrap();
            });
            (is_entered, release)
        };
        let (is_entered, release) = hold(&first);
        let setting = thread::spawn({
            let first = first.clone();
            move || meterstick::set_meter_provider(first)
        });
        is_entered.recv().unwrap();
        meterstick::set_meter_provider(second.clone());
        let (is_entered, release_second) = hold(&second);
        // A helper thread binds it, and is held up.
        LATE.add(1);
        is_entered.recv().unwrap();
        release.send(()).unwrap();
        setting.join().unwrap();
        assert_eq!(first.given(), [].into());
        release_second.send(()).unwrap();
        while !meterstick::statics_without_provider().is_empty() {
            thread::yield_now();
        }
        assert_eq!(second.given(), [("count".to_owned(), (1, 1)), ("late".to_owned(), (1, 1))].into());
    });
}

#[test]
fn a_provider_that_is_set_again_continues_its_sums() {
    alone(|| {
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        let active = ACTIVE.track();
        meterstick::set_meter_provider(wire.provider.clone());
        assert_eq!(wire.collect().number("active"), Some(Value::Int(1)));
        drop(active);
        assert_eq!(wire.collect().number("active"), Some(Value::Int(0)));
    });
}

/// A lookup of a thread that records and the one that sets the provider bind the same statics.
#[test]
#[cfg_attr(miri, ignore = "hundreds of statics")]
fn what_is_added_while_a_provider_is_set_is_taken_back() {
    alone(|| {
        let wire = Wire::new();
        let statics: Vec<_> = (0..1000)
            .map(|n| {
                let declared = Meter::up_down_counter::<i64>().unit::<One>().try_name(&format!("active.{n}"));
                declared.unwrap().global(SCOPE)
            })
            .collect();
        statics.iter().for_each(|active| active.add(0));
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            for first in 0..3 {
                let (statics, is_over) = (&statics, &is_over);
                scope.spawn(move || {
                    let mut guards = std::collections::VecDeque::new();
                    for active in statics.iter().cycle().skip(300 * first) {
                        guards.push_back(active.track());
                        guards.truncate(if is_over.load(Ordering::Relaxed) { 0 } else { 100 });
                        if guards.is_empty() {
                            break;
                        }
                        if guards.len() == 100 {
                            drop(guards.pop_front());
                        }
                    }
                });
            }
            meterstick::set_meter_provider(wire.provider.clone());
            is_over.store(true, Ordering::Relaxed);
        });
        let collection = wire.collect();
        for n in 0..statics.len() {
            assert_eq!(collection.number(&format!("active.{n}")), Some(Value::Int(0)), "{n}");
        }
    });
}

#[test]
fn a_later_provider_has_the_whole_range_and_only_what_is_recorded_for_it() {
    alone(|| {
        let [first, second] = [Wire::new(), Wire::new()];
        meterstick::set_meter_provider(first.provider.clone());
        COUNT.add(i64::MAX as u64);
        PAID.add(f64::MAX / 2.0);
        assert_eq!(first.collect().number("count"), Some(Value::Int(i64::MAX)));
        assert!(COUNT.try_add(1).is_err());
        meterstick::set_meter_provider(second.provider.clone());
        assert!(second.collect().0.is_empty(), "nothing was recorded for it");
        COUNT.add(3);
        COUNT.add(4);
        PAID.add(1.0);
        let collection = second.collect();
        assert_eq!(collection.number("count"), Some(Value::Int(7)));
        assert_eq!(collection.number("paid"), Some(Value::Double(1.0)));
        COUNT.add(i64::MAX as u64 - 7);
        assert!(COUNT.try_add(1).is_err());
        assert_eq!(second.collect().number("count"), Some(Value::Int(i64::MAX)));
        assert_eq!(COUNT.refused() + PAID.refused(), 0);
    });
}

#[test]
fn statics_follow_to_a_later_provider_and_the_earlier_one_has_what_was_recorded_before() {
    alone(|| {
        let [first, second, third] = [Wire::new(), Wire::new(), Wire::new()];
        meterstick::set_meter_provider(first.provider.clone());
        record(3);
        has(&first.collect(), 3);
        // What is pending belongs to the first.
        record(4);
        meterstick::set_meter_provider(second.provider.clone());
        has(&first.collect(), 7);
        record(5);
        has(&second.collect(), 5);
        assert_eq!(second.collect().number("level"), Some(Value::Int(5)));
        record(6);
        second.provider.shutdown().unwrap();
        first.provider.shutdown().unwrap();
        meterstick::set_meter_provider(third.provider.clone());
        // Sums start anew, also on the thread that has counters of its own.
        record(2);
        has(&third.collect(), 2);
        record(2);
        has(&third.collect(), 4);
        assert_eq!((COUNT.refused(), COUNT.dropped(), SIZE.dropped()), (0, 0, 0));
    });
}

#[test]
fn a_total_is_that_of_its_provider_and_not_of_an_earlier_one() {
    alone(|| {
        let [first, second] = [Wire::new(), Wire::new()];
        meterstick::set_meter_provider(first.provider.clone());
        COUNT.add(i64::MAX as u64);
        first.collect();
        meterstick::set_meter_provider(second.provider.clone());
        // Of another thread: this one's counter is full.
        thread::spawn(|| COUNT.add(7)).join().unwrap();
        assert_eq!(second.collect().number("count"), Some(Value::Int(7)));
        assert_eq!(COUNT.refused(), 0);
    });
}

#[test]
fn values_recorded_while_providers_replace_one_another_reach_one_of_them_once() {
    alone(|| {
        let (rounds, values) = if cfg!(miri) { (2, 4) } else { (20, 20_000) };
        let wires: Vec<_> = (0..=rounds).map(|_| Wire::new()).collect();
        // A histogram keeps only so many values until there is one.
        meterstick::set_meter_provider(wires[0].provider.clone());
        thread::scope(|scope| {
            let threads: Vec<_> = (0..2).map(|_| scope.spawn(move || record(values))).collect();
            for wire in &wires[1..] {
                meterstick::set_meter_provider(wire.provider.clone());
                wire.collect();
            }
            threads.into_iter().for_each(|thread| thread.join().unwrap());
        });
        let collections: Vec<_> = wires.iter().rev().map(Wire::collect).collect();
        let sum = |number: fn(&Collection) -> u64| collections.iter().map(number).sum::<u64>();
        let int = |value: Option<Value>| if let Some(Value::Int(value)) = value { value as u64 } else { 0 };
        assert_eq!(collections.iter().map(|one| int(one.number("count"))).sum::<u64>(), 2 * values);
        assert_eq!(collections.iter().map(|one| int(one.numbers("open").remove("k=a"))).sum::<u64>(), 2 * values);
        assert_eq!(sum(|one| one.distribution("size").map_or(0, |one| one.count)), 2 * values);
        assert_eq!((COUNT.dropped(), SIZE.dropped()), (0, 0));
    });
}

#[test]
fn a_provider_that_keeps_callbacks_and_never_calls_them_is_given_each_value_at_once() {
    let provider = Foreign::default();
    let meter = provider.meter("test");
    let count = Meter::counter::<u64>().unit::<One>().name("built").build(&meter);
    let size = Meter::histogram::<u64>().unit::<Bytes>().name("built.size").build(&meter);
    let open = Meter::counter::<u64>().unit::<One>().name("built.open").attributes::<KeyValues>().build(&meter);
    for value in 1..=200 {
        count.add(1);
        size.record(Bytes(1));
        open.add(1, &[KeyValue::new("k", "a")]);
        thread::scope(|scope| drop(scope.spawn(|| count.add(1))));
        let given = provider.given();
        assert_eq!(given["built"].1, 2 * value);
        assert_eq!((given["built.size"].1, given["built.open"].1), (value, value));
        if cfg!(miri) && value == 3 {
            break;
        }
    }
    assert!(provider.callbacks() > 0);
}

/// The specification has callbacks called before the sums are read (*Metrics SDK, collect*). A provider that calls them after
/// that breaks it: what was added since the collection before is exported one collection late.
#[test]
fn a_provider_that_calls_callbacks_after_it_has_read_the_sums_exports_values_a_collection_late() {
    let provider = Foreign::default();
    let count = Meter::counter::<u64>().unit::<One>().name("late").build(&provider.meter("test"));
    let collect = || {
        let sum = provider.given().get("late").map_or(0, |given| given.1);
        provider.call();
        sum
    };
    // As long as no callback was called, nothing waits for one.
    count.add(1);
    assert_eq!(collect(), 1);
    count.add(10);
    assert_eq!(collect(), 1);
    assert_eq!(collect(), 11);
    // What is dropped is passed at once.
    count.add(100);
    drop(count);
    assert_eq!(provider.given()["late"].1, 111);
}

/// A provider that sets another one while it builds, and whose meter uses a static when it is dropped.
struct Chained;

static OF_METERS: Counter<u64, One> =
    Meter::counter::<u64>().unit::<One>().name("meters").global(Scope::new("chained"));
static CHAINED: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("chained").global(Scope::new("chained"));

impl opentelemetry::metrics::MeterProvider for Chained {
    fn meter_with_scope(&self, _: opentelemetry::InstrumentationScope) -> opentelemetry::metrics::Meter {
        opentelemetry::metrics::Meter::new(std::sync::Arc::new(Self))
    }
}

impl opentelemetry::metrics::InstrumentProvider for Chained {
    fn u64_counter(
        &self,
        _: opentelemetry::metrics::InstrumentBuilder<'_, opentelemetry::metrics::Counter<u64>>,
    ) -> opentelemetry::metrics::Counter<u64> {
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| meterstick::set_meter_provider(opentelemetry_sdk::metrics::SdkMeterProvider::default()));
        struct Ignores;
        impl opentelemetry::metrics::SyncInstrument<u64> for Ignores {
            fn measure(&self, _: u64, _: &[KeyValue]) {}
        }
        opentelemetry::metrics::Counter::new(std::sync::Arc::new(Ignores))
    }
}

impl Drop for Chained {
    fn drop(&mut self) {
        OF_METERS.inc();
    }
}

#[test]
fn a_meter_that_uses_a_static_when_it_is_dropped_hangs_no_provider() {
    crate::alone::alone(|| {
        CHAINED.inc();
        meterstick::set_meter_provider(Chained);
        assert!(OF_METERS.value().is_some_and(|meters| meters > 0));
    });
}
