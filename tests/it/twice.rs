//! Several observations of one metric on one meter.

use std::sync::{Arc, Mutex};

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use meterstick::{MeasurementError, Observation, observe_together};
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::{SdkMeterProvider, Temporality};

use crate::wire::{Reader, Value, Wire};

const USED: Metric<ObservableUpDownCounter<i64, One, KeyValues>> =
    Meter::observable_up_down_counter::<i64>().unit::<One>().name("used").attributes::<KeyValues>();
const TOTAL: Metric<ObservableCounter<u64, One>> = Meter::observable_counter::<u64>().unit::<One>().name("total");

fn set(of: &'static str) -> [KeyValue; 1] {
    [KeyValue::new("k", of)]
}

/// The points of a collection, as `a=1`.
fn used(wire: &Wire) -> Vec<(String, Value)> {
    wire.collect().numbers("used").into_iter().collect()
}

fn points(points: &[(&str, i64)]) -> Vec<(String, Value)> {
    points.iter().map(|(set, value)| (format!("k={set}"), Value::Int(*value))).collect()
}

#[test]
fn of_two_observations_of_one_set_the_second_is_refused() {
    for wire in [Wire::new(), Wire::delta()] {
        let meter = wire.meter();
        let first = USED.observe(&meter, |o| {
            o.observe(3, &set("a"));
            o.observe(5, &set("b"));
        });
        let errors = Arc::new(Mutex::new(Vec::new()));
        let second = USED.observe(&meter, {
            let errors = Arc::clone(&errors);
            move |o| {
                errors.lock().unwrap().push(o.try_observe(4, &set("a")));
                o.observe(4, &set("b"));
                o.observe(7, &set("c"));
            }
        });
        for round in 1..=3 {
            assert_eq!(wire.collect().numbers("used").len(), 3);
            assert_eq!((first.refused(), second.refused()), (0, round));
        }
        assert_eq!(*errors.lock().unwrap(), [Err(MeasurementError::ObservedTwice); 3]);
    }
    let wire = Wire::new();
    let _first = USED.observe(&wire.meter(), |o| o.observe(3, &set("a")));
    let _second = USED.observe(&wire.meter(), |o| o.observe(4, &set("a")));
    for _ in 0..3 {
        assert_eq!(used(&wire), points(&[("a", 3)]));
    }
}

#[test]
fn names_that_differ_by_their_case_are_one_metric_and_other_units_and_meters_are_others() {
    const CASED: Metric<ObservableUpDownCounter<i64, One, KeyValues>> =
        Meter::observable_up_down_counter::<i64>().unit::<One>().name("USED").attributes::<KeyValues>();
    const BYTES: Metric<ObservableUpDownCounter<i64, Bytes, KeyValues>> =
        Meter::observable_up_down_counter::<i64>().unit::<Bytes>().name("used").attributes::<KeyValues>();
    let wire = Wire::new();
    let (meter, other) = (wire.meter(), wire.provider.meter("other"));
    let kept: [Observation; 3] = [
        USED.observe(&meter, |o| o.observe(1, &set("a"))),
        BYTES.observe(&meter, |o| o.observe(Bytes(2), &set("a"))),
        USED.observe(&other, |o| o.observe(3, &set("a"))),
    ];
    let cased = CASED.observe(&meter, |o| o.observe(4, &set("a")));
    for round in 1..=3 {
        let mut seen: Vec<_> = wire.collect().0.iter().map(|metric| metric.name.clone()).collect();
        seen.sort();
        assert_eq!(seen, ["used", "used", "used"]);
        assert!(kept.iter().all(|observation| observation.refused() == 0));
        assert_eq!(cased.refused(), round);
    }
}

#[test]
fn an_observation_may_take_the_place_of_one_that_is_dropped() {
    let wire = Wire::new();
    let meter = wire.meter();
    let observe = |value| USED.observe(&meter, move |o| o.observe(value, &set("a")));
    let _other = USED.observe(&meter, |o| o.observe(9, &set("b")));
    for value in 1..=5 {
        let observation = observe(value);
        assert_eq!(used(&wire), points(&[("a", value), ("b", 9)]));
        assert_eq!(observation.refused(), 0);
    }
    // Also if it is there before the earlier one is dropped.
    let mut last = observe(6);
    for value in 7..=9 {
        let next = observe(value);
        assert_eq!(used(&wire), points(&[("a", value - 1), ("b", 9)]));
        drop(std::mem::replace(&mut last, next));
        assert_eq!(used(&wire), points(&[("a", value), ("b", 9)]));
    }
    assert_eq!(last.refused(), 1);
}

#[test]
fn readers_on_one_thread_and_on_several_have_each_set_once() {
    let readers = [Reader::new(Temporality::Cumulative), Reader::new(Temporality::Delta)];
    let builder =
        readers.iter().fold(SdkMeterProvider::builder(), |builder, reader| builder.with_reader(reader.clone()));
    let provider = builder.build();
    let meter = provider.meter("test");
    let observations = [
        USED.observe(&meter, |o| o.observe(1, &set("a"))),
        USED.observe(&meter, |o| o.observe(2, &set("b"))),
        USED.observe(&meter, |o| o.observe(3, &set("c"))),
    ];
    for _ in 0..3 {
        readers.iter().for_each(|reader| assert_eq!(reader.collect().numbers("used").len(), 3));
    }
    std::thread::scope(|scope| {
        for reader in &readers {
            scope.spawn(|| (0..200).for_each(|_| drop(reader.collect())));
        }
    });
    // Each collection of a thread that ends after it.
    for _ in 0..40 {
        std::thread::scope(|scope| drop(scope.spawn(|| readers[0].collect())));
    }
    assert!(observations.iter().all(|observation| observation.refused() == 0));
}

#[test]
fn observations_of_one_metric_alone_and_together_are_told_apart_by_their_sets() {
    let wire = Wire::new();
    let meter = wire.meter();
    let both = observe_together((USED, TOTAL), &meter, |(used, total)| {
        used.observe(1, &set("a"));
        total.observe(10_u64);
    });
    let alone = USED.observe(&meter, |o| o.observe(2, &set("a")));
    let total = TOTAL.observe(&meter, |o| o.observe(20_u64));
    for round in 1..=3 {
        let collection = wire.collect();
        assert_eq!(collection.numbers("used")["k=a"], Value::Int(1));
        assert_eq!(collection.number("total"), Some(Value::Int(10)));
        assert_eq!((both.refused(), alone.refused(), total.refused()), (0, round, round));
    }
    // The same metric twice in one callback.
    let wire = Wire::new();
    let twice = observe_together((TOTAL, TOTAL), &wire.meter(), |(one, other)| {
        one.observe(1_u64);
        assert_eq!(other.try_observe(2_u64), Err(MeasurementError::ObservedTwice));
    });
    for _ in 0..3 {
        assert_eq!(wire.collect().number("total"), Some(Value::Int(1)));
    }
    assert_eq!(twice.refused(), 0);
}
