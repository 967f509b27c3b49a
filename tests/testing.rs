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
static LATENCY: Histogram<f64, Seconds> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("latency")
    .boundaries(&[Seconds(1.0), Seconds(2.0), Seconds(4.0)])
    .global(SCOPE);
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

/// A temporary has the address of another one that is gone.
#[test]
#[allow(
    clippy::declare_interior_mutable_const,
    clippy::borrow_interior_mutable_const,
    reason = "that is what is tested"
)]
fn constants_and_clones_are_independent() {
    const ONE: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("one").global(Scope::new("a"));
    const TWO: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("two").global(Scope::new("a"));
    const OF_ANOTHER_SCOPE: Counter<u64, One> =
        Meter::counter::<u64>().unit::<One>().name("one").global(Scope::new("b"));
    let meter = TestMeter::new();
    let _entered = meter.enter();
    fn add(number: u64, make: fn() -> Counter<u64, One>) {
        for _ in 0..3 {
            make().add(number);
        }
    }
    add(1, || ONE);
    add(10, || TWO.clone());
    add(100, || OF_ANOTHER_SCOPE);
    let values = [ONE, TWO, OF_ANOTHER_SCOPE].map(|counter| meter.value(&counter, ()));
    assert_eq!(values, [3, 30, 300], "{}", meter.recorded());
}

#[test]
fn a_thread_may_enter_everywhere_twice() {
    let (first, second) = (TestMeter::new(), TestMeter::new());
    let of_first = first.enter_everywhere();
    let of_second = second.enter_everywhere();
    SPAWNED.inc();
    drop(of_second);
    SPAWNED.add(10);
    drop(of_first);
    assert_eq!((first.value(&SPAWNED, ()), second.value(&SPAWNED, ())), (10, 1));
}

#[test]
fn a_value_that_does_not_fit_its_number_is_not_taken_for_a_missing_one() {
    let meter = TestMeter::new();
    let small = Meter::counter::<u8>().unit::<One>().name("small").build(&meter);
    let float = Meter::counter::<f32>().unit::<One>().name("float").build(&meter);
    for _ in 0..2 {
        small.add(200_u8);
        float.add(f32::MAX);
    }
    let said = |read: &dyn Fn()| {
        let panic = catch_unwind(AssertUnwindSafe(read)).unwrap_err();
        panic.downcast_ref::<String>().cloned().unwrap_or_default()
    };
    let reads: [&dyn Fn(); 2] =
        [&|| assert!(meter.try_value(&small, ()).is_some()), &|| meter.assert_value(&small, (), 144)];
    for read in reads {
        assert!(said(read).starts_with("`small` is 400, which does not fit `u8`: read it with"), "{}", said(read));
    }
    assert!(said(&|| assert!(meter.value(&float, ()) > 0.0)).contains("which does not fit `f32`"));
    assert_eq!(small.value(), Some(400));
}

/// It would wait for itself.
#[test]
fn a_callback_cannot_read_the_meter_that_waits_for_it() {
    const READ: Metric<ObservableGauge<u64, One>> = Meter::observable_gauge::<u64>().unit::<One>().name("read");
    let (meter, other) = (TestMeter::new(), TestMeter::new());
    let read = meter.clone();
    let _observation = READ.observe(&meter, move |observer| {
        assert!(other.recorded().metrics.is_empty());
        let panic = catch_unwind(AssertUnwindSafe(|| read.recorded())).unwrap_err();
        let said = panic.downcast_ref::<&str>().copied().unwrap_or_default();
        observer.observe(u64::from(said.starts_with("a callback cannot read the meter that waits for it")));
    });
    assert_eq!(meter.value(&READ, ()), 1);
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
    let timer = LATENCY.timer();
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
         latency   s                       1 value, sum 2, 2 to 2\n\
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
    let timer = LATENCY.timer();
    // The hand-set clock is gone before the timer: time seems to go back by an hour.
    drop(clock);
    assert_eq!(timer.stop(), Duration::ZERO);
    let _far = ManualClock::new();
    let timer = LATENCY.timer();
    _far.advance(Duration::from_secs(100 * 365 * 86_400));
    timer.stop();
    assert_eq!(meter.distribution(&LATENCY, ()).count(), 2);
}

