//! What instruments have recorded is read back from them.

use meterstick::prelude::*;
use meterstick::unit::One;

use crate::alone::alone;
use crate::wire::Wire;

#[derive(Clone, Copy, Attributes)]
struct Closed {
    ok: bool,
}

#[derive(Clone, Copy, Attributes)]
struct Open<'a> {
    pool: &'a str,
}

const SCOPE: Scope = Scope::new("values");

macro_rules! instruments {
    ($($count:ident $paid:ident $level:ident $ratio:ident: $set:ty, $prefix:literal;)*) => {$(
        static $count: Counter<u64, One, $set> =
            Meter::counter::<u64>().unit::<One>().name(concat!($prefix, "count")).attributes::<$set>().global(SCOPE);
        static $paid: UpDownCounter<f64, One, $set> =
            Meter::up_down_counter::<f64>().unit::<One>().name(concat!($prefix, "paid")).attributes::<$set>().global(SCOPE);
        static $level: Gauge<i64, One, $set> =
            Meter::gauge::<i64>().unit::<One>().name(concat!($prefix, "level")).attributes::<$set>().global(SCOPE);
        static $ratio: Gauge<f64, One, $set> =
            Meter::gauge::<f64>().unit::<One>().name(concat!($prefix, "ratio")).attributes::<$set>().global(SCOPE);
    )*};
}

instruments! {
    COUNT PAID LEVEL RATIO: Closed, "";
    OPEN_COUNT OPEN_PAID OPEN_LEVEL OPEN_RATIO: Open<'static>, "open.";
}

macro_rules! round {
    ($count:ident $paid:ident $level:ident $ratio:ident, $set:expr, $other:expr, $before:expr) => {{
        let before: u64 = $before;
        let (count, level) = ($count.bind($set), $level.bind($set));
        for n in 1..=3 {
            $count.add(2, $set);
            count.add(1);
            std::thread::scope(|scope| {
                scope.spawn(|| $count.add(7, $set));
            });
            $paid.add(-0.5, $set);
            $level.record(n, $set);
            level.record(-n);
            $ratio.record(n as f64 / 4.0, $set);
            let n = n as u64;
            assert_eq!($count.value($set), Some(before + 10 * n));
            assert_eq!(count.value(), Some(before + 10 * n));
            assert_eq!($paid.value($set), Some((before as f64 / 10.0 + n as f64) / -2.0));
            assert_eq!(($level.value($set), level.value()), (Some(-(n as i64)), Some(-(n as i64))));
            assert_eq!($ratio.value($set), Some(n as f64 / 4.0));
            assert_eq!(($count.value($other), $level.value($other), $paid.value($other)), (None, None, None));
        }
    }};
}

fn rounds(before: u64) {
    round!(COUNT PAID LEVEL RATIO, Closed { ok: true }, Closed { ok: false }, before);
    round!(OPEN_COUNT OPEN_PAID OPEN_LEVEL OPEN_RATIO, Open { pool: "a" }, Open { pool: "b" }, before);
}

#[test]
fn a_total_and_a_last_value_are_read_back_before_a_provider_and_with_each() {
    alone(|| {
        rounds(0);
        let (first, second) = (Wire::new(), Wire::new());
        meterstick::set_meter_provider(first.provider.clone());
        rounds(30);
        first.collect();
        assert_eq!((COUNT.value(Closed { ok: true }), OPEN_COUNT.value(Open { pool: "a" })), (Some(60), Some(60)));
        assert_eq!((LEVEL.value(Closed { ok: true }), OPEN_LEVEL.value(Open { pool: "a" })), (Some(-3), Some(-3)));
        rounds(60);
        meterstick::set_meter_provider(second.provider.clone());
        rounds(0);
        second.collect();
        rounds(30);
    });
}

#[test]
fn reading_changes_nothing_that_is_exported() {
    let (read, not) = (Wire::new(), Wire::new());
    let totals = [&read, &not].map(|wire| {
        let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Open>().build(&wire.meter());
        for n in 0..100 {
            count.add(n, Open { pool: if n % 3 == 0 { "a" } else { "b" } });
            if std::ptr::eq(wire, &read) {
                let _ = count.value(Open { pool: "a" });
            }
            if n % 10 == 0 {
                wire.collect();
            }
        }
        wire.collect().numbers("count")
    });
    assert_eq!(totals[0], totals[1]);
}

#[test]
fn a_total_includes_what_another_instrument_of_the_name_had_at_the_last_collection() {
    const COUNT: Metric<Counter<u64, One, Closed>> =
        Meter::counter::<u64>().unit::<One>().name("two").attributes::<Closed>();
    let wire = Wire::new();
    let [a, b] = [COUNT.build(&wire.meter()), COUNT.build(&wire.meter())];
    a.add(5, Closed { ok: true });
    wire.collect();
    assert_eq!((a.value(Closed { ok: true }), b.value(Closed { ok: true })), (Some(5), Some(5)));
    assert_eq!(b.value(Closed { ok: false }), None);
    b.add(1, Closed { ok: true });
    assert_eq!(b.value(Closed { ok: true }), Some(6));
}

#[test]
fn of_two_gauges_of_one_name_the_one_that_was_built_last_is_exported() {
    const LEVEL: Metric<Gauge<i64, One, Closed>> =
        Meter::gauge::<i64>().unit::<One>().name("two.level").attributes::<Closed>();
    let wire = Wire::new();
    let [a, b] = [LEVEL.build(&wire.meter()), LEVEL.build(&wire.meter())];
    wire.collect();
    b.record(2, Closed { ok: true });
    a.record(3, Closed { ok: true });
    assert_eq!(wire.collect().numbers("two.level")["ok=true"], crate::wire::Value::Int(2));
    a.record(4, Closed { ok: true });
    assert_eq!(wire.collect().numbers("two.level")["ok=true"], crate::wire::Value::Int(4));
}
