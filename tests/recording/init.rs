//! Sums that are exported at zero before their first event, with the attributes that they are counted with.

use std::collections::{BTreeMap, BTreeSet};

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use meterstick::{ClosedAttributes, Group};
use opentelemetry::metrics::Meter as OtelMeter;
use opentelemetry_sdk::metrics::Temporality;

use crate::alone::alone;
use crate::wire::{Collection, Value, Wire};

#[derive(Clone, Copy, AttributeValue)]
#[attribute(rename_all = "kebab-case")]
enum Outcome {
    Done,
    TimedOut,
    Failed,
}

/// A newtype is as closed as what it has.
#[derive(Clone, Copy, AttributeValue)]
struct Late(bool);

#[derive(Clone, Copy, Attributes)]
struct Peer {
    tls: bool,
    #[attribute(key = "a.peer")]
    late: Option<Late>,
}

/// May be left out as a whole, and be there with nothing in it.
#[derive(Clone, Copy, Attributes)]
struct Extra {
    extra: Option<bool>,
}

/// Its fields are in another order than its keys, and flattened sets before, between and behind them.
#[derive(Clone, Copy, Attributes)]
struct Whole<'a> {
    #[attribute(flatten)]
    peer: Peer,
    outcome: Outcome,
    #[attribute(flatten)]
    extra: Option<Extra>,
    #[attribute(key = "0")]
    again: bool,
    #[attribute(skip)]
    #[expect(dead_code, reason = "a field that is no attribute gets its default")]
    note: &'a str,
    error: Option<Outcome>,
}

#[derive(Clone, Copy, Attributes)]
struct Closed {
    outcome: Outcome,
    again: bool,
}

/// As closed as what it is given.
#[derive(Clone, Copy, Attributes)]
struct Again<T> {
    value: T,
    again: Option<T>,
}

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    pool: &'a str,
}

const DONE: Closed = Closed { outcome: Outcome::Done, again: true };
const SCOPE: Scope = Scope::new("init");

static COUNT: Counter<u64, One, Closed> =
    Meter::counter::<u64>().unit::<One>().name("count").attributes::<Closed>().global(SCOPE);
static PAID: Counter<f64, One, Closed> =
    Meter::counter::<f64>().unit::<One>().name("paid").attributes::<Closed>().global(SCOPE);
static ACTIVE: UpDownCounter<i64, One> = Meter::up_down_counter::<i64>().unit::<One>().name("active").global(SCOPE);
static LEVEL: UpDownCounter<f64, One> = Meter::up_down_counter::<f64>().unit::<One>().name("level").global(SCOPE);
static OPEN: Counter<u64, One, Of<'static>> =
    Meter::counter::<u64>().unit::<One>().name("open").attributes::<Of>().global(SCOPE);
static CURRIED: Counter<u64, One, (Of<'static>, Closed)> =
    Meter::counter::<u64>().unit::<One>().name("curried").attributes::<(Of, Closed)>().global(SCOPE);

fn labels<A: ClosedAttributes>() -> BTreeSet<String> {
    A::all().map(|set| label(&set)).collect()
}

fn label<A: Attributes>(set: &A) -> String {
    let mut parts: Vec<_> = set.key_values().iter().map(|one| format!("{}={}", one.key, one.value)).collect();
    parts.sort();
    parts.join(",")
}

#[track_caller]
fn is_zero(points: &BTreeMap<String, Value>, labels: &BTreeSet<String>) {
    assert_eq!(points.keys().cloned().collect::<BTreeSet<_>>(), *labels);
    assert!(points.values().all(|value| matches!(value, Value::Int(0) | Value::Double(0.0))), "{points:?}");
}

fn temporalities() -> [Wire; 2] {
    [Wire::new(), Wire::delta()]
}

#[test]
#[cfg_attr(miri, ignore = "thousands of values")]
fn the_labels_are_those_that_are_counted_with_whatever_the_set_is_made_of() {
    fn check<A: ClosedAttributes + Attributes<With<'static> = A> + Copy>(sets: usize) {
        assert_eq!(labels::<A>().len(), sets);
        assert_eq!(A::CARDINALITY, Some(A::all().count()));
        for (n, set) in A::all().enumerate() {
            assert_eq!(set.slot(), n);
        }
        for wire in temporalities() {
            let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<A>().build(&wire.meter());
            count.init();
            is_zero(&wire.collect().numbers("count"), &labels::<A>());
            for (n, set) in A::all().enumerate() {
                count.add(n as u64 + 1, set);
            }
            let points = wire.collect().numbers("count");
            // Two sets may show the same, as one that is not there and one in which nothing is.
            let mut expected = BTreeMap::new();
            for (n, set) in A::all().enumerate() {
                *expected.entry(label(&set)).or_insert(0) += n as i64 + 1;
            }
            assert_eq!(points, expected.into_iter().map(|(set, sum)| (set, Value::Int(sum))).collect());
        }
    }
    check::<Closed>(6);
    check::<Peer>(6);
    check::<Option<Peer>>(7);
    check::<Extra>(3);
    check::<Option<Extra>>(3);
    check::<Whole<'static>>(6 * 3 * 3 * 2 * 4);
    check::<Again<Outcome>>(3 * 4);
    check::<Again<Late>>(2 * 3);
    check::<(Peer, Option<Closed>)>(6 * 7);
    check::<((Closed, Extra), Peer)>(6 * 3 * 6);
}

