//! Attributes that all instruments of a group have.

use std::thread;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One, Seconds};
use meterstick::{Group, GroupOf, observe_together};

use crate::wire::{Collection, Value, Wire};

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    pool: &'a str,
    // Before and behind the instrument's own.
    zone: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Done {
    ok: bool,
}

#[derive(Clone, Copy, Attributes)]
struct To<'a> {
    route: &'a str,
}

const COUNT: Metric<Counter<u64, One, Done>> = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Done>();
const OPEN: Metric<Counter<u64, Bytes, To<'static>>> =
    Meter::counter::<u64>().unit::<Bytes>().name("open").attributes::<To>();
const PAIR: Metric<Counter<f64, One, (To<'static>, Done)>> =
    Meter::counter::<f64>().unit::<One>().name("pair").attributes::<(To, Done)>();
const ACTIVE: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("active");
const SIZE: Metric<Histogram<u64, Bytes, Done>> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<Done>();
const WAIT: Metric<Histogram<f64, Seconds, To<'static>>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("wait").attributes::<To>();
const LEVEL: Metric<Gauge<i64, One, To<'static>>> =
    Meter::gauge::<i64>().unit::<One>().name("level").attributes::<To>();
const DEPTH: Metric<ObservableUpDownCounter<i64, One>> =
    Meter::observable_up_down_counter::<i64>().unit::<One>().name("depth");
const READ: Metric<ObservableCounter<u64, Bytes, Done>> =
    Meter::observable_counter::<u64>().unit::<Bytes>().name("read").attributes::<Done>();
const WARM: Metric<ObservableGauge<f64, One>> = Meter::observable_gauge::<f64>().unit::<One>().name("warm");

/// Uses every kind of instrument, and gives what has to be kept.
fn use_all(group: &GroupOf<Of<'static>>, n: u64) -> impl Sized + use<> {
    let (count, open, pair) = (COUNT.build(group), OPEN.build(group), PAIR.build(&group));
    let (active, size, wait, level) =
        (ACTIVE.build(group), SIZE.build(group), WAIT.build(group), LEVEL.build(&std::sync::Arc::new(group.clone())));
    for _ in 0..3 {
        count.add(n, Done { ok: true });
        open.add(Bytes(n), To { route: "/a" });
        pair.add(n as f64, (To { route: "/a" }, Done { ok: true }));
        pair.with(Done { ok: true }).add(n as f64, To { route: "/a" });
    }
    count.bind(Done { ok: true }).add(n);
    open.bind(To { route: "/b" }).add(Bytes(n));
    thread::scope(|scope| {
        scope.spawn(|| count.add(n, Done { ok: true }));
    });
    let guard = active.track().into_owned();
    size.record(Bytes(n), Done { ok: true });
    wait.timer().stop(To { route: "/a" });
    level.record(n as i64, To { route: "/a" });
    level.bind(To { route: "/a" }).record(n as i64 + 1);
    let observed = READ.observe(group, move |o| o.observe(Bytes(n), Done { ok: true }));
    let together = observe_together((DEPTH, WARM), group, move |(depth, warm)| {
        depth.observe(-(n as i64));
        warm.observe(n as f64);
    });
    (guard, observed, together, (count, open, pair, active, size, wait, level))
}

#[track_caller]
fn has(collection: &Collection, common: &str, n: i64) {
    let sum = |name: &str, own: &str| {
        // As they are sorted by key: ok, pool, route, zone.
        let mut parts: Vec<_> = common.split(',').chain(own.split(',').filter(|own| !own.is_empty())).collect();
        parts.sort_unstable();
        collection.numbers(name).get(&parts.join(",")).copied()
    };
    assert_eq!(sum("count", "ok=true"), Some(Value::Int(5 * n)));
    assert_eq!(sum("open", "route=/a"), Some(Value::Int(3 * n)));
    assert_eq!(sum("open", "route=/b"), Some(Value::Int(n)));
    assert_eq!(sum("pair", "ok=true,route=/a"), Some(Value::Double(6.0 * n as f64)));
    assert_eq!(sum("active", ""), Some(Value::Int(1)));
    assert_eq!(sum("level", "route=/a"), Some(Value::Int(n + 1)));
    assert_eq!(sum("read", "ok=true"), Some(Value::Int(n)));
    assert_eq!(sum("depth", ""), Some(Value::Int(-n)));
    assert_eq!(sum("warm", ""), Some(Value::Double(n as f64)));
    for name in ["size", "wait"] {
        let points = collection.distributions(name);
        let own = points.iter().filter(|(set, _)| common.split(',').all(|part| set.contains(part)));
        assert_eq!(own.map(|(_, point)| point.count).collect::<Vec<_>>(), [1], "{name}: {points:?}");
    }
}

#[test]
fn each_kind_of_instrument_has_them_beside_its_own() {
    for wire in [Wire::new(), Wire::delta()] {
        let group = Group::new(&wire.meter());
        let (name, other) = (String::from("a"), String::from("b"));
        let a = group.with(Of { pool: &name, zone: None });
        let b = group.with(Of { pool: &other, zone: Some(true) });
        drop((name, other));
        let _kept = (use_all(&a, 2), use_all(&b, 7));
        let collection = wire.collect();
        has(&collection, "pool=a", 2);
        has(&collection, "pool=b,zone=true", 7);
        assert_eq!(collection.numbers("count").len(), 2);
    }
}

#[test]
fn they_are_had_by_what_is_built_before_the_first_collection_and_after_it() {
    let wire = Wire::new();
    let group = Group::new(&wire.meter()).with(Of { pool: "a", zone: None });
    let count = COUNT.build(&group);
    for round in 1..=3 {
        count.inc(Done { ok: true });
        let again = COUNT.build(&group);
        again.inc(Done { ok: true });
        assert_eq!(wire.collect().numbers("count"), [("ok=true,pool=a".to_owned(), Value::Int(2 * round))].into());
    }
    assert_eq!(count.value(Done { ok: true }), Some(6));
}

#[derive(Instruments)]
struct Pool {
    #[metric(init)]
    jobs: Counter<u64, One, Done>,
    sizes: Histogram<u64, Bytes>,
}

#[test]
fn a_component_has_them_and_starts_at_zero_with_them() {
    let wire = Wire::new();
    let group = Group::new(&wire.meter());
    for pool in ["a", "b"] {
        let of = group.with(Of { pool, zone: None });
        let pool = Pool::build(&of);
        let mail = Pool::try_build_with_prefix(&of, "mail").unwrap();
        pool.sizes.record(Bytes(1));
        mail.jobs.inc(Done { ok: false });
    }
    let collection = wire.collect();
    let zero = |set: &str| (set.to_owned(), Value::Int(0));
    let jobs = ["ok=false,pool=a", "ok=false,pool=b", "ok=true,pool=a", "ok=true,pool=b"].map(zero);
    assert_eq!(collection.numbers("jobs"), jobs.into());
    assert_eq!(collection.numbers("mail.jobs")["ok=false,pool=b"], Value::Int(1));
    assert_eq!(collection.distributions("sizes").into_keys().collect::<Vec<_>>(), ["pool=a", "pool=b"]);
}

#[test]
fn a_group_in_a_group_has_those_of_both() {
    let wire = Wire::new();
    let group = Group::new(&wire.meter());
    let inner = group.with(Of { pool: "a", zone: Some(false) }).with(To { route: "/a" });
    COUNT.build(&inner).inc(Done { ok: true });
    let set = "ok=true,pool=a,route=/a,zone=false";
    assert_eq!(wire.collect().numbers("count"), [(set.to_owned(), Value::Int(1))].into());
    // The group without them is the same meter.
    COUNT.build(inner.group()).inc(Done { ok: true });
    assert_eq!(wire.collect().numbers("count")["ok=true"], Value::Int(1));
}