#[test]
fn clocks_may_be_dropped_in_any_order() {
    let (first, second) = (ManualClock::new(), ManualClock::new());
    let meter = TestMeter::new();
    let _entered = meter.enter();
    let timer = LATENCY.timer();
    drop(first);
    second.advance(Duration::from_millis(10));
    assert_eq!(timer.stop(), Duration::from_millis(10));
    drop(second);
    // No clock is left: the time is the real one again.
    let timer = LATENCY.timer();
    std::thread::sleep(Duration::from_millis(2));
    assert!(timer.stop() >= Duration::from_millis(2));

    let (first, second) = (ManualClock::new(), ManualClock::new());
    let timer = LATENCY.timer();
    drop(second);
    drop(timer);
    let timer = LATENCY.timer();
    first.advance(Duration::from_millis(20));
    assert_eq!(timer.stop(), Duration::from_millis(20));
}

#[test]
fn a_clock_may_be_kept_until_its_thread_ends() {
    thread_local! {
        static KEPT: std::cell::RefCell<Option<ManualClock>> = const { std::cell::RefCell::new(None) };
    }
    let thread = std::thread::spawn(|| {
        // The list of clocks is made after the value that keeps one, and so may be gone before it.
        KEPT.with_borrow_mut(|kept| *kept = Some(ManualClock::new()));
    });
    thread.join().unwrap();
}

mod identities {
    use opentelemetry::metrics::MeterProvider;

    use super::*;

    fn named(version: &'static str) -> Counter<u64, One> {
        Meter::counter::<u64>().unit::<One>().name("orders").global(Scope::new("market").version(version))
    }

    #[test]
    fn a_value_is_that_of_the_whole_identity() {
        let meter = TestMeter::new();
        let _entered = meter.enter();
        let (old, new): (&'static Counter<_, _>, &'static Counter<_, _>) =
            (Box::leak(Box::new(named("1.0.0"))), Box::leak(Box::new(named("2.0.0"))));
        old.add(1);
        assert_eq!(meter.try_value(new, ()), None);
        new.add(10);
        assert_eq!((meter.value(old, ()), meter.value(new, ())), (1, 10));

        static PLAIN: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("orders").global(Scope::new("s"));
        static SCHEMA: Counter<u64, One> = Meter::counter::<u64>()
            .unit::<One>()
            .name("orders")
            .global(Scope::new("s").schema_url("https://example.com/1.0.0"));
        PLAIN.add(100);
        assert_eq!(meter.try_value(&SCHEMA, ()), None);
        SCHEMA.add(1000);
        assert_eq!((meter.value(&PLAIN, ()), meter.value(&SCHEMA, ())), (100, 1000));

        // Names are case-insensitive: these are one instrument.
        let [upper, lower] =
            ["Total", "total"].map(|name| Meter::counter::<u64>().unit::<One>().try_name(name).unwrap().build(&meter));
        upper.add(1);
        lower.add(2);
        assert_eq!((meter.value(&upper, ()), meter.value(&lower, ())), (3, 3));

        // One name, and each time something else of the identity.
        let bytes = Meter::counter::<u64>().unit::<Bytes>().name("many").build(&meter);
        let ones = Meter::counter::<u64>().unit::<One>().name("many").build(&meter);
        let floats = Meter::counter::<f64>().unit::<One>().name("many").build(&meter);
        let levels = Meter::up_down_counter::<i64>().unit::<One>().name("many").build(&meter);
        let gauge = Meter::gauge::<u64>().unit::<One>().name("many").build(&meter);
        let values = Meter::histogram::<u64>().unit::<One>().name("many").build(&meter);
        let described = Meter::counter::<u64>().unit::<One>().name("many").description("Said.").build(&meter);
        assert_eq!(meter.try_value(&ones, ()), None);
        bytes.add(Bytes(1));
        assert_eq!(meter.try_value(&ones, ()), None);
        ones.add(2);
        floats.add(3.0);
        levels.add(4);
        gauge.record(5);
        values.record(6);
        described.add(7);
        assert_eq!((meter.value(&bytes, ()), meter.value(&ones, ()), meter.value(&floats, ())), (1, 2, 3.0));
        assert_eq!((meter.value(&levels, ()), meter.value(&gauge, ()), meter.value(&described, ())), (4, 5, 7));
        assert_eq!(meter.distribution(&values, ()).count(), 1);
    }

