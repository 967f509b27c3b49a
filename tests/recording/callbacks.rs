//! Instruments that are built or first used inside a callback, where the SDK holds the lock that building takes.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};

use crate::alone::alone;
use crate::wire::{Collection, Value, Wire};

const SCOPE: Scope = Scope::new("callbacks");
const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("count");
const SIZE: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>().unit::<Bytes>().name("size");
const SEEN: Metric<ObservableGauge<u64, One>> = Meter::observable_gauge::<u64>().unit::<One>().name("seen");
static FIRST_USED_THERE: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("first_used").global(SCOPE);

/// Collects until an instrument has so many values: what a callback records may be in a later collection.
fn reaches(wire: &Wire, total: u64, values: impl Fn(&Collection) -> Option<u64>) {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let seen = values(&wire.collect()).unwrap_or(0);
        assert!(Instant::now() < deadline && seen <= total, "{seen} of {total}");
        if seen == total {
            return;
        }
        thread::yield_now();
    }
}

fn number(name: &str) -> impl Fn(&Collection) -> Option<u64> {
    move |collection| match collection.number(name)? {
        Value::Int(number) => u64::try_from(number).ok(),
        Value::Double(_) => None,
    }
}

#[test]
fn an_instrument_built_in_a_callback_does_not_hang_and_loses_nothing() {
    let (finished, is_finished) = mpsc::channel();
    thread::spawn(move || {
        let wire = Wire::new();
        let meter = wire.meter();
        let calls = Arc::new(AtomicU64::new(0));
        let built = Arc::new(Mutex::new(None));
        let _seen = SEEN.observe(&meter.clone(), {
            let (calls, built) = (Arc::clone(&calls), Arc::clone(&built));
            move |o| {
                let mut built = built.lock().unwrap();
                let (count, size) = built.get_or_insert_with(|| (COUNT.build(&meter), SIZE.build(&meter)));
                if calls.fetch_add(1, Ordering::Relaxed) < 3 {
                    count.add(1);
                    size.record(Bytes(1));
                }
                o.observe(1_u64);
            }
        });
        assert_eq!(wire.collect().number("seen"), Some(Value::Int(1)));
        wire.collect();
        wire.collect();
        reaches(&wire, 3, number("count"));
        reaches(&wire, 3, |collection| collection.distribution("size").map(|size| size.count));
        finished.send(()).unwrap();
    });
    let limit = if cfg!(miri) { 600 } else { 30 };
    is_finished.recv_timeout(Duration::from_secs(limit)).expect("it neither hangs nor fails");
}

#[test]
fn an_instrument_built_in_a_callback_of_the_sdks_does_not_hang() {
    let (finished, is_finished) = mpsc::channel();
    thread::spawn(move || {
        let wire = Wire::new();
        let meter = wire.meter();
        let kept = Mutex::new(None);
        let _seen = wire
            .meter()
            .u64_observable_gauge("seen")
            .with_callback(move |o| {
                kept.lock().unwrap().get_or_insert_with(|| {
                    let count = COUNT.build(&meter);
                    count.add(5);
                    count
                });
                o.observe(1, &[]);
            })
            .build();
        assert_eq!(wire.collect().number("seen"), Some(Value::Int(1)));
        reaches(&wire, 5, number("count"));
        finished.send(()).unwrap();
    });
    let limit = if cfg!(miri) { 600 } else { 30 };
    is_finished.recv_timeout(Duration::from_secs(limit)).expect("it neither hangs nor fails");
}

#[test]
fn a_static_first_used_in_a_callback_is_bound_when_the_collection_is_over_and_loses_nothing() {
    alone(|| {
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        let calls = Arc::new(AtomicU64::new(0));
        let _seen = SEEN.observe(&wire.meter(), move |o| {
            if calls.fetch_add(1, Ordering::Relaxed) < 3 {
                FIRST_USED_THERE.add(1);
            }
            o.observe(1_u64);
        });
        (0..3).for_each(|_| assert_eq!(wire.collect().number("seen"), Some(Value::Int(1))));
        reaches(&wire, 3, number("first_used"));
    });
}

#[test]
fn what_is_added_in_a_callback_is_exported_by_the_next_collection_at_the_latest() {
    let wire = Wire::new();
    let count = COUNT.build(&wire.meter());
    let calls = Arc::new(AtomicU64::new(0));
    let _seen = SEEN.observe(&wire.meter(), {
        let count = count.clone();
        move |_| {
            calls.fetch_add(1, Ordering::Relaxed);
            count.add(1);
        }
    });
    for call in 1..=5 {
        let seen = wire.collect().number("count");
        assert!(
            seen == Some(Value::Int(call)) || seen == Some(Value::Int(call - 1)) || call == 1,
            "{seen:?} in {call}"
        );
    }
}
