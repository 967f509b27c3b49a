//! The test kit, as a user's test would use it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::testing::{ManualClock, TestMeter};
use meterstick::unit::{Bytes, Celsius, KiBytes, One, Seconds};
use opentelemetry::KeyValue;

#[derive(Clone, Copy, Attributes)]
struct Served<'a> {
    route: &'a str,
    ok: bool,
}

const SCOPE: Scope = Scope::new("shop");
static REQUESTS: Counter<u64, One, Served<'static>> =
    Meter::counter::<u64>().unit::<One>().name("requests").attributes::<Served<'static>>().global(SCOPE);
static IN_FLIGHT: UpDownCounter<i64, One> =
    Meter::up_down_counter::<i64>().unit::<One>().name("in_flight").global(SCOPE);
static LATENCY: Histogram<f64, Seconds> =
    Meter::histogram::<f64>().unit::<Seconds>().name("latency").boundaries(&[1.0, 2.0, 4.0]).global(SCOPE);
const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
const ATTIC: Metric<Gauge<f64, Celsius, KeyValues>> =
    Meter::gauge::<f64>().unit::<Celsius>().name("attic").attributes::<KeyValues>();

#[test]
fn what_is_built_is_read_back_typed() {
    let meter = TestMeter::new();
    let (sent, attic) = (SENT.build(&meter), ATTIC.build(&meter));
    assert_eq!(meter.try_value(&sent, ()), None);
    sent.add(KiBytes(4));
    attic.record(Celsius(21.5), &[KeyValue::new("room", "attic")]);
    assert_eq!(meter.value(&sent, ()), 4096);
    meter.assert_value(&attic, &[KeyValue::new("room", "attic")], 21.5);
    assert_eq!(meter.try_value(&attic, &[]), None);
}

#[test]
fn statics_of_tests_that_run_at_once_do_not_see_each_other() {
    std::thread::scope(|scope| {
        for n in 1..=8_u64 {
            scope.spawn(move || {
                let meter = TestMeter::new();
                let _entered = meter.enter();
                let route = format!("/{n}");
                for _ in 0..n * 100 {
                    REQUESTS.add(1, Served { route: &route, ok: true });
                }
                let guard = IN_FLIGHT.track();
                assert_eq!(meter.value(&IN_FLIGHT, ()), 1);
                drop(guard);
                assert_eq!(meter.value(&IN_FLIGHT, ()), 0);
                assert_eq!(meter.value(&REQUESTS, Served { route: &route, ok: true }), n * 100);
                assert_eq!(meter.recorded().points(Some("shop"), "requests").len(), 1);
            });
        }
    });
}

#[test]
fn what_was_entered_first_is_back_when_the_second_ends() {
    let (outer, inner) = (TestMeter::new(), TestMeter::new());
    let _outer = outer.enter();
    IN_FLIGHT.add(1);
    {
        let _inner = inner.enter();
        IN_FLIGHT.add(10);
    }
    IN_FLIGHT.add(1);
    assert_eq!((outer.value(&IN_FLIGHT, ()), inner.value(&IN_FLIGHT, ())), (2, 10));
}

#[test]
fn guards_may_be_dropped_in_any_order() {
    let (first, second) = (TestMeter::new(), TestMeter::new());
    let (of_first, of_second) = (first.enter(), second.enter());
    drop(of_first);
    IN_FLIGHT.add(10);
    drop(of_second);
    IN_FLIGHT.add(100);
    assert_eq!((first.try_value(&IN_FLIGHT, ()), second.value(&IN_FLIGHT, ())), (None, 10));
}

#[test]
fn other_threads_enter_for_themselves() {
    let meter = TestMeter::new();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let _entered = meter.enter();
                IN_FLIGHT.add(1);
            });
        }
    });
    assert_eq!(meter.value(&IN_FLIGHT, ()), 4);
}

#[test]
fn a_distribution_has_counts_a_sum_and_quantiles() {
    let meter = TestMeter::new();
    let _entered = meter.enter();
    for seconds in [0.5, 1.5, 1.5, 3.0, 8.0] {
        LATENCY.record(Seconds(seconds));
    }
    let latency = meter.distribution(&LATENCY, ());
    assert_eq!((latency.count(), latency.sum()), (5, Seconds(14.5)));
    assert_eq!((latency.min(), latency.max()), (Some(Seconds(0.5)), Some(Seconds(8.0))));
    let buckets: Vec<_> = latency.buckets().collect();
    assert_eq!(buckets, [(1.0, 1), (2.0, 2), (4.0, 1), (f64::INFINITY, 1)]);
    assert_eq!((latency.quantile(0.0), latency.quantile(1.0)), (Some(Seconds(0.5)), Some(Seconds(8.0))));
    let median = latency.quantile(0.5).unwrap();
    assert!(median > Seconds(1.0) && median < Seconds(2.0), "{median}");
    assert_eq!(latency.quantile(1.5), None);
}

#[test]
fn timers_go_by_a_clock_that_is_set_by_hand() {
    let (meter, clock) = (TestMeter::new(), ManualClock::new());
    let _entered = meter.enter();
    let timer = LATENCY.start();
    clock.advance(Duration::from_millis(1250));
    assert_eq!(timer.stop(), Duration::from_millis(1250));
    assert_eq!(meter.distribution(&LATENCY, ()).sum(), Seconds(1.25));
}

#[test]
fn a_failed_assertion_shows_a_table_of_what_was_recorded() {
    let meter = TestMeter::new();
    let _entered = meter.enter();
    REQUESTS.add(3, Served { route: "/a", ok: true });
    LATENCY.record(Seconds(2.0));
    let failure = catch_unwind(AssertUnwindSafe(|| {
        meter.assert_value(&REQUESTS, Served { route: "/a", ok: true }, 4);
    }));
    let message = *failure.unwrap_err().downcast::<String>().unwrap();
    assert_eq!(
        message,
        "`requests` is 3, not 4; recorded is\n\n\
         metric    unit  attributes        value\n\
         latency   s                       1 values, sum 2, 2 to 2\n\
         requests  1     ok=true route=/a  3\n"
    );
    let missing = catch_unwind(AssertUnwindSafe(|| meter.value(&REQUESTS, Served { route: "/b", ok: true })));
    let message = *missing.unwrap_err().downcast::<String>().unwrap();
    assert!(message.starts_with("`requests` has no value of `ok=true route=/b`; recorded is\n\nmetric"), "{message}");
}

#[test]
fn a_clock_that_jumps_makes_no_negative_time() {
    let (meter, clock) = (TestMeter::new(), ManualClock::new());
    let _entered = meter.enter();
    clock.advance(Duration::from_secs(3600));
    let timer = LATENCY.start();
    // The hand-set clock is gone before the timer: time seems to go back by an hour.
    drop(clock);
    assert_eq!(timer.stop(), Duration::ZERO);
    let _far = ManualClock::new();
    let timer = LATENCY.start();
    _far.advance(Duration::from_secs(100 * 365 * 86_400));
    timer.stop();
    assert_eq!(meter.distribution(&LATENCY, ()).count(), 2);
}
