//! Code of the program that runs inside a call, and records the same instrument.

use std::cell::Cell;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use meterstick::{ValueRef, ValueType};
use opentelemetry::KeyValue;
use tracing::Event;

use crate::allocator;
use crate::alone::alone;
use crate::foreign::Foreign;
use crate::listener::Listener;
use crate::wire::{Value, Wire};

thread_local! {
    static IS_INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// Runs what records once, and not within itself.
fn once(record: impl FnOnce()) {
    if !IS_INSIDE.replace(true) {
        record();
        IS_INSIDE.set(false);
    }
}

/// A value that records the counter that it is an attribute of, each time it is asked for.
#[derive(Clone, Copy)]
struct Asked<'a>(&'a (dyn Fn() + Send + Sync));

impl AttributeValue for Asked<'_> {
    const TYPE: ValueType = ValueType::String;
    const CARDINALITY: Option<usize> = Some(1);

    fn value(&self) -> ValueRef<'_> {
        once(self.0);
        ValueRef::Static("asked")
    }
}

#[derive(Clone, Copy, Attributes)]
struct Closed<'a> {
    asked: Asked<'a>,
}

/// The same of an open set.
#[derive(Clone, Copy)]
struct AskedOpen<'a>(&'a (dyn Fn() + Send + Sync));

impl AttributeValue for AskedOpen<'_> {
    const TYPE: ValueType = ValueType::String;

    fn value(&self) -> ValueRef<'_> {
        once(self.0);
        ValueRef::Static("asked")
    }
}

#[derive(Clone, Copy, Attributes)]
struct Open<'a> {
    asked: AskedOpen<'a>,
}

#[derive(Clone, Copy)]
struct Displays<'a>(&'a (dyn Fn() + Send + Sync));

impl fmt::Display for Displays<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        once(self.0);
        f.write_str("displayed")
    }
}

#[derive(Clone, Copy, Attributes)]
struct Displayed<'a> {
    #[attribute(display)]
    shown: Displays<'a>,
}

const NOTHING: &(dyn Fn() + Send + Sync) = &|| {};

#[test]
fn an_attribute_of_a_closed_set_that_records_the_same_instrument_loses_nothing() {
    let wire = Wire::new();
    let count =
        Meter::counter::<u64>().unit::<One>().name("count").attributes::<Closed<'static>>().build(&wire.meter());
    let level = Meter::up_down_counter::<f64>().unit::<One>().name("level").attributes::<Closed<'static>>();
    let level = level.build(&wire.meter());
    let inner = AtomicU64::new(0);
    for _ in 0..3 {
        let record = || {
            inner.fetch_add(1, Ordering::Relaxed);
            count.add(1, Closed { asked: Asked(NOTHING) });
            level.add(1.0, Closed { asked: Asked(NOTHING) });
        };
        for _ in 0..5 {
            count.add(1, Closed { asked: Asked(&record) });
            level.add(1.0, Closed { asked: Asked(&record) });
        }
        wire.collect();
    }
    let inner = inner.into_inner();
    assert!(inner > 0, "it is asked for");
    let collection = wire.collect();
    assert_eq!(collection.numbers("count")["asked=asked"], Value::Int(15 + inner as i64));
    assert_eq!(collection.numbers("level")["asked=asked"], Value::Double(15.0 + inner as f64));
}

#[test]
fn an_attribute_of_an_open_set_that_records_the_same_instrument_neither_hangs_nor_loses() {
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Open<'static>>().build(&wire.meter());
    let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<Open<'static>>();
    let size = size.build(&wire.meter());
    let inner = AtomicU64::new(0);
    for _ in 0..3 {
        let record = || {
            inner.fetch_add(1, Ordering::Relaxed);
            count.add(1, Open { asked: AskedOpen(NOTHING) });
            size.record(Bytes(1), Open { asked: AskedOpen(NOTHING) });
        };
        for _ in 0..5 {
            count.add(1, Open { asked: AskedOpen(&record) });
            size.record(Bytes(1), Open { asked: AskedOpen(&record) });
        }
        wire.collect();
    }
    let inner = inner.into_inner();
    assert!(inner > 0, "it is asked for");
    let collection = wire.collect();
    assert_eq!(collection.numbers("count")["asked=asked"], Value::Int(15 + inner as i64));
    assert_eq!(collection.distributions("size")["asked=asked"].count, 15 + inner);
}