#[test]
fn what_is_added_before_or_after_is_what_it_is() {
    for wire in temporalities() {
        let is_delta = wire.reader_is_delta();
        let meter = wire.meter();
        let count = Meter::counter::<u64>().unit::<Bytes>().name("count").attributes::<Closed>().build(&meter);
        let paid = Meter::counter::<f64>().unit::<One>().name("paid").attributes::<Closed>().build(&meter);
        let level = Meter::up_down_counter::<i64>().unit::<One>().name("level").build(&meter);
        count.add(Bytes(5), DONE);
        paid.add(0.5, DONE);
        level.add(-3);
        let init = || {
            (0..2).for_each(|_| {
                count.init();
                paid.init();
                level.init();
            })
        };
        init();
        let first = wire.collect();
        for (name, value) in [("count", Value::Int(5)), ("paid", Value::Double(0.5))] {
            let mut points = first.numbers(name);
            assert_eq!(points.remove(&label(&DONE)), Some(value));
            assert_eq!(points.len(), 5);
            assert!(points.values().all(|value| matches!(value, Value::Int(0) | Value::Double(0.0))));
        }
        assert_eq!(first.number("level"), Some(Value::Int(-3)));
        // It has happened: there is nothing left to do, and under delta no point of nothing.
        init();
        let second = wire.collect();
        if is_delta {
            assert!(second.metric("count").is_none() && second.metric("paid").is_none());
        } else {
            assert_eq!(second.numbers("count"), first.numbers("count"));
        }
        count.add(Bytes(2), DONE);
        let sum = if is_delta { 2 } else { 7 };
        assert_eq!(wire.collect().numbers("count")[&label(&DONE)], Value::Int(sum));
        assert_eq!(count.value(DONE), Some(7));
        assert_eq!(count.value(Closed { again: false, ..DONE }), Some(0));
        assert_eq!((count.refused(), count.dropped()), (0, 0));
    }
}

impl Wire {
    fn reader_is_delta(&self) -> bool {
        use opentelemetry_sdk::metrics::reader::MetricReader;
        self.reader.temporality(opentelemetry_sdk::metrics::InstrumentKind::Counter) == Temporality::Delta
    }
}

fn init_statics() {
    COUNT.init();
    PAID.init();
    ACTIVE.init();
    LEVEL.init();
    OPEN.bind(Of { pool: "a" }).init(); // dropped at once
    CURRIED.with(Of { pool: "a" }).init();
}

#[track_caller]
fn statics_are_zero(collection: &Collection) {
    is_zero(&collection.numbers("count"), &labels::<Closed>());
    is_zero(&collection.numbers("paid"), &labels::<Closed>());
    is_zero(&collection.numbers("active"), &[String::new()].into());
    is_zero(&collection.numbers("level"), &[String::new()].into());
    is_zero(&collection.numbers("open"), &["pool=a".to_owned()].into());
    let curried = labels::<Closed>().iter().map(|closed| format!("{closed},pool=a")).collect();
    is_zero(&collection.numbers("curried"), &curried);
}

#[test]
fn statics_are_zero_for_a_provider_that_comes_after() {
    alone(|| {
        init_statics();
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        statics_are_zero(&wire.collect());
        COUNT.add(5, DONE);
        OPEN.add(5, Of { pool: "a" });
        CURRIED.add(5, (Of { pool: "a" }, DONE));
        let collection = wire.collect();
        assert_eq!(collection.numbers("count")[&label(&DONE)], Value::Int(5));
        assert_eq!(collection.numbers("open")["pool=a"], Value::Int(5));
        assert_eq!(collection.numbers("curried").len(), 6);
        assert_eq!(collection.numbers("curried")[&format!("{},pool=a", label(&DONE))], Value::Int(5));
        assert_eq!((OPEN.dropped(), CURRIED.dropped(), COUNT.dropped()), (0, 0, 0));
    });
}

#[test]
fn statics_are_zero_for_a_provider_that_was_there_before() {
    alone(|| {
        let wire = Wire::delta();
        meterstick::set_meter_provider(wire.provider.clone());
        init_statics();
        statics_are_zero(&wire.collect());
        assert!(wire.collect().metric("count").is_none());
    });
}

