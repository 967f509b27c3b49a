//! The catalogue of a running program. A process of its own, as the list is the program's.

use meterstick::catalog::{Catalog, built_metrics};
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, One, Seconds};
use meterstick::{Observation, observe_together};
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::SdkMeterProvider;

const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
const LATENCY: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("latency");
const ROOM: Metric<ObservableGauge<f64, Celsius>> = Meter::observable_gauge::<f64>().unit::<Celsius>().name("room");
const USED: Metric<ObservableGauge<u64, Bytes>> = Meter::observable_gauge::<u64>().unit::<Bytes>().name("used");
const FREE: Metric<ObservableGauge<u64, Bytes>> = Meter::observable_gauge::<u64>().unit::<Bytes>().name("free");
static ACTIVE: UpDownCounter<i64, One> =
    Meter::up_down_counter::<i64>().unit::<One>().name("active").global(Scope::new("shop"));
static UNUSED: UpDownCounter<i64, One> =
    Meter::up_down_counter::<i64>().unit::<One>().name("unused").global(Scope::new("shop"));

#[derive(Instruments)]
struct Pool {
    jobs: Counter<u64, One>,
}

fn names() -> Vec<&'static str> {
    Catalog::built().unwrap().metrics().iter().map(|metric| metric.name).collect()
}

#[test]
fn the_catalogue_of_a_running_program_has_what_was_built() {
    assert!(names().is_empty());
    let provider = SdkMeterProvider::builder().build();
    let meter = provider.meter("test");
    let _sent = SENT.build(&meter);
    let _again = SENT.build(&provider.meter("another"));
    let _observed: [Observation; 2] = [
        ROOM.observe(&meter, |o| o.observe(Celsius(20.0))),
        observe_together((USED, FREE), &meter, |(used, free)| {
            used.observe(Bytes(1_u64));
            free.observe(Bytes(2_u64));
        }),
    ];
    ACTIVE.add(1);
    let _ = UNUSED.descriptor();
    for queue in ["mail", "print"] {
        let name = format!("{queue}.jobs");
        Meter::counter::<u64>().unit::<One>().try_name(&name).unwrap().build(&meter).inc();
        // At the same time by many.
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| Pool::try_build_with_prefix(&meter, &format!("of.{queue}")).unwrap().jobs.inc());
            }
        });
    }
    let expected =
        ["active", "free", "mail.jobs", "of.mail.jobs", "of.print.jobs", "print.jobs", "room", "sent", "used"];
    assert_eq!(names(), expected);
    assert_eq!(built_metrics()[0].scope, Some(Scope::new("shop")));

    // A list that has not changed is the same one, and not another that is kept.
    assert!(std::ptr::eq(Catalog::built().unwrap().metrics(), Catalog::built().unwrap().metrics()));
    drop(LATENCY.build(&meter));
    assert!(names().contains(&"latency"), "what was dropped is exported further on");
    #[cfg(feature = "cache")]
    {
        use meterstick::cache::Cache;
        let cache = Cache::new(&meter, "items", moka::sync::Cache::<u32, u32>::builder().max_capacity(8));
        cache.get_with(1, || 1);
        assert!(
            ["lookups", "evictions", "load.duration", "size"]
                .iter()
                .all(|name| names().contains(&&*format!("cache.{name}")))
        );
    }
    // It is a catalogue as any other.
    #[cfg(feature = "catalog")]
    assert!(Catalog::built().unwrap().to_markdown().contains("`of.mail.jobs`"));

    let _other = Meter::counter::<u64>().unit::<One>().name("sent").build(&meter);
    assert!(Catalog::built().unwrap_err().to_string().contains("sent"));
    assert_eq!(built_metrics().iter().filter(|metric| metric.name == "sent").count(), 2);
}