#[test]
fn a_display_that_records_the_same_instrument_neither_hangs_nor_loses() {
    let wire = Wire::new();
    let count =
        Meter::counter::<u64>().unit::<One>().name("count").attributes::<Displayed<'static>>().build(&wire.meter());
    let inner = AtomicU64::new(0);
    for _ in 0..3 {
        let record = || {
            inner.fetch_add(1, Ordering::Relaxed);
            count.add(1, Displayed { shown: Displays(NOTHING) });
        };
        (0..5).for_each(|_| count.add(1, Displayed { shown: Displays(&record) }));
        wire.collect();
    }
    let inner = inner.into_inner();
    assert!(inner > 0, "it is displayed");
    assert_eq!(wire.collect().numbers("count")["shown=displayed"], Value::Int(15 + inner as i64));
}

#[test]
fn while_an_attribute_is_asked_for_its_value_other_threads_can_record_and_collect() {
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Open<'static>>().build(&wire.meter());
    let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<Open<'static>>();
    let size = size.build(&wire.meter());
    let level = Meter::gauge::<i64>().unit::<One>().name("level").attributes::<Open<'static>>().build(&wire.meter());
    let closed = Meter::gauge::<i64>().unit::<One>().name("closed").attributes::<Closed<'static>>();
    let closed = closed.build(&wire.meter());
    let inner = AtomicU64::new(0);
    let record = || {
        // If the thread that asks held a lock, this thread would wait for it, and it for this thread.
        let another = || {
            let other = Open { asked: AskedOpen(NOTHING) };
            count.add(1, other);
            size.record(Bytes(1), other);
            level.record(1, other);
            closed.record(1, Closed { asked: Asked(NOTHING) });
            // A collection empties the maps of open sets, so not each time.
            if inner.fetch_add(1, Ordering::Relaxed) % 5 == 4 {
                wire.collect();
            }
        };
        std::thread::scope(|scope| drop(scope.spawn(another)));
    };
    for _ in 0..7 {
        count.add(1, Open { asked: AskedOpen(&record) });
        size.record(Bytes(1), Open { asked: AskedOpen(&record) });
        level.record(2, Open { asked: AskedOpen(&record) });
        closed.record(2, Closed { asked: Asked(&record) });
    }
    let inner = inner.into_inner();
    assert!(inner > 20, "it is asked for");
    let collection = wire.collect();
    assert_eq!(collection.numbers("count")["asked=asked"], Value::Int(7 + inner as i64));
    assert_eq!(collection.distributions("size")["asked=asked"].count, 7 + inner);
    assert_eq!(collection.numbers("closed")["asked=asked"], Value::Int(2));
}

const SCOPE: Scope = Scope::new("hostile");
static ALLOCATIONS: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("allocations").global(SCOPE);
static OPEN_ALLOCATIONS: Counter<u64, One, KeyValues> =
    Meter::counter::<u64>().unit::<One>().name("allocations.open").attributes::<KeyValues>().global(SCOPE);
static CALLS: AtomicU64 = AtomicU64::new(0);

fn on_allocation() {
    CALLS.fetch_add(1, Ordering::Relaxed);
    ALLOCATIONS.add(1);
    OPEN_ALLOCATIONS.add(1, &[]);
}

#[test]
fn an_allocator_that_records_does_not_hang_a_look_at_the_statics() {
    alone(|| {
        fn on_allocation() {
            ALLOCATIONS.add(1);
        }
        ALLOCATIONS.add(1);
        allocator::with_hook(on_allocation, || {
            assert_eq!(meterstick::statics_without_provider().len(), 1);
        });
    });
}

#[test]
fn an_allocator_that_records_neither_hangs_nor_loses() {
    alone(|| {
        let wire = Wire::new();
        allocator::with_hook(on_allocation, || {
            drop(vec![1_u8]);
            meterstick::set_meter_provider(wire.provider.clone());
            for round in 0..3 {
                // New sets, on a new thread, too: that allocates.
                OPEN_ALLOCATIONS.add(0, &[KeyValue::new("round", round)]);
                drop(vec![1_u8]);
                wire.collect();
            }
        });
        std::thread::spawn(|| allocator::with_hook(on_allocation, || drop(vec![1_u8]))).join().unwrap();
        let calls = CALLS.load(Ordering::Relaxed);
        assert!(calls > 10, "it is called");
        let collection = wire.collect();
        assert_eq!(collection.number("allocations"), Some(Value::Int(calls as i64)));
        assert_eq!(collection.number("allocations.open"), Some(Value::Int(calls as i64)));
        assert_eq!(ALLOCATIONS.dropped() + ALLOCATIONS.refused(), 0);
    });
}