    #[test]
    fn what_is_ambiguous_is_listed() {
        let meter = TestMeter::new();
        let versioned = opentelemetry::InstrumentationScope::builder("other").with_version("1.2.0").build();
        let other = SENT.build(&meter.provider().meter_with_scope(versioned));
        other.add(Bytes(1));
        assert_eq!(meter.value(&other, ()), 1);
        let own = SENT.build(&meter);
        own.add(Bytes(2));
        let expected = "`sent` is ambiguous: 2 instruments recorded it:\n\n  \
             `sent`, a counter of integers in `By`, in the scope `other` 1.2.0\n  \
             `sent`, a counter of integers in `By`, in the scope `test`\n";
        for read in [
            &(|| _ = meter.value(&own, ())) as &dyn Fn(),
            &|| _ = meter.try_value(&other, ()),
            &|| meter.assert_value(&own, (), 2),
            &|| _ = meter.recorded().points(None, "sent").len(),
        ] {
            let message = *catch_unwind(AssertUnwindSafe(read)).unwrap_err().downcast::<String>().unwrap();
            assert!(message.starts_with(expected), "{message}");
        }
        assert_eq!(meter.recorded().points(Some("other"), "sent").len(), 1);
    }

    #[test]
    fn a_scope_with_attributes_is_another_one() {
        static SALES: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("sales").global(Scope::new("s"));
        let meter = TestMeter::new();
        let _entered = meter.enter();
        let with = opentelemetry::InstrumentationScope::builder("s").with_attributes([KeyValue::new("tenant", "a")]);
        let other =
            Meter::counter::<u64>().unit::<One>().name("sales").build(&meter.provider().meter_with_scope(with.build()));
        other.add(10);
        assert_eq!(meter.try_value(&SALES, ()), None);
        SALES.add(1);
        assert_eq!(meter.value(&SALES, ()), 1);
        let message = catch_unwind(AssertUnwindSafe(|| meter.value(&other, ()))).unwrap_err();
        let message = *message.downcast::<String>().unwrap();
        assert!(message.contains("in the scope `s`\n"), "{message}");
        assert!(message.contains("in the scope `s` with tenant=a\n"), "{message}");
    }

    #[test]
    #[cfg(feature = "bound-instruments")]
    fn a_histogram_without_values_has_no_least_and_no_greatest() {
        let meter = TestMeter::new();
        let _unused = (**meter).f64_histogram("unused").build().bind(&[KeyValue::new("k", "a")]);
        let recorded = meter.recorded();
        let [point] = recorded.points(None, "unused") else { panic!("{recorded}") };
        assert!(point.value.to_string().starts_with("0 values"), "{recorded}");
        assert!(!point.value.to_string().contains(" to "), "{recorded}");
    }

    #[test]
    fn threads_that_read_at_once_each_see_all() {
        let meter = TestMeter::new();
        let sent = SENT.build(&meter);
        sent.add(Bytes(1));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..50).for_each(|_| assert_eq!(meter.value(&sent, ()), 1)));
            }
        });
    }
}

#[test]
fn a_declared_exponential_histogram_is_read_back_as_one() {
    const FINE: Metric<Histogram<f64, Seconds>> =
        Meter::histogram::<f64>().unit::<Seconds>().name("fine").exponential();
    static STATIC: Histogram<u64, Bytes> =
        Meter::histogram::<u64>().unit::<Bytes>().name("size").exponential().global(SCOPE);

    let meter = TestMeter::new();
    let _entered = meter.enter();
    let fine = FINE.build(&meter);
    // What OpenTelemetry's API builds on the same thread has, too.
    meter.f64_histogram("plain").build().record(1.0, &[]);
    let recorded = meter.recorded();
    let meterstick::testing::PointValue::Histogram { scale, .. } = recorded.points(None, "plain")[0].value else {
        panic!("it is a histogram")
    };
    assert_eq!(scale, None);

    for value in [0.0, 1.0, 1.5, 3.0, 1000.0] {
        fine.record(Seconds(value));
    }
    STATIC.record(Bytes(4096));
    // What asks for none has its boundaries.
    LATENCY.record(Seconds(1.0));
    assert_eq!(meter.distribution(&LATENCY, ()).scale(), None);
    assert!(meter.distribution(&STATIC, ()).scale().is_some());

    let read = meter.distribution(&fine, ());
    let scale = i32::from(read.scale().unwrap());
    assert_eq!((read.count(), read.sum()), (5, Seconds(1005.5)));
    assert_eq!((read.min(), read.max()), (Some(Seconds(0.0)), Some(Seconds(1000.0))));
    let buckets: Vec<_> = read.buckets().filter(|bucket| bucket.1 > 0).collect();
    assert_eq!(buckets.iter().map(|bucket| bucket.1).collect::<Vec<_>>(), [1, 1, 1, 1, 1]);
    assert_eq!(buckets[0].0, 0.0);
    // Each value is in the bucket that ends there: at most the ratio of two boundaries above it.
    let ratio = 2f64.powf(2f64.powi(-scale));
    for (value, (upper, _)) in [1.0, 1.5, 3.0, 1000.0].into_iter().zip(&buckets[1..]) {
        assert!(*upper >= value * (1.0 - 1e-12) && *upper <= value * ratio * (1.0 + 1e-12), "{value} {upper} {ratio}");
    }
    let all: Vec<_> = read.buckets().map(|bucket| bucket.0).collect();
    assert!(all.windows(2).all(|two| two[0] < two[1]), "{all:?}");
    let median = read.quantile(0.5).unwrap();
    assert!(median > Seconds(1.0) && median <= Seconds(1.5 * ratio), "{median}");
    assert_eq!(read.quantile(1.0), Some(Seconds(1000.0)));
}

