//! Instruments that are bound to their attributes record what those that are given them at each call record.

use std::thread;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One, Seconds};
use opentelemetry::KeyValue;
use opentelemetry_sdk::metrics::{Instrument, Stream, Temporality};

use crate::allocator::{allocated, live};
use crate::alone::alone;
use crate::foreign::Foreign;
use crate::wire::{Collection, Value, Wire};

#[derive(Clone, Copy, AttributeValue)]
enum Outcome {
    Done,
    Failed,
    Aborted,
}

#[derive(Clone, Copy, Attributes)]
struct Closed {
    outcome: Outcome,
    again: bool,
}

#[derive(Clone, Copy, Attributes)]
struct Open<'a> {
    queue: &'a str,
    pool: &'a str,
}

const DONE: Closed = Closed { outcome: Outcome::Done, again: false };
const FAILED: Closed = Closed { outcome: Outcome::Failed, again: true };
const SCOPE: Scope = Scope::new("bind");

macro_rules! instruments {
    ($($name:ident: $kind:ident $make:ident<$n:ty, $unit:ty>, $set:ident $closed_name:literal;)*) => {$(
        static $name: meterstick::$kind<$n, $unit, $set<'static>> =
            Meter::$make::<$n>().unit::<$unit>().name($closed_name).attributes::<$set>().global(SCOPE);
    )*};
}

static COUNT: Counter<u64, One, Closed> =
    Meter::counter::<u64>().unit::<One>().name("count").attributes::<Closed>().global(SCOPE);
static PAID: UpDownCounter<f64, One, Closed> =
    Meter::up_down_counter::<f64>().unit::<One>().name("paid").attributes::<Closed>().global(SCOPE);
static SIZE: Histogram<u64, Bytes, Closed> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<Closed>().global(SCOPE);
static LEVEL: Gauge<i64, One, Closed> =
    Meter::gauge::<i64>().unit::<One>().name("level").attributes::<Closed>().global(SCOPE);
instruments! {
    OPEN_COUNT: Counter counter<u64, One>, Open "open.count";
    OPEN_PAID: UpDownCounter up_down_counter<f64, One>, Open "open.paid";
    OPEN_SIZE: Histogram histogram<u64, Bytes>, Open "open.size";
    OPEN_LEVEL: Gauge gauge<i64, One>, Open "open.level";
}

/// All of them, bound. What was borrowed is gone when this returns.
struct Bound {
    counts: [Counter<u64, One>; 2],
    paid: [UpDownCounter<f64, One>; 2],
    sizes: [Histogram<u64, Bytes>; 2],
    levels: [Gauge<i64, One>; 2],
}

impl Bound {
    fn new() -> Self {
        let (queue, pool) = (String::from("mail"), String::from("a"));
        let open = Open { queue: &queue, pool: &pool };
        Self {
            counts: [COUNT.bind(DONE), OPEN_COUNT.bind(open)],
            paid: [PAID.bind(DONE), OPEN_PAID.bind(open)],
            sizes: [SIZE.bind(DONE), OPEN_SIZE.bind(open)],
            levels: [LEVEL.bind(DONE), OPEN_LEVEL.bind(open)],
        }
    }

    fn record(&self, level: i64) {
        for n in 0..2 {
            self.counts[n].add(1);
            self.paid[n].add(0.5);
            self.sizes[n].record(Bytes(2));
            self.levels[n].record(level);
        }
    }
}

/// The same, with attributes at each call.
fn record(level: i64) {
    let open = Open { queue: "mail", pool: "a" };
    COUNT.add(1, DONE);
    PAID.add(0.5, DONE);
    SIZE.record(Bytes(2), DONE);
    LEVEL.record(level, DONE);
    OPEN_COUNT.add(1, open);
    OPEN_PAID.add(0.5, open);
    OPEN_SIZE.record(Bytes(2), open);
    OPEN_LEVEL.record(level, open);
}

/// Whether a collection has so many values, and the last level.
#[track_caller]
fn has(collection: &Collection, values: u64, level: i64) {
    for (prefix, set) in [("", "again=false,outcome=done"), ("open.", "pool=a,queue=mail")] {
        let number = |name: &str| {
            let numbers = collection.numbers(&format!("{prefix}{name}"));
            assert_eq!(numbers.len(), 1, "{prefix}{name}: {numbers:?}");
            numbers[set]
        };
        assert_eq!(number("count"), Value::Int(values as i64), "{prefix}count");
        assert_eq!(number("paid"), Value::Double(values as f64 / 2.0), "{prefix}paid");
        assert_eq!(number("level"), Value::Int(level), "{prefix}level");
        let sizes = collection.distributions(&format!("{prefix}size"));
        assert_eq!((sizes.len(), sizes[set].count, sizes[set].sum), (1, values, 2.0 * values as f64), "{prefix}size");
    }
}

