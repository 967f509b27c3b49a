//! The test kit, as a user's test would use it.

mod clocks;
mod distributions;
mod statics;
mod values;

use std::panic::{AssertUnwindSafe, catch_unwind};

use meterstick::prelude::*;
use meterstick::testing::TestMeter;
use meterstick::unit::{Bytes, Celsius, One, Seconds};
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

#[cfg(feature = "trace")]
mod operations {
    use std::time::Duration;

    use meterstick::catalog::Catalog;
    use meterstick::testing::ManualClock;
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