#[test]
fn exponential_buckets_reach_from_the_least_to_the_greatest_double() {
    let meter = TestMeter::new();
    let fine = Meter::histogram::<f64>().unit::<Seconds>().name("fine").exponential().build(&meter);
    let values = [0.0, 5e-324, f64::MIN_POSITIVE, 1e-300, 1.0, 1e300, f64::MAX / 4.0];
    values.iter().for_each(|value| fine.record(Seconds(*value)));
    let read = meter.distribution(&fine, ());
    let buckets: Vec<_> = read.buckets().collect();
    assert_eq!(buckets.iter().map(|bucket| bucket.1).sum::<u64>(), values.len() as u64);
    assert!(buckets.windows(2).all(|two| two[0].0 <= two[1].0), "{buckets:?}");
    let (last, bounded) = buckets.split_last().unwrap();
    assert!(last.0.is_infinite() && bounded.iter().all(|bucket| bucket.0.is_finite()), "{buckets:?}");
    for quantile in [0.0, 0.3, 0.5, 0.9, 1.0] {
        let value = read.quantile(quantile).unwrap().value();
        assert!((0.0..=f64::MAX / 4.0).contains(&value), "{quantile} {value}");
    }

    let zeros = Meter::histogram::<u64>().unit::<Bytes>().name("zeros").exponential().build(&meter);
    zeros.record(Bytes(0));
    let read = meter.distribution(&zeros, ());
    assert_eq!(read.buckets().collect::<Vec<_>>(), [(0.0, 1), (f64::INFINITY, 0)]);
    assert_eq!(read.quantile(0.5), Some(Bytes(0.0)));
}

#[cfg(feature = "trace")]
mod operations {
    use meterstick::catalog::Catalog;
    use meterstick::trace::{Client, Operation, OperationDeclaration, Outcome, Tracer};

    use super::*;

    #[derive(Clone, Copy, Attributes)]
    struct Charged<'a> {
        country: &'a str,
    }

    const CHARGE: OperationDeclaration<Charged<'static>> = Tracer::operation::<Client>()
        .name("charge")
        .duration("shop.charge.duration")
        .boundaries(&[Seconds(1.0), Seconds(2.0)])
        .attributes::<Charged<'static>>();
    static LIVE: Operation<Charged<'static>> = CHARGE.global(SCOPE);
    static FINE: Operation =
        Tracer::operation::<Client>().name("fine").duration("shop.fine.duration").exponential().global(SCOPE);

    #[test]
    fn the_duration_of_an_operation_is_read_back_typed() {
        let (meter, clock) = (TestMeter::new(), ManualClock::new());
        let _entered = meter.enter();
        let country = String::from("NZ");
        LIVE.run(Charged { country: &country }, |_| clock.advance(Duration::from_millis(1500)));
        let failed: Result<(), std::fmt::Error> = LIVE.try_run(Charged { country: &country }, |_| {
            clock.advance(Duration::from_secs(3));
            Err(std::fmt::Error)
        });
        assert!(failed.is_err());

        let done = meter.distribution(LIVE.duration(), Outcome::done(Charged { country: &country }));
        assert_eq!((done.count(), done.sum()), (1, Seconds(1.5)));
        assert_eq!(done.buckets().collect::<Vec<_>>(), [(1.0, 0), (2.0, 1), (f64::INFINITY, 0)]);
        let failed = Outcome::failed(Charged { country: "NZ" }, "core::fmt::Error");
        assert_eq!(meter.distribution(LIVE.duration(), failed).sum(), Seconds(3.0));

        FINE.run(|_| clock.advance(Duration::from_secs(1)));
        assert!(meter.distribution(FINE.duration(), Outcome::done(())).scale().is_some());
    }

    #[test]
    fn an_operation_is_a_metric_of_a_catalogue() {
        const LIST: Catalog = meterstick::catalog![LIVE, CHARGE, LATENCY];
        let names: Vec<_> = LIST.metrics().iter().map(|metric| metric.name).collect();
        assert_eq!(names, ["shop.charge.duration", "shop.charge.duration", "latency"]);
        assert_eq!(LIST.metrics()[0].scope.map(|scope| scope.name()), Some("shop"));
        assert_eq!(
            CHARGE.descriptor().attributes.iter().map(|one| one.key).collect::<Vec<_>>(),
            ["country", "error.type"]
        );
    }
}