#[test]
fn statics_are_zero_for_a_provider_that_replaces_another() {
    alone(|| {
        let [first, second, third] = [Wire::new(), Wire::delta(), Wire::new()];
        let (open, curried) = (OPEN.bind(Of { pool: "a" }), CURRIED.with(Of { pool: "a" }));
        init_statics();
        open.init();
        curried.init();
        COUNT.add(5, DONE);
        meterstick::set_meter_provider(first.provider.clone());
        assert_eq!(first.collect().numbers("count")[&label(&DONE)], Value::Int(5));
        // What was added is the earlier provider's; the zeros are of both.
        meterstick::set_meter_provider(second.provider.clone());
        statics_are_zero(&second.collect());
        open.add(2);
        assert_eq!(second.collect().numbers("open")["pool=a"], Value::Int(2));
        meterstick::set_meter_provider(third.provider.clone());
        statics_are_zero(&third.collect());
        // What was dropped is not held for later ones.
        drop((open, curried));
        let fourth = Wire::new();
        meterstick::set_meter_provider(fourth.provider.clone());
        let collection = fourth.collect();
        is_zero(&collection.numbers("count"), &labels::<Closed>());
        assert!(collection.metric("open").is_none() && collection.metric("curried").is_none());
    });
}

#[test]
fn one_that_was_used_for_an_earlier_provider_is_zero_for_the_later_one() {
    alone(|| {
        let [first, second] = [Wire::new(), Wire::new()];
        meterstick::set_meter_provider(first.provider.clone());
        COUNT.add(5, DONE);
        ACTIVE.add(1);
        first.collect();
        meterstick::set_meter_provider(second.provider.clone());
        COUNT.init();
        ACTIVE.init();
        let collection = second.collect();
        is_zero(&collection.numbers("count"), &labels::<Closed>());
        assert_eq!(collection.number("active"), Some(Value::Int(0)));
    });
}

#[test]
fn what_is_bound_of_an_open_set_is_zero_and_frees_what_it_had() {
    for wire in temporalities() {
        let group = Group::new(&wire.meter());
        let open = Meter::counter::<u64>().unit::<One>().name("open").attributes::<Of>().build(&group);
        for pool in ["a", "b"] {
            open.bind(Of { pool }).init();
        }
        let kept = open.bind(Of { pool: "c" });
        kept.init();
        kept.add(7);
        let points = wire.collect().numbers("open");
        assert_eq!(points["pool=a"], Value::Int(0));
        assert_eq!(points["pool=b"], Value::Int(0));
        assert_eq!(points["pool=c"], Value::Int(7));
        assert_eq!((points.len(), open.dropped()), (3, 0));
    }
}

#[test]
#[cfg_attr(miri, ignore = "thousands of values")]
fn many_threads_initialise_and_add_at_once_and_nothing_is_lost() {
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Closed>().build(&wire.meter());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..100 {
                    count.init();
                    Closed::all().for_each(|set| count.add(1, set));
                }
            });
        }
        (0..10).for_each(|_| drop(wire.collect()));
    });
    assert!(wire.collect().numbers("count").values().all(|value| *value == Value::Int(400)));
}

#[derive(Instruments)]
struct Inner {
    #[metric(init)]
    inner: Counter<u64, One, Closed>,
}

#[derive(Instruments)]
#[instruments(prefix = "pool")]
struct Pool {
    #[metric(init)]
    jobs: Counter<u64, One, Whole<'static>>,
    #[metric(name = "active", init)]
    active: UpDownCounter<i64, One>,
    other: Counter<u64, One, Closed>,
    sizes: Histogram<u64, Bytes, Closed>,
    #[metric(flatten)]
    within: Inner,
}

#[track_caller]
fn component_is_zero(collection: &Collection, prefix: &str) {
    is_zero(&collection.numbers(&format!("{prefix}pool.jobs")), &labels::<Whole<'static>>());
    is_zero(&collection.numbers(&format!("{prefix}pool.active")), &[String::new()].into());
    is_zero(&collection.numbers(&format!("{prefix}inner")), &labels::<Closed>());
    assert_eq!(collection.0.len(), 3, "{collection:?}");
}

#[test]
#[cfg_attr(miri, ignore = "it takes more than six minutes")]
fn a_component_starts_those_at_zero_that_say_so() {
    let build: [(fn(&OtelMeter) -> Pool, &str); 2] =
        [(|meter| Pool::build(meter), ""), (|meter| Pool::try_build_with_prefix(meter, "a").unwrap(), "a.")];
    for (build, prefix) in build {
        for wire in temporalities() {
            let pool = build(&wire.meter());
            component_is_zero(&wire.collect(), prefix);
            pool.active.add(1);
            pool.other.add(1, DONE);
            pool.sizes.record(Bytes(1), DONE);
            pool.within.inner.add(1, DONE);
            assert_eq!(wire.collect().0.len(), if wire.reader_is_delta() { 4 } else { 5 });
        }
    }
}

static POOL: Pool = Pool::global(SCOPE);

#[test]
#[cfg_attr(miri, ignore = "it takes more than six minutes")]
fn a_component_in_a_static_does_so_when_it_is_asked_to() {
    alone(|| {
        let wire = Wire::new();
        POOL.init();
        meterstick::set_meter_provider(wire.provider.clone());
        component_is_zero(&wire.collect(), "");
    });
}

static LATE: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("late").global(SCOPE);

#[test]
fn it_looks_for_a_provider_that_opentelemetrys_function_set() {
    alone(|| {
        let wire = Wire::new();
        LATE.init();
        opentelemetry::global::set_meter_provider(wire.provider.clone());
        LATE.init();
        assert_eq!(wire.collect().number("late"), Some(Value::Int(0)));
    });
}
