//! Many threads, collections all the while, and the totals are exact.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry_sdk::metrics::Temporality;

use crate::wire::{Value, Wire};

#[derive(Clone, Copy, AttributeValue)]
enum Kind {
    User,
    Internal,
    Network,
}

#[derive(Clone, Copy, Attributes)]
struct Error {
    kind: Kind,
    retried: bool,
}

#[derive(Clone, Copy, Attributes)]
struct Named<'a> {
    kind: &'a str,
}

const ADDED: Metric<Counter<u64, One, Error>> =
    Meter::counter::<u64>().unit::<One>().name("added").attributes::<Error>();
const IN_FLIGHT: Metric<UpDownCounter<i64, One, Error>> =
    Meter::up_down_counter::<i64>().unit::<One>().name("in_flight").attributes::<Error>();
const SIZES: Metric<Histogram<u64, Bytes, Error>> = Meter::histogram::<u64>()
    .unit::<Bytes>()
    .name("sizes")
    .attributes::<Error>()
    .boundaries(&[Bytes(1.0), Bytes(2.0), Bytes(3.0)]);
const NAMED: Metric<Counter<u64, One, Named<'static>>> =
    Meter::counter::<u64>().unit::<One>().name("named").attributes::<Named<'static>>();
const NAMED_SIZES: Metric<Histogram<u64, Bytes, Named<'static>>> = Meter::histogram::<u64>()
    .unit::<Bytes>()
    .name("named.sizes")
    .attributes::<Named<'static>>()
    .boundaries(&[Bytes(1.0), Bytes(2.0)]);

const SETS: [Error; 6] = [
    Error { kind: Kind::User, retried: false },
    Error { kind: Kind::User, retried: true },
    Error { kind: Kind::Internal, retried: false },
    Error { kind: Kind::Internal, retried: true },
    Error { kind: Kind::Network, retried: false },
    Error { kind: Kind::Network, retried: true },
];

const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

const THREADS: u64 = 16;

/// How many increments there are in all: `METERSTICK_STRESS=100000000` for the long run.
fn increments() -> u64 {
    let given = std::env::var("METERSTICK_STRESS").ok().and_then(|increments| increments.parse().ok());
    given.unwrap_or(if cfg!(debug_assertions) { 1_600_000 } else { 16_000_000 })
}

/// What all collections exported so far: under delta temporality the sum, under cumulative the last.
fn total(sum: &AtomicU64, temporality: Temporality, seen: u64) {
    match temporality {
        Temporality::Delta => sum.fetch_add(seen, Ordering::Relaxed),
        _ => sum.swap(seen, Ordering::Relaxed),
    };
}

fn integers(values: impl IntoIterator<Item = Value>) -> u64 {
    let integer = |value| match value {
        Value::Int(value) => u64::try_from(value).expect("it only goes up"),
        Value::Double(value) => panic!("{value} is no integer"),
    };
    values.into_iter().map(integer).sum()
}

fn stress(temporality: Temporality) {
    let wire = Wire::of(temporality, |builder| builder);
    let meter = wire.meter();
    let (added, in_flight) = (ADDED.build(&meter), IN_FLIGHT.build(&meter));
    let (sizes, named, named_sizes) = (SIZES.build(&meter), NAMED.build(&meter), NAMED_SIZES.build(&meter));
    // A thread lives for a fourth of its share: threads come and go, and their cells are used again.
    let (lives, calls) = (4, increments() / THREADS / 4);
    let [adds, records, names, named_records] = [const { AtomicU64::new(0) }; 4];
    let ends = AtomicBool::new(false);
    let collect = || {
        let collection = wire.collect();
        total(&adds, temporality, integers(collection.numbers("added").into_values()));
        total(&names, temporality, integers(collection.numbers("named").into_values()));
        let distributions = collection.distributions("sizes").into_values();
        total(&records, temporality, distributions.map(|one| one.counts.iter().sum::<u64>()).sum());
        let distributions = collection.distributions("named.sizes").into_values();
        total(&named_records, temporality, distributions.map(|one| one.counts.iter().sum::<u64>()).sum());
    };
    let work = || {
        for i in 0..calls {
            let set = SETS[(i % 6) as usize];
            added.add(1, set);
            in_flight.add(if i % 2 == 0 { 1 } else { -1 }, set);
            if i % 8 == 0 {
                sizes.record(Bytes(i % 5), set);
                named.add(1, Named { kind: NAMES[(i % 6) as usize] });
                named_sizes.record(Bytes(i % 5), Named { kind: NAMES[(i % 6) as usize] });
            }
        }
    };
    let live = || (0..lives).for_each(|_| thread::scope(|one| drop(one.spawn(work))));
    thread::scope(|scope| {
        let collector = scope.spawn(|| {
            while !ends.load(Ordering::Relaxed) {
                collect();
            }
        });
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(live)).collect();
        threads.into_iter().for_each(|thread| thread.join().expect("it does not panic"));
        ends.store(true, Ordering::Relaxed);
        collector.join().expect("it does not panic");
    });
    collect();
    let eighth = (0..calls).step_by(8).count() as u64;
    let all = THREADS * lives;
    assert_eq!(adds.into_inner(), all * calls);
    assert_eq!(records.into_inner(), all * eighth);
    assert_eq!(names.into_inner(), all * eighth);
    assert_eq!(named_records.into_inner(), all * eighth);
    assert_eq!(added.refused() + sizes.refused() + named.refused() + named_sizes.refused(), 0);
    if temporality == Temporality::Cumulative {
        let collection = wire.collect();
        let each = |set: u64| (0..calls).filter(|i| i % 6 == set).count() as u64;
        let mut expected: Vec<_> = (0..6).map(|set| Value::Int((all * each(set)) as i64)).collect();
        let mut seen: Vec<_> = collection.numbers("added").into_values().collect();
        let number = |value: &Value| if let Value::Int(value) = value { *value } else { 0 };
        expected.sort_by_key(number);
        seen.sort_by_key(number);
        assert_eq!(seen, expected);
        let sums: f64 = collection.distributions("sizes").values().map(|one| one.sum).sum();
        assert_eq!(sums, (all * (0..calls).step_by(8).map(|i| i % 5).sum::<u64>()) as f64);
        let distributions = collection.distributions("sizes");
        assert!(distributions.values().all(|one| one.min == 0.0 && one.max == 4.0), "{distributions:?}");
        let levels: i64 = collection.numbers("in_flight").values().map(number).sum();
        assert_eq!(levels, (all * calls.div_ceil(2)) as i64 - (all * (calls / 2)) as i64);
    }
}

#[test]
fn totals_are_exact_under_cumulative_temporality() {
    stress(Temporality::Cumulative);
}

#[test]
fn totals_are_exact_under_delta_temporality() {
    stress(Temporality::Delta);
}
