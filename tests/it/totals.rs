//! Totals at the edges of their numbers, and while they are collected.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use meterstick::MeasurementError;
use meterstick::prelude::*;
use meterstick::unit::{Celsius, One, Seconds};
use proptest::prelude::*;

use crate::wire::{Value, Wire};

const PAID: Metric<Counter<f64, One>> = Meter::counter::<f64>().unit::<One>().name("paid");
const BALANCE: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("balance");
const LATENCY: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("latency");
const ATTIC: Metric<Gauge<f64, Celsius>> = Meter::gauge::<f64>().unit::<Celsius>().name("attic");

const SEVEN: i64 = 7_000_000_000_000_000_000;

fn double(value: Option<Value>) -> f64 {
    match value {
        Some(Value::Double(value)) => value,
        other => panic!("{other:?}"),
    }
}

proptest! {
    /// Sums of floats are rounded, and rounded otherwise by who adds up what is new.
    #[test]
    fn a_sum_of_floats_never_goes_down(adds in proptest::collection::vec((0.0..1.0_f64, 1..12_usize), 1..12)) {
        let (wire, deltas) = (Wire::new(), Wire::delta());
        let (paid, paid_in_deltas) = (PAID.build(&wire.meter()), PAID.build(&deltas.meter()));
        let (mut before, mut sum) = (0.0, 0.0);
        for (add, times) in adds {
            for _ in 0..times {
                paid.add(add);
                paid_in_deltas.add(add);
                sum += add;
            }
            // Twice: what was rounded the first time is new the second time.
            for _ in 0..2 {
                let total = double(wire.collect().number("paid"));
                prop_assert!(total >= before, "{total} after {before}");
                before = total;
                if let Some(Value::Double(delta)) = deltas.collect().number("paid") {
                    prop_assert!(delta >= 0.0, "{delta}");
                }
            }
        }
        prop_assert!((before - sum).abs() <= sum * 1e-12, "{before} of {sum}");
    }
}

#[test]
fn a_float_that_is_small_beside_its_total_is_exported_as_it_is_in_deltas() {
    let wire = Wire::delta();
    let paid = PAID.build(&wire.meter());
    paid.add(1e16);
    assert_eq!(wire.collect().number("paid"), Some(Value::Double(1e16)));
    for _ in 0..10 {
        paid.add(1.0);
    }
    assert_eq!(wire.collect().number("paid"), Some(Value::Double(10.0)));
    for _ in 0..5 {
        paid.add(0.1);
        assert_eq!(wire.collect().number("paid"), Some(Value::Double(0.1)));
    }
}

#[test]
fn a_total_may_go_from_one_end_of_its_range_to_the_other() {
    let wire = Wire::new();
    let balance = BALANCE.build(&wire.meter());
    balance.add(SEVEN);
    assert_eq!(wire.collect().number("balance"), Some(Value::Int(SEVEN)));
    balance.add(-SEVEN);
    balance.add(-SEVEN);
    assert_eq!(wire.collect().number("balance"), Some(Value::Int(-SEVEN)));
    balance.add(SEVEN);
    balance.add(SEVEN);
    assert_eq!(wire.collect().number("balance"), Some(Value::Int(SEVEN)));
    assert_eq!(balance.refused(), 0);
}

#[test]
fn a_total_beyond_its_range_keeps_its_sign() {
    let wire = Wire::new();
    let balance = BALANCE.build(&wire.meter());
    balance.add(SEVEN);
    wire.collect();
    thread::scope(|scope| {
        scope.spawn(|| balance.add(-SEVEN));
    });
    balance.add(-SEVEN);
    balance.add(-SEVEN);
    let Some(Value::Int(total)) = wire.collect().number("balance") else { panic!("it is an integer") };
    assert!(total <= -SEVEN, "{total}");
    assert!(balance.refused() > 0);
}

#[test]
fn a_sum_of_floats_stays_finite() {
    let wire = Wire::new();
    let latency = LATENCY.build(&wire.meter());
    let large = f64::MAX / 4.0;
    (0..64).for_each(|_| latency.record(Seconds(large)));
    let one = wire.collect().distribution("latency").unwrap();
    assert!(one.sum.is_finite() && one.sum >= large, "{one:?}");
    assert_eq!(one.count + latency.refused(), 64);
    let paid = PAID.build(&wire.meter());
    assert_eq!(paid.try_add(f64::MAX), Err(MeasurementError::TotalOutOfRange));
}

#[test]
fn nothing_is_exported_between_a_first_value_and_its_handle() {
    let wire = Wire::new();
    let ends = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..60 {
                let meter = opentelemetry::metrics::MeterProvider::meter(&wire.provider, round.to_string().leak());
                ATTIC.build(&meter).record(Celsius(5.0));
            }
            ends.store(true, Ordering::Relaxed);
        });
        while !ends.load(Ordering::Relaxed) {
            let collection = wire.collect();
            for metric in &collection.0 {
                let alone = crate::wire::Collection(vec![metric.clone()]);
                assert_eq!(alone.number("attic"), Some(Value::Double(5.0)));
            }
        }
    });
}