#[test]
fn bound_before_a_provider_they_record_and_follow_each_provider_that_comes() {
    alone(|| {
        let bound = Bound::new();
        bound.record(1);
        record(2);
        bound.record(3);
        let (first, second) = (Wire::new(), Wire::new());
        meterstick::set_meter_provider(first.provider.clone());
        has(&first.collect(), 3, 3);
        // Collected, direct for the second one, collected again.
        for wire in [&first, &second] {
            if std::ptr::eq(wire, &second) {
                meterstick::set_meter_provider(second.provider.clone());
            }
            let before = if std::ptr::eq(wire, &first) { 3 } else { 0 };
            for round in 1..=2 {
                for level in 0..50 {
                    bound.record(level);
                    record(100 + level);
                }
                record(7);
                bound.record(8);
                has(&wire.collect(), before + round * 102, 8);
            }
            bound.record(1);
            record(9);
            has(&wire.collect(), before + 206, 9);
        }
        bound.record(4);
        drop(bound);
        has(&second.collect(), 207, 4);
        assert_eq!(COUNT.dropped() + OPEN_COUNT.dropped() + SIZE.dropped() + OPEN_SIZE.dropped(), 0);
    });
}

#[test]
fn dropped_before_there_is_a_provider_they_have_lost_nothing() {
    alone(|| {
        (0..3).for_each(|level| Bound::new().record(level));
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        has(&wire.collect(), 3, 2);
    });
}

#[test]
fn a_provider_that_never_calls_callbacks_has_each_value_at_once() {
    alone(|| {
        let foreign = Foreign::default();
        meterstick::set_meter_provider(foreign.clone());
        let bound = Bound::new();
        for values in [2, 4] {
            bound.record(1);
            record(2);
            let given = foreign.given();
            for name in ["count", "open.count"] {
                assert_eq!(given[name], (values, values as u64), "{name}");
            }
            for name in ["size", "open.size"] {
                assert_eq!(given[name], (values, 2 * values as u64), "{name}");
            }
        }
    });
}

#[test]
fn threads_share_one_and_send_clones_of_it() {
    alone(|| {
        let calls: i64 = if cfg!(miri) { 20 } else { 1000 };
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        let bound = Bound::new();
        record(0);
        wire.collect();
        thread::scope(|scope| {
            for _ in 0..4 {
                let (count, size) = (bound.counts[1].clone(), bound.sizes[1].clone());
                let bound = &bound;
                scope.spawn(move || {
                    for _ in 0..calls {
                        bound.record(5);
                        record(5);
                        count.inc();
                        size.record(Bytes(2));
                        count.add(0);
                    }
                });
            }
            (0..20).for_each(|_| drop(wire.collect()));
        });
        let collection = wire.collect();
        assert_eq!(collection.numbers("open.count")["pool=a,queue=mail"], Value::Int(12 * calls + 1));
        assert_eq!(collection.distributions("open.size")["pool=a,queue=mail"].count, 12 * calls as u64 + 1);
        assert_eq!(collection.numbers("count")["again=false,outcome=done"], Value::Int(8 * calls + 1));
        assert_eq!(collection.distributions("size")["again=false,outcome=done"].count, 8 * calls as u64 + 1);
        assert_eq!(collection.numbers("open.paid")["pool=a,queue=mail"], Value::Double(4.0 * calls as f64 + 0.5));
    });
}

#[test]
fn a_handle_that_has_recorded_nothing_exports_nothing_and_a_zero_is_a_value() {
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Open>().build(&wire.meter());
    let closed = Meter::counter::<u64>().unit::<One>().name("closed").attributes::<Closed>().build(&wire.meter());
    let bound = (count.bind(Open { queue: "a", pool: "b" }), closed.bind(FAILED));
    wire.collect();
    assert!(wire.collect().0.is_empty());
    bound.0.add(0);
    bound.1.add(0);
    let collection = wire.collect();
    assert_eq!(collection.numbers("count")["pool=b,queue=a"], Value::Int(0));
    assert_eq!(collection.numbers("closed")["again=true,outcome=failed"], Value::Int(0));
    let _ = Closed { outcome: Outcome::Aborted, again: false };
}

#[test]
fn the_limit_of_sets_counts_bound_ones_in_the_order_of_their_first_values() {
    let wire = Wire::new();
    let declared = Meter::counter::<u64>().unit::<One>().name("count").attributes::<KeyValues>();
    let count = declared.cardinality_at_most::<2>().build(&wire.meter());
    wire.collect();
    let bound: Vec<_> = (0..4).map(|n| count.bind(&[KeyValue::new("n", n)])).collect();
    bound[3].add(1);
    count.add(1, &[KeyValue::new("n", 7)]);
    bound.iter().for_each(|bound| bound.add(1));
    count.add(1, &[KeyValue::new("n", 3)]);
    let numbers = wire.collect().numbers("count");
    assert_eq!(numbers.len(), 3, "{numbers:?}");
    assert_eq!((numbers["n=3"], numbers["n=7"]), (Value::Int(3), Value::Int(1)));
    assert_eq!(numbers["otel.metric.overflow=true"], Value::Int(3));

    // The limit of a view: the SDK decides in the order of arrival.
    let view = |_: &Instrument| Stream::builder().with_cardinality_limit(2).build().ok();
    let wire = Wire::of(Temporality::Cumulative, |builder| builder.with_view(view));
    let time = Meter::histogram::<f64>().unit::<Seconds>().name("time").attributes::<KeyValues>().build(&wire.meter());
    let first = time.bind(&[KeyValue::new("n", 1)]);
    time.record(Seconds(1.0), &[KeyValue::new("n", 0)]);
    wire.collect();
    first.record(Seconds(1.0));
    time.record(Seconds(1.0), &[KeyValue::new("n", 2)]);
    let times = wire.collect().distributions("time");
    assert!(times.contains_key("n=1") && !times.contains_key("n=2"), "{times:?}");
}

