//! Typed sets: whatever the store, what leaves equals the same calls made by hand on the SDK.

use std::borrow::Cow;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;
use opentelemetry_sdk::metrics::Temporality;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::wire::{Value, Wire};

#[derive(Clone, Copy, Debug, AttributeValue)]
#[attribute(rename_all = "UPPERCASE")]
enum Method {
    Get,
    Post,
    Put,
}

/// A set of which each has a slot.
#[derive(Clone, Copy, Debug, Attributes)]
#[attributes(prefix = "http")]
struct Closed {
    #[attribute(key = "request.method")]
    method: Method,
    ok: bool,
    cached: Option<bool>,
}

/// A set that nobody can know.
#[derive(Clone, Copy, Debug, Attributes)]
struct Open<'a> {
    route: &'a str,
    zone: Option<&'a str>,
    status: u16,
}

impl Closed {
    fn nth(n: usize) -> Self {
        let method = [Method::Get, Method::Post, Method::Put][n % 3];
        Self { method, ok: (n / 3) % 2 == 0, cached: [None, Some(false), Some(true)][n / 6 % 3] }
    }

    fn by_hand(self) -> Vec<KeyValue> {
        let method = match self.method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
        };
        let mut list = vec![KeyValue::new("http.request.method", method), KeyValue::new("http.ok", self.ok)];
        list.extend(self.cached.map(|cached| KeyValue::new("http.cached", cached)));
        list
    }
}

impl<'a> Open<'a> {
    fn of(text: &'a str, n: usize) -> Self {
        Self { route: text, zone: [None, Some("a"), Some(text)][n % 3], status: [200, 404][n / 3 % 2] }
    }

    fn by_hand(self) -> Vec<KeyValue> {
        let mut list =
            vec![KeyValue::new("status", i64::from(self.status)), KeyValue::new("route", self.route.to_owned())];
        list.extend(self.zone.map(|zone| KeyValue::new("zone", zone.to_owned())));
        list
    }
}

const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("count");
const PAID: Metric<Counter<f64, One>> = Meter::counter::<f64>().unit::<One>().name("paid");
const BALANCE: Metric<UpDownCounter<f64, One>> = Meter::up_down_counter::<f64>().unit::<One>().name("balance");
const LEVEL: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("level");
const SIZE: Metric<Histogram<u64, Bytes>> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size").boundaries(&[Bytes(10.0), Bytes(100.0), Bytes(1000.0)]);
const SHARE: Metric<Gauge<f64, One>> = Meter::gauge::<f64>().unit::<One>().name("share");

