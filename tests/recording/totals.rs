//! What a stream exports is bounded, whatever the number of instruments and threads; and nothing else is refused.

use std::thread;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;

use crate::wire::{Value, Wire};

const MAX: i64 = i64::MAX;
const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("count");
const OPEN: Metric<Counter<u64, One, KeyValues>> = COUNT.attributes::<KeyValues>();
const SIZE: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>().unit::<Bytes>().name("size");
const BALANCE: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("balance");
const OPEN_BALANCE: Metric<UpDownCounter<i64, One, KeyValues>> = BALANCE.attributes::<KeyValues>();

#[derive(Clone, Copy, Attributes)]
struct Closed {
    ok: bool,
}

#[test]
fn two_instruments_of_one_name_export_no_more_than_the_wire_carries() {
    let wire = Wire::new();
    let (one, other) = (COUNT.build(&wire.meter()), COUNT.build(&wire.meter()));
    one.add(MAX as u64 - 5);
    other.add(MAX as u64 - 5);
    one.add(5);
    assert_eq!(wire.collect().number("count"), Some(Value::Int(MAX)));
    assert!(one.refused() + other.refused() > 0);
    other.add(1);
    assert_eq!(wire.collect().number("count"), Some(Value::Int(MAX)));
}

#[test]
fn two_instruments_whose_names_differ_by_case_export_no_more_than_the_wire_carries() {
    let wire = Wire::new();
    // To the SDK they are one instrument, of the first name.
    let (one, other) =
        (COUNT.build(&wire.meter()), Meter::counter::<u64>().unit::<One>().name("COUNT").build(&wire.meter()));
    for count in [&one, &other] {
        count.add(MAX as u64 - 5);
    }
    assert_eq!(wire.collect().number("count"), Some(Value::Int(MAX)));
    assert_eq!(one.refused() + other.refused(), 1);
}

#[test]
fn two_instruments_of_one_name_and_open_sets_export_no_more_than_the_wire_carries() {
    let wire = Wire::new();
    let (one, other) = (OPEN.build(&wire.meter()), OPEN.build(&wire.meter()));
    let set = [KeyValue::new("k", "a")];
    for count in [&one, &other] {
        count.add(MAX as u64 - 5, &set);
    }
    one.add(5, &set);
    one.add(3, &[KeyValue::new("k", "b")]);
    let collection = wire.collect().numbers("count");
    assert_eq!((collection["k=a"], collection["k=b"]), (Value::Int(MAX), Value::Int(3)));
    assert_eq!(one.refused() + other.refused(), 1);
}

#[test]
fn instruments_of_one_name_share_a_total_whatever_the_type_of_their_sets() {
    let wire = Wire::new();
    let meter = wire.meter();
    let (plain, closed) = (COUNT.build(&meter), COUNT.attributes::<Closed>().build(&meter));
    let open = OPEN.build(&meter);
    plain.add(MAX as u64 - 5);
    open.add(MAX as u64 - 5, &[]);
    closed.add(MAX as u64 - 5, Closed { ok: true });
    open.add(6, &[KeyValue::new("ok", true)]);
    open.add(7, &[KeyValue::new("ok", false)]);
    let collection = wire.collect().numbers("count");
    assert_eq!(collection["ok=false"], Value::Int(7));
    for set in ["", "ok=true"] {
        let Value::Int(total) = collection[set] else { panic!("it is an integer") };
        assert!(total > 0, "{set}: {total}");
    }
    assert_eq!(plain.refused() + open.refused() + closed.refused(), 2);
}

#[test]
fn two_histograms_of_one_name_export_no_greater_sum_than_the_wire_carries() {
    let wire = Wire::new();
    let (one, other) = (SIZE.build(&wire.meter()), SIZE.build(&wire.meter()));
    one.record(Bytes(MAX as u64));
    other.record(Bytes(MAX as u64));
    other.record(Bytes(0_u64));
    let size = wire.collect().distribution("size").unwrap();
    assert_eq!((size.count, size.sum), (2, MAX as f64));
    assert_eq!(one.refused() + other.refused(), 1);
}

#[test]
fn two_histograms_of_one_name_and_open_sets_export_no_greater_sum_than_the_wire_carries() {
    let wire = Wire::new();
    let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<KeyValues>();
    let (one, other) = (size.build(&wire.meter()), size.build(&wire.meter()));
    for size in [&one, &other] {
        size.record(Bytes(MAX as u64 - 5), &[KeyValue::new("k", "a")]);
    }
    assert_eq!(wire.collect().distributions("size")["k=a"].count, 1);
    assert_eq!(one.refused() + other.refused(), 1);
}

