//! What is kept of instruments, and of sets, that are not used any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use meterstick::observe_together;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter as SdkMeter;

use crate::allocator::{allocated, live};
use crate::alone::alone;
use crate::wire::{Value, Wire};

const OTHER: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("other");
const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("count");
const SIZE: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>().unit::<Bytes>().name("size");
const LEVEL: Metric<Gauge<i64, One>> = Meter::gauge::<i64>().unit::<One>().name("level");
const OPEN: Metric<Counter<u64, One, KeyValues>> =
    Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>();

/// Builds, uses and drops.
fn churn(meter: &SdkMeter, times: u64) {
    for _ in 0..times {
        COUNT.build(meter).add(1);
        SIZE.build(meter).record(Bytes(1));
        LEVEL.build(meter).record(1);
        OPEN.build(meter).add(1, &[KeyValue::new("k", "a")]);
    }
}

#[test]
fn of_instruments_built_and_dropped_on_a_meter_with_another_one_nothing_is_kept() {
    alone(|| {
        let wire = Wire::new();
        let meter = wire.meter();
        let other = OTHER.build(&meter);
        other.add(1);
        let (first, then) = if cfg!(miri) { (10, 25) } else { (100, 25_000) };
        churn(&meter, first);
        wire.collect();
        let (bytes, work) = (live(), allocated(|| drop(wire.collect())));
        churn(&meter, then);
        let collection = wire.collect();
        assert_eq!(collection.number("count"), Some(Value::Int((first + then) as i64)));
        assert_eq!(collection.distribution("size").unwrap().count, first + then);
        assert_eq!(collection.numbers("open")["k=a"], Value::Int((first + then) as i64));
        drop(collection);
        let kept = live().saturating_sub(bytes);
        assert!(kept < 10_000, "{kept} bytes are kept of {} instruments", 4 * then);
        // A collection goes through its members in a list that it allocates.
        let later = allocated(|| drop(wire.collect()));
        assert!(later < work + 1_000, "a collection allocates {later} bytes, and before {work}");
    });
}

#[test]
#[cfg_attr(miri, ignore = "thousands of instruments")]
fn of_an_instrument_built_and_dropped_on_an_empty_meter_the_sdk_keeps_256_bytes_at_most() {
    alone(|| {
        let wire = Wire::new();
        let meter = wire.meter();
        churn(&meter, 100);
        wire.collect();
        let (bytes, work) = (live(), allocated(|| drop(wire.collect())));
        churn(&meter, 1000);
        let collection = wire.collect();
        assert_eq!(collection.number("count"), Some(Value::Int(1100)));
        drop(collection);
        let kept = (live().saturating_sub(bytes)) / 4000;
        assert!(kept <= 256, "{kept} bytes are kept of each instrument");
        let later = allocated(|| drop(wire.collect()));
        assert!(later < work + 1_000, "a collection allocates {later} bytes, and before {work}");
    });
}

#[test]
fn of_meters_that_are_dropped_nothing_is_kept() {
    alone(|| {
        // All at a time, so that each has an address of its own.
        let use_meters = |number: usize| {
            let wires: Vec<_> = (0..number).map(|_| Wire::new()).collect();
            wires.iter().for_each(|wire| churn(&wire.meter(), 1));
        };
        let number = if cfg!(miri) { 20 } else { 500 };
        use_meters(2);
        let bytes = live();
        use_meters(number);
        let kept = live().saturating_sub(bytes);
        assert!(kept < 50 * number, "{kept} bytes are kept of {number} meters");
    });
}

#[test]
#[cfg_attr(miri, ignore = "thousands of sets")]
fn of_sets_over_the_limit_a_thread_keeps_nothing() {
    alone(|| {
        let wire = Wire::new();
        let open = OPEN.build(&wire.meter());
        let record = |sets: std::ops::Range<i64>| sets.for_each(|n| open.add(1, &[KeyValue::new("n", n)]));
        // More than the SDK keeps, and more than have totals of their own.
        record(0..12_000);
        let bytes = live();
        record(12_000..60_000);
        let kept = live().saturating_sub(bytes);
        assert!(kept < 100_000, "{kept} bytes are kept of 48,000 sets");
    });
}