/// A measurement: of which thread, of which set, how much.
type Call = (usize, usize, Cow<'static, str>, i32);

fn calls() -> impl Strategy<Value = Vec<Call>> {
    let text = prop_oneof![Just(Cow::Borrowed("")), Just(Cow::Borrowed("/a")), "[a-c]{0,9}".prop_map(Cow::Owned)];
    vec((0..3_usize, 0..18_usize, text, -50..2000_i32), 0..200)
}

/// Makes each call on three threads, collects at random, and compares what two providers export.
fn compare<T, H>(
    temporality: Temporality,
    rounds: &[Vec<Call>],
    make: impl Fn(&Wire) -> (T, H),
    call: fn(&T, &H, &Call),
) where
    T: Sync,
    H: Sync,
{
    let (typed, hand) = (Wire::of(temporality, |builder| builder), Wire::of(temporality, |builder| builder));
    let both = (make(&typed).0, make(&hand).1);
    for round in rounds {
        std::thread::scope(|scope| {
            for thread in 0..3 {
                let both = &both;
                scope.spawn(move || {
                    for one in round.iter().filter(|one| one.0 == thread) {
                        call(&both.0, &both.1, one);
                    }
                });
            }
        });
        let (typed, hand) = (typed.collect(), hand.collect());
        for name in ["count", "level", "paid", "balance", "share"] {
            assert_eq!(typed.numbers(name), hand.numbers(name), "{name}");
        }
        assert_eq!(typed.distributions("size"), hand.distributions("size"));
    }
}

macro_rules! equals_by_hand {
    ($name:ident, $set:ty, $of:expr) => {
        proptest! {
            #![proptest_config(ProptestConfig::with_cases(24))]
            #[test]
            fn $name(rounds in vec(calls(), 1..4), delta: bool) {
                let temporality = if delta { Temporality::Delta } else { Temporality::Cumulative };
                compare(temporality, &rounds, |wire| {
                    let meter = wire.meter();
                    (
                        (
                            COUNT.attributes::<$set>().build(&meter),
                            LEVEL.attributes::<$set>().build(&meter),
                            PAID.attributes::<$set>().build(&meter),
                            BALANCE.attributes::<$set>().build(&meter),
                            SIZE.attributes::<$set>().build(&meter),
                        ),
                        (
                            meter.u64_counter("count").build(),
                            meter.i64_up_down_counter("level").build(),
                            meter.f64_counter("paid").build(),
                            meter.f64_up_down_counter("balance").build(),
                            meter.u64_histogram("size").with_boundaries(vec![10.0, 100.0, 1000.0]).build(),
                        ),
                    )
                }, |(count, level, paid, balance, size), hand, (_, n, text, amount)| {
                    let (hand_count, hand_level, hand_paid, hand_balance, hand_size) = hand;
                    let of: fn(usize, &str) -> $set = $of;
                    let set = of(*n, text);
                    level.add(i64::from(*amount), set);
                    hand_level.add(i64::from(*amount), &set.by_hand());
                    // Eighths add up in any order.
                    balance.add(f64::from(*amount) / 8.0, set);
                    hand_balance.add(f64::from(*amount) / 8.0, &set.by_hand());
                    paid.add(f64::from(amount.unsigned_abs()) / 8.0, set);
                    hand_paid.add(f64::from(amount.unsigned_abs()) / 8.0, &set.by_hand());
                    if let Ok(amount) = u64::try_from(*amount) {
                        count.add(amount, set);
                        hand_count.add(amount, &set.by_hand());
                        size.record(Bytes(amount), set);
                        hand_size.record(amount, &set.by_hand());
                    }
                });
            }
        }
    };
}

equals_by_hand!(a_closed_set_equals_the_calls_by_hand, Closed, |n, _| Closed::nth(n));
equals_by_hand!(an_open_set_equals_the_calls_by_hand, Open<'_>, |n, text| Open::of(text, n));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_gauge_has_the_last_value_of_each_set(rounds in vec(calls(), 1..4), delta: bool) {
        // One thread: between threads there is no last value.
        let rounds: Vec<Vec<Call>> =
            rounds.into_iter().map(|calls| calls.into_iter().map(|call| (0, call.1, call.2, call.3)).collect()).collect();
        let temporality = if delta { Temporality::Delta } else { Temporality::Cumulative };
        compare(temporality, &rounds, |wire| {
            let meter = wire.meter();
            (
                (SHARE.attributes::<Closed>().build(&meter), SHARE.attributes::<Open<'_>>().build(&meter)),
                meter.f64_gauge("share").with_unit("1").build(),
            )
        }, |(closed, open), hand, (_, n, text, amount)| {
            closed.record(*amount, Closed::nth(*n));
            hand.record(f64::from(*amount), &Closed::nth(*n).by_hand());
            open.record(*amount, Open::of(text, *n));
            hand.record(f64::from(*amount), &Open::of(text, *n).by_hand());
        });
    }
}

#[test]
fn borrowed_attributes_need_not_outlive_the_call() {
    let wire = Wire::new();
    let count = COUNT.attributes::<Open<'static>>().build(&wire.meter());
    for n in 0..3 {
        let route = format!("/{}", n % 2);
        count.add(1, Open { route: &route, zone: None, status: 200 });
    }
    let points = wire.collect().numbers("count");
    assert_eq!((points["route=/0,status=200"], points["route=/1,status=200"]), (Value::Int(2), Value::Int(1)));
}

#[test]
fn what_is_over_the_declared_limit_overflows() {
    for wire in [Wire::new(), Wire::delta()] {
        let count = COUNT.attributes::<Open<'static>>().cardinality_at_most::<2>().build(&wire.meter());
        for route in ["a", "b", "c", "d", "a", "c"] {
            count.add(1, Open { route, zone: None, status: 200 });
        }
        let points = wire.collect().numbers("count");
        assert_eq!(
            points.into_iter().collect::<Vec<_>>(),
            [
                ("otel.metric.overflow=true".to_owned(), Value::Int(3)),
                ("route=a,status=200".to_owned(), Value::Int(2)),
                ("route=b,status=200".to_owned(), Value::Int(1)),
            ]
        );
    }
}

#[test]
fn ten_thousand_sets_overflow_as_they_do_by_hand() {
    let (typed, hand) = (Wire::new(), Wire::new());
    let count = COUNT.attributes::<Open<'static>>().build(&typed.meter());
    let by_hand = hand.meter().u64_counter("count").with_unit("1").build();
    for n in 0..20_000 {
        let route = format!("/{}", n % 10_000);
        let set = Open { route: &route, zone: None, status: 200 };
        count.add(1, set);
        by_hand.add(1, &set.by_hand());
    }
    let (typed, hand) = (typed.collect().numbers("count"), hand.collect().numbers("count"));
    assert_eq!(typed.len(), 2001);
    assert_eq!(typed, hand);
}

#[test]
fn under_delta_a_set_that_is_no_longer_used_makes_room() {
    let (typed, hand) = (Wire::delta(), Wire::delta());
    let count = COUNT.attributes::<Open<'static>>().build(&typed.meter());
    let by_hand = hand.meter().u64_counter("count").with_unit("1").build();
    for round in 0..4 {
        for n in 0..1500 {
            let route = format!("/{round}/{n}");
            let set = Open { route: &route, zone: None, status: 200 };
            count.add(1, set);
            by_hand.add(1, &set.by_hand());
        }
        assert_eq!(typed.collect().numbers("count"), hand.collect().numbers("count"));
    }
}

#[test]
fn the_cardinality_of_a_closed_set_is_known() {
    assert_eq!(<Closed as Attributes>::CARDINALITY, Some(18));
    assert_eq!(<Open<'_> as Attributes>::CARDINALITY, None);
    assert_eq!(COUNT.attributes::<Closed>().descriptor().cardinality, Some(18));
}

#[test]
fn what_is_displayed_may_measure_with_the_same_instrument() {
    use std::sync::OnceLock;

    struct Id(u8);

    #[derive(Attributes)]
    struct Of {
        #[attribute(display)]
        id: Id,
    }

    const SHOWN: Metric<Histogram<u64, One, Of>> =
        Meter::histogram::<u64>().unit::<One>().name("shown").boundaries(&[1.0]).attributes::<Of>();
    static SHOWN_HERE: OnceLock<Histogram<u64, One, Of>> = OnceLock::new();

    impl std::fmt::Display for Id {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            if self.0 > 0 {
                SHOWN_HERE.get().unwrap().record(1, Of { id: Id(self.0 - 1) });
            }
            write!(f, "id {}", self.0)
        }
    }

    let wire = Wire::new();
    let shown = SHOWN_HERE.get_or_init(|| SHOWN.build(&wire.meter()));
    (0..100).for_each(|_| shown.record(1, Of { id: Id(2) }));
    let counts = wire.collect().distributions("shown");
    assert_eq!(counts["id=id 2"].count, 100);
    assert!(counts["id=id 1"].count >= 100 && counts["id=id 0"].count >= 100);
}