#[test]
fn totals_and_refusals_are_shared_with_the_instrument() {
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Open>().build(&wire.meter());
    let set = Open { queue: "a", pool: "b" };
    let (one, two) = (count.bind(set), count.bind(set));
    wire.collect();
    one.add(i64::MAX as u64 - 10);
    wire.collect();
    two.add(7);
    count.add(7, set);
    let collection = wire.collect();
    assert_eq!(collection.numbers("count").len(), 1);
    let Value::Int(total) = collection.numbers("count")["pool=b,queue=a"] else { panic!("it is an integer") };
    assert_eq!((one.refused(), two.refused(), count.refused()), (1, 1, 1));
    assert_eq!(total, i64::MAX - 3);
}

#[test]
fn duplicate_and_displayed_keys_are_one_set_however_they_are_given() {
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<KeyValues>().build(&wire.meter());
    let bound = count.bind(&[KeyValue::new("b", 1), KeyValue::new("a", 1), KeyValue::new("b", 2)]);
    for _ in 0..2 {
        bound.add(1);
        count.add(1, &[KeyValue::new("a", 1), KeyValue::new("b", 2)]);
        wire.collect();
    }
    assert_eq!(wire.collect().numbers("count")["a=1,b=2"], Value::Int(4));
}

#[test]
fn a_bound_one_outlives_the_instrument_it_was_made_from() {
    let wire = Wire::new();
    let meter = wire.meter();
    let bound = {
        let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Open>().build(&meter);
        count.bind(Open { queue: "a", pool: "b" })
    };
    wire.collect();
    bound.add(1);
    wire.collect();
    bound.add(1);
    assert_eq!(wire.collect().numbers("count")["pool=b,queue=a"], Value::Int(2));
}

#[test]
#[cfg_attr(miri, ignore = "a hundred thousand instruments")]
fn of_bound_ones_that_were_dropped_nothing_is_kept() {
    alone(|| {
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        record(0);
        let churn = |times| (0..times).for_each(|level| Bound::new().record(level));
        churn(100);
        wire.collect();
        let (bytes, work) = (live(), allocated(|| drop(wire.collect())));
        churn(25_000);
        has(&wire.collect(), 25_101, 24_999);
        let kept = live().saturating_sub(bytes);
        assert!(kept < 10_000, "{kept} bytes are kept of 200,000 instruments");
        let later = allocated(|| drop(wire.collect()));
        assert!(later < work + 1_000, "a collection allocates {later} bytes, and before {work}");
    });
}

#[test]
fn a_place_that_is_used_again_has_nothing_of_the_set_before() {
    for wire in [Wire::new(), Wire::delta()] {
        let meter = wire.meter();
        let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Open>().build(&meter);
        let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<Open>().build(&meter);
        // Without a collection in between, after which nothing would be left.
        for queue in ["a", "b", "c"] {
            let set = Open { queue, pool: "p" };
            let (count, size) = (count.bind(set), size.bind(set));
            for _ in 0..3 {
                count.add(i64::MAX as u64 / 3);
                size.record(Bytes(1));
            }
        }
        let collection = wire.collect();
        for queue in ["a", "b", "c"] {
            let set = format!("pool=p,queue={queue}");
            assert_eq!(collection.numbers("count")[&set], Value::Int(i64::MAX / 3 * 3));
            assert_eq!(collection.distributions("size")[&set].count, 3);
        }
        assert_eq!(count.refused(), 0);
    }
}

#[test]
fn what_a_provider_does_with_them_while_it_is_given_a_value_loses_nothing() {
    let provider = Foreign::default();
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Open>();
    let count = count.build(&opentelemetry::metrics::MeterProvider::meter(&provider, "test"));
    let set = |queue| Open { queue, pool: "p" };
    // As long as it has called no callback, it is given each value at once.
    let bound = count.bind(set("a"));
    bound.add(1);
    provider.before_next({
        let bound = bound.clone();
        move |_| bound.add(10)
    });
    count.add(100, set("b"));
    assert_eq!(provider.given()["count"], (3, 111));
    provider.before_next({
        let count = count.clone();
        move |_| {
            let bound = count.bind(set("c"));
            bound.add(1000);
            bound.add(1000);
            bound.init();
        }
    });
    count.add(100, set("b"));
    assert_eq!(provider.given()["count"].1, 2211);
    // Dropped with values in it: the next flush has them.
    provider.call();
    bound.add(1);
    bound.add(1);
    provider.before_next(move |_| drop(bound));
    count.add(1, set("d"));
    provider.call();
    assert_eq!(provider.given()["count"].1, 2214);
}