static SPAWNED: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("spawned").global(SCOPE);

#[test]
fn statics_of_threads_and_tasks_that_the_code_spawns_are_seen_by_the_test_that_entered_everywhere() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(3).build().unwrap();
    std::thread::scope(|scope| {
        for n in 1..=4 {
            let runtime = &runtime;
            scope.spawn(move || {
                let meter = TestMeter::new();
                let _entered = meter.enter_everywhere();
                let tasks: Vec<_> = (0..n * 10).map(|_| runtime.spawn(async { SPAWNED.inc() })).collect();
                runtime.block_on(async {
                    for task in tasks {
                        task.await.unwrap();
                    }
                });
                std::thread::spawn(|| SPAWNED.inc()).join().unwrap();
                // A thread that has entered another meter stays there.
                let own = TestMeter::new();
                std::thread::scope(|scope| {
                    scope.spawn(|| {
                        let _own = own.enter();
                        SPAWNED.add(5);
                    });
                });
                assert_eq!(meter.value(&SPAWNED, ()), n * 10 + 1);
                assert_eq!(own.value(&SPAWNED, ()), 5);
            });
        }
    });
}

#[test]
fn a_clone_is_the_same_meter_and_what_takes_a_group_takes_it() {
    fn component(group: &meterstick::Group) -> Counter<u64, Bytes> {
        SENT.build(group)
    }
    let meter = TestMeter::new();
    let sent = component(&meter);
    sent.add(Bytes(1));
    let clone = meter.clone();
    assert_eq!(clone.value(&component(&clone), ()), 1);
    std::thread::scope(|scope| {
        scope.spawn(move || assert_eq!(clone.value(&SENT.build(&clone), ()), 1));
    });
}

#[test]
fn assertions_can_be_caught_without_a_wrapper() {
    let meter = TestMeter::new();
    let sent = SENT.build(&meter);
    sent.add(Bytes(1));
    assert!(catch_unwind(|| meter.assert_value(&sent, (), 2)).is_err());
    assert!(catch_unwind(|| meter.assert_value(&sent, (), 1)).is_ok());
}

#[test]
fn a_bound_instrument_is_read_by_what_is_left_of_its_attributes() {
    let meter = TestMeter::new();
    let attic = ATTIC.build(&meter);
    let bound = attic.bind(&[KeyValue::new("room", "attic")]);
    bound.record(Celsius(21.5));
    assert_eq!(meter.value(&bound, ()), 21.5);
    assert_eq!(meter.value(&attic, &[KeyValue::new("room", "attic")]), 21.5);
}

const DEPTH: Metric<ObservableUpDownCounter<i64, One, Served<'static>>> =
    Meter::observable_up_down_counter::<i64>().unit::<One>().name("depth").attributes::<Served<'static>>();
const READ: Metric<ObservableCounter<u64, Bytes>> = Meter::observable_counter::<u64>().unit::<Bytes>().name("read");
const WARM: Metric<ObservableGauge<f64, Celsius>> = Meter::observable_gauge::<f64>().unit::<Celsius>().name("warm");

#[test]
fn what_is_observed_is_read_by_its_declaration() {
    let meter = TestMeter::new();
    assert_eq!(meter.try_value(&READ, ()), None);
    let observations = (
        DEPTH.observe(&meter, |o| o.observe(-3, Served { route: "/a", ok: true })),
        READ.observe(&meter, |o| o.observe(KiBytes(4))),
        WARM.observe(&meter, |o| o.observe(Celsius(21.5))),
    );
    assert_eq!(meter.value(&DEPTH, Served { route: "/a", ok: true }), -3);
    assert_eq!((meter.value(&READ, ()), meter.value(&WARM, ())), (4096, 21.5));
    meter.assert_value(&READ, (), 4096);
    drop(observations);
    assert_eq!(meter.try_value(&WARM, ()), None);
}