#[test]
fn of_threads_that_have_ended_nothing_is_kept() {
    alone(|| {
        let (first, then, most) = if cfg!(miri) { (3, 20, 20_000) } else { (100, 1000, 100_000) };
        let wire = Wire::new();
        let (count, size) = (COUNT.build(&wire.meter()), SIZE.build(&wire.meter()));
        let record = |threads: u64| {
            for _ in 0..threads {
                let (count, size) = (count.clone(), size.clone());
                std::thread::spawn(move || {
                    count.inc();
                    size.record(Bytes(1));
                })
                .join()
                .unwrap();
            }
        };
        record(first);
        wire.collect();
        let bytes = live();
        record(then);
        assert_eq!(wire.collect().number("count"), Some(Value::Int((first + then) as i64)));
        let kept = live().saturating_sub(bytes);
        assert!(kept < most, "{kept} bytes are kept of {then} threads");
    });
}

const TOTALS: Metric<ObservableCounter<u64, One, KeyValues>> =
    Meter::observable_counter::<u64>().unit::<One>().name("totals").attributes::<KeyValues>();

#[test]
#[cfg_attr(miri, ignore = "hundreds of collections")]
fn of_sets_that_are_not_observed_any_more_nothing_is_kept() {
    alone(|| {
        let (sets, steps, most) = (1000, 128, 100_000);
        let wire = Wire::new();
        let collections = Arc::new(AtomicU64::new(0));
        let _observation = TOTALS.observe(&wire.meter(), {
            let collections = Arc::clone(&collections);
            move |o| {
                let collection = collections.fetch_add(1, Ordering::Relaxed);
                (0..sets).for_each(|n| o.observe(n, &[KeyValue::new("n", (sets * collection + n) as i64)]));
            }
        });
        // In steps after each of which the same number of sets is kept.
        let step = || (0..steps).for_each(|_| drop(wire.collect()));
        step();
        step();
        let bytes = live();
        step();
        step();
        let kept = live().saturating_sub(bytes);
        assert!(kept < most, "{kept} bytes are kept of {} sets", 2 * steps * sets);
    });
}

#[test]
#[cfg_attr(miri, ignore = "thousands of instruments")]
fn of_an_observation_that_is_dropped_the_sdk_keeps_256_bytes_at_most() {
    const LEVELS: Metric<ObservableGauge<u64, One>> = Meter::observable_gauge::<u64>().unit::<One>().name("levels");
    const STEPS: Metric<ObservableUpDownCounter<i64, One>> =
        Meter::observable_up_down_counter::<i64>().unit::<One>().name("steps");
    alone(|| {
        let wire = Wire::new();
        let meter = wire.meter();
        let large = [7_u64; 100];
        let observe = |times| {
            for _ in 0..times {
                drop(LEVELS.observe(&meter, move |o| o.observe(large[0])));
                drop(observe_together((LEVELS, STEPS), &meter, move |(levels, steps)| {
                    levels.observe(large[1]);
                    steps.observe(1);
                }));
            }
        };
        observe(100);
        wire.collect();
        let bytes = live();
        observe(1000);
        wire.collect();
        let kept = (live().saturating_sub(bytes)) / 3000;
        assert!(kept <= 256, "{kept} bytes are kept of each");
    });
}

#[test]
fn a_total_that_goes_down_is_refused_though_it_was_not_observed_for_a_while() {
    let wire = Wire::new();
    let collections = Arc::new(AtomicU64::new(0));
    let observation = TOTALS.observe(&wire.meter(), {
        let collections = Arc::clone(&collections);
        move |o| {
            // Observed in two collections, with 50 of other readers or of none between them.
            let collection = collections.fetch_add(1, Ordering::Relaxed);
            if collection == 0 {
                o.observe(100, &[KeyValue::new("k", "a")]);
            } else if collection == 50 {
                o.observe(40, &[KeyValue::new("k", "a")]);
            }
        }
    });
    (0..50).for_each(|_| drop(wire.collect()));
    assert_eq!(wire.collect().numbers("totals")["k=a"], Value::Int(100));
    assert_eq!(observation.refused(), 1);
}

#[test]
#[cfg_attr(miri, ignore = "hundreds of thousands of instruments")]
fn of_components_built_and_dropped_on_a_group_nothing_is_kept() {
    alone(|| {
        let wire = Wire::new();
        let group = meterstick::Group::new(&wire.meter());
        churn(&group, 100);
        wire.collect();
        let (bytes, work) = (live(), allocated(|| drop(wire.collect())));
        churn(&group, 50_000);
        let collection = wire.collect();
        assert_eq!(collection.number("count"), Some(Value::Int(50_100)));
        assert_eq!(collection.distribution("size").unwrap().count, 50_100);
        drop(collection);
        let kept = live().saturating_sub(bytes);
        assert!(kept < 10_000, "{kept} bytes are kept of 200,000 instruments");
        let later = allocated(|| drop(wire.collect()));
        assert!(later < work + 1_000, "a collection allocates {later} bytes, and before {work}");
    });
}
