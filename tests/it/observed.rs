//! Instruments that are observed.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use meterstick::prelude::*;
use meterstick::unit::{Celsius, Fahrenheit, One};
use meterstick::{MeasurementError, Observation};
use opentelemetry::KeyValue;
use opentelemetry_sdk::metrics::{SdkMeterProvider, Temporality};

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
fn a_meter_that_exports_nothing_is_told() {
    let provider = SdkMeterProvider::builder().build();
    let observation =
        ATTIC.observe(&opentelemetry::metrics::MeterProvider::meter(&provider, "test"), |o| o.observe(Celsius(1.0)));
    assert!(!observation.is_live());
}