#[derive(Clone, Debug, Instruments)]
struct Inner {
    hits: Counter<u64, One>,
}

#[derive(Clone, Debug, Instruments)]
#[instruments(prefix = "owned")]
struct Owned {
    requests: Counter<u64, One, Served<'static>>,
    latency: Histogram<f64, Seconds>,
    #[metric(flatten)]
    within: Inner,
}

#[test]
fn a_component_is_read_by_its_declarations_without_its_instruments() {
    let meter = TestMeter::new();
    let component = Owned::build(&meter);
    let work = move || {
        component.requests.add(2, Served { route: "/a", ok: true });
        component.latency.record(Seconds(2.0));
        component.within.hits.inc();
    };
    work();
    drop(work);
    assert_eq!(meter.value(&Owned::DECLARED.requests, Served { route: "/a", ok: true }), 2);
    assert_eq!(meter.distribution(&Owned::DECLARED.latency, ()).sum(), Seconds(2.0));
    assert_eq!(meter.value(&Inner::DECLARED.hits, ()), 1);
    assert_eq!(Owned::DECLARED.requests.descriptor().name, "owned.requests");

    let mail = Owned::try_build_with_prefix(&meter, "mail").unwrap();
    mail.within.hits.add(7);
    assert_eq!(meter.value(&Inner::DECLARED.hits.try_prefix("mail").unwrap(), ()), 7);
}

#[test]
fn a_clone_of_a_static_is_the_same_instrument_in_a_test_and_outlives_it_as_itself() {
    static SEEN: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("seen").global(SCOPE);
    let kept = {
        let meter = TestMeter::new();
        let _entered = meter.enter();
        let clone = SEEN.clone();
        SEEN.add(Bytes(1));
        clone.add(Bytes(2));
        assert_eq!((SEEN.value(), clone.value()), (Some(3), Some(3)));
        assert_eq!(clone.try_add(Bytes(-1_i32)).is_err(), SEEN.try_add(Bytes(-1_i32)).is_err());
        clone.add(Bytes(-1_i32));
        assert_eq!((SEEN.refused(), clone.refused()), (1, 1));
        clone
    };
    assert_eq!(kept.value(), None, "outside of the test nothing was recorded");
    kept.add(Bytes(5));
    assert_eq!(SEEN.value(), Some(5));
}

#[test]
fn what_is_bound_from_a_static_before_a_test_records_for_the_test() {
    static DONE: Counter<u64, One, (Served<'static>, Pool<'static>)> = Meter::counter::<u64>()
        .unit::<One>()
        .name("done")
        .attributes::<(Served<'static>, Pool<'static>)>()
        .global(SCOPE);
    #[derive(Clone, Copy, Attributes)]
    struct Pool<'a> {
        pool: &'a str,
    }
    let served = Served { route: "/", ok: true };
    let (bound, of_pool) = (REQUESTS.bind(served), DONE.with(Pool { pool: "a" }));
    let whole = of_pool.bind(served);
    for n in 1..=2 {
        let meter = TestMeter::new();
        let _entered = meter.enter();
        (0..n).for_each(|_| bound.inc());
        assert_eq!(meter.value(&REQUESTS, served), n);
        assert_eq!((meter.value(&bound, ()), bound.value()), (n, Some(n)));
        of_pool.inc(served);
        whole.clone().inc();
        whole.inc();
        assert_eq!(meter.value(&DONE, (served, Pool { pool: "a" })), 3);
        assert_eq!((of_pool.value(served), whole.value()), (Some(3), Some(3)));
    }
    assert_eq!(bound.value(), None);
}

#[test]
fn a_static_that_is_only_cloned_in_a_test_does_not_wait_for_a_provider() {
    static CLONED: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("cloned").global(SCOPE);
    let meter = TestMeter::new();
    let entered = meter.enter();
    CLONED.clone().add(Bytes(1));
    assert_eq!(meter.value(&CLONED, ()), 1);
    drop(entered);
    let waiting = meterstick::statics_without_provider();
    assert!(!waiting.iter().any(|one| one.descriptor.name == "cloned"));
}