#[test]
fn an_allocator_that_records_while_calls_are_kept_loses_none() {
    const VALUES: usize = 20;
    alone(|| {
        let provider = Foreign::default();
        meterstick::set_meter_provider(provider.clone());
        ALLOCATIONS.add(1);
        OPEN_ALLOCATIONS.add(1, &[]);
        // A provider that is given a value records others: they are kept until it has taken that. The list of them grows, and the
        // allocator records, too.
        provider.before_next(|_| {
            allocator::with_hook(on_allocation, || {
                (0..VALUES).for_each(|_| OPEN_ALLOCATIONS.add(1, &[]));
            });
        });
        OPEN_ALLOCATIONS.add(1, &[]);
        let calls = CALLS.load(Ordering::Relaxed);
        assert!(calls as usize > VALUES, "it is called");
        assert_eq!(provider.given()["allocations.open"].1, 2 + VALUES as u64 + calls);
        assert_eq!(provider.given()["allocations"].1, 1 + calls);
    });
}

static EVENTS: Counter<u64, One, KeyValues> =
    Meter::counter::<u64>().unit::<One>().name("events").attributes::<KeyValues>().global(SCOPE);
static CLOSED_EVENTS: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("events.closed").global(SCOPE);
static SEEN: AtomicU64 = AtomicU64::new(0);

/// Counts each event of the log, in the very instruments that the log is about.
fn count(_: &Event<'_>) {
    SEEN.fetch_add(1, Ordering::Relaxed);
    EVENTS.add(1, &[]);
    CLOSED_EVENTS.add(1);
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn a_log_subscriber_that_records_the_instrument_that_is_refused_neither_hangs_nor_loses() {
    alone(|| {
        tracing::subscriber::set_global_default(Listener(count)).unwrap();
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        let full = [KeyValue::new("k", "full")];
        EVENTS.add(i64::MAX as u64, &full);
        for _ in 0..3 {
            // Refused when it is added, and when it is collected from another thread: the first is logged.
            EVENTS.add(1, &full);
            std::thread::spawn(|| EVENTS.add(1, &[KeyValue::new("k", "full")])).join().unwrap();
            wire.collect();
        }
        assert!(EVENTS.refused() > 0);
        let seen = SEEN.load(Ordering::Relaxed);
        assert!(seen > 0, "it is logged");
        // The collection itself is logged.
        wire.collect();
        let collection = wire.collect();
        let Some(Value::Int(events)) = collection.number("events") else { panic!("there are events") };
        assert!(events as u64 >= seen, "{events} of {seen}");
        let Some(Value::Int(events)) = collection.number("events.closed") else { panic!("there are events") };
        assert!(events as u64 >= seen, "{events} of {seen}");
    });
}

static LEFT_BEHIND: AtomicU64 = AtomicU64::new(0);

/// Counts the reports of callbacks that are left behind.
fn count_left_behind(event: &Event<'_>) {
    if event.metadata().name() == "Meterstick.CallbacksLeft" {
        LEFT_BEHIND.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "thousands of instruments")]
fn a_thousand_callbacks_that_are_left_behind_are_reported_once_and_a_group_leaves_none() {
    const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("left");
    alone(|| {
        tracing::subscriber::set_global_default(Listener(count_left_behind)).unwrap();
        let wire = Wire::new();
        let group = meterstick::Group::new(&wire.meter());
        (0..2000).for_each(|_| COUNT.build(&group).add(1));
        assert_eq!(LEFT_BEHIND.load(Ordering::Relaxed), 0);
        drop(group);
        (0..900).for_each(|_| COUNT.build(&wire.meter()).add(1));
        assert_eq!(LEFT_BEHIND.load(Ordering::Relaxed), 0);
        (0..2000).for_each(|_| COUNT.build(&wire.meter()).add(1));
        assert_eq!(LEFT_BEHIND.load(Ordering::Relaxed), 1);
    });
}