#[test]
fn a_total_stays_with_its_stream_when_an_instrument_is_dropped() {
    let wire = Wire::new();
    let one = COUNT.build(&wire.meter());
    let other = COUNT.build(&wire.meter());
    one.add(MAX as u64);
    drop(one);
    other.add(1);
    assert_eq!(wire.collect().number("count"), Some(Value::Int(MAX)));
    assert_eq!(other.refused(), 1);
}

#[test]
fn a_value_is_refused_only_if_the_total_could_not_be_carried_whichever_thread_adds_it() {
    let wire = Wire::new();
    let balance = BALANCE.build(&wire.meter());
    // Before the first collection, and after it.
    for total in 1..=2 {
        balance.add(MAX - (total - 1));
        thread::scope(|scope| drop(scope.spawn(|| balance.add(-MAX + (total - 1)))));
        balance.add(1);
        assert_eq!(wire.collect().number("balance"), Some(Value::Int(total)));
    }
    assert_eq!(balance.refused(), 0);
}

#[test]
fn one_set_that_is_full_does_not_concern_another() {
    let wire = Wire::new();
    let closed = BALANCE.attributes::<Closed>().build(&wire.meter());
    closed.add(MAX, Closed { ok: true });
    closed.add(MAX, Closed { ok: true });
    closed.add(5, Closed { ok: false });
    let totals = wire.collect().numbers("balance");
    assert_eq!((totals["ok=true"], totals["ok=false"]), (Value::Int(MAX), Value::Int(5)));
    assert_eq!(closed.refused(), 1);

    let wire = Wire::new();
    let open = OPEN_BALANCE.build(&wire.meter());
    let [full, other] = ["full", "other"].map(|value| [KeyValue::new("k", value)]);
    open.add(MAX, &full);
    open.add(5, &other);
    let totals = wire.collect().numbers("balance");
    assert_eq!((totals["k=full"], totals["k=other"]), (Value::Int(MAX), Value::Int(5)));
}

#[test]
fn a_sum_of_floats_that_goes_down_again_loses_no_more_than_was_refused() {
    let wire = Wire::new();
    let level = Meter::up_down_counter::<f64>().unit::<One>().name("level").build(&wire.meter());
    let most = f64::MAX / 2.0;
    level.add(most);
    (0..3).for_each(|_| level.add(most));
    level.add(-most);
    assert_eq!(wire.collect().number("level"), Some(Value::Double(0.0)));
    assert_eq!(level.refused(), 3);
    level.add(1.0);
    assert_eq!(wire.collect().number("level"), Some(Value::Double(1.0)));
}

#[test]
fn an_open_sum_that_goes_down_is_refused_only_where_its_total_could_not_be_carried() {
    let wire = Wire::new();
    let open = OPEN_BALANCE.build(&wire.meter());
    let one = [KeyValue::new("k", 1)];
    wire.collect();
    // What this thread keeps is more than the wire carries; the total is not.
    [-10, MAX, 5].iter().for_each(|amount| open.add(*amount, &one));
    assert_eq!(wire.collect().numbers("balance").into_values().next(), Some(Value::Int(MAX - 5)));
    [MAX, -MAX, -MAX].iter().for_each(|amount| open.add(*amount, &one));
    assert_eq!(wire.collect().numbers("balance").into_values().next(), Some(Value::Int(-5)));
    assert_eq!(open.refused(), 0);
    open.add(-MAX, &one);
    assert_eq!(
        (wire.collect().numbers("balance").into_values().next(), open.refused()),
        (Some(Value::Int(i64::MIN)), 1)
    );
}

#[test]
fn an_open_sum_of_several_threads_is_refused_only_where_its_total_could_not_be_carried() {
    let wire = Wire::new();
    let open = OPEN_BALANCE.build(&wire.meter());
    wire.collect();
    let (open, one) = (&open, [KeyValue::new("k", 1)]);
    // Each thread lives until all have added.
    let barrier = std::sync::Barrier::new(4);
    thread::scope(|scope| {
        for amounts in [[MAX, MAX], [MAX, MAX], [-MAX, -MAX]] {
            let (barrier, one) = (&barrier, &one);
            scope.spawn(move || {
                // The first value of a set goes at once.
                open.add(0, one);
                barrier.wait();
                amounts.iter().for_each(|amount| open.add(*amount, one));
                barrier.wait();
                barrier.wait();
            });
        }
        barrier.wait();
        barrier.wait();
        let exported = (wire.collect().numbers("balance").into_values().next(), open.refused());
        barrier.wait();
        assert_eq!(exported, (Some(Value::Int(MAX)), 1));
    });
}
