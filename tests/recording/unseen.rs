//! What a user must not see: names of ours, and reports on what is no fault.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One, Seconds};
use meterstick::{Observation, observe_together};
use opentelemetry::KeyValue;
use opentelemetry::metrics::{Meter as OtelMeter, MeterProvider};
use opentelemetry_sdk::metrics::{Aggregation, Instrument, SdkMeterProvider, Stream, Temporality};
use tracing::level_filters::LevelFilter;

use crate::alone::alone;
use crate::logs::Logs;
use crate::wire::Wire;

const SCOPE: Scope = Scope::new("shop");

const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("count");
const OPEN: Metric<Counter<f64, One, KeyValues>> =
    Meter::counter::<f64>().unit::<One>().name("open").attributes::<KeyValues>();
const ACTIVE: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("active");
const SIZE: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>().unit::<Bytes>().name("size");
const TOOK: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("took");
const LEVEL: Metric<Gauge<i64, One>> = Meter::gauge::<i64>().unit::<One>().name("level");
const SEEN: Metric<ObservableGauge<u64, One>> = Meter::observable_gauge::<u64>().unit::<One>().name("seen");
const TOTAL: Metric<ObservableCounter<u64, One>> = Meter::observable_counter::<u64>().unit::<One>().name("total");

static COUNTED: Counter<u64, One> = COUNT.global(SCOPE);
static TIMED: Histogram<f64, Seconds> = TOOK.global(SCOPE);

/// Each kind of instrument and of store, built and static, is used as programs use it.
fn use_all(meter: &OtelMeter) {
    let active = ACTIVE.build(meter);
    let tracked = active.track();
    COUNT.build(meter).add(1);
    OPEN.build(meter).add(0.5, &[KeyValue::new("k", "a")]);
    SIZE.build(meter).record(Bytes(1));
    TOOK.build(meter).time(|| ());
    LEVEL.build(meter).record(1);
    COUNTED.add(1);
    TIMED.timer().stop();
    #[cfg(feature = "cache")]
    {
        let cache = meterstick::cache::Cache::new(meter, "words", moka::sync::Cache::builder());
        cache.get_with(1, || 2);
    }
    #[cfg(feature = "trace")]
    {
        use meterstick::trace::{Internal, Tracer};
        let tracer = opentelemetry::global::tracer("shop");
        let operation = Tracer::operation::<Internal>().name("work").duration("work.duration").build(tracer, meter);
        operation.run(|_| ());
    }
    drop(tracked);
}

fn observe_all(meter: &OtelMeter) -> [Observation; 2] {
    let both = observe_together((&SEEN, &TOTAL), meter, |(seen, total)| {
        seen.observe(1_u64);
        total.observe(1_u64);
    });
    [both, SEEN.observe(meter, |_| {})]
}

/// The names that the user gave.
fn is_of_the_user(name: &str) -> bool {
    ["count", "open", "active", "size", "took", "level", "seen", "total", "work.duration"].contains(&name)
        || name.starts_with("cache.")
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "it has threads that outlive it")]
fn nothing_is_logged_of_instruments_that_a_provider_does_not_export() {
    alone(|| {
        let logs = Logs::listen();
        let drops_all = |_: &Instrument| Some(Stream::builder().with_aggregation(Aggregation::Drop).build().unwrap());
        let providers = [
            SdkMeterProvider::builder().build(),
            Wire::of(Temporality::Cumulative, |builder| builder.with_view(drops_all)).provider,
        ];
        for provider in &providers {
            meterstick::set_meter_provider(provider.clone());
            let _ = logs.take();
            use_all(&provider.meter("shop"));
            let _ = provider.force_flush();
            for logged in logs.take() {
                assert!(logged.level > tracing::Level::INFO, "{logged:?}");
                let text = format!("{logged:?}").to_lowercase();
                assert!(!text.contains("meterstick") && !text.contains("hook"), "{text}");
                assert!(logged.instrument().is_empty() || is_of_the_user(logged.instrument()), "{logged:?}");
            }
            // An observable one is never called there: OpenTelemetry says so itself, once more than it is created.
            let observations = observe_all(&provider.meter("shop"));
            assert!(observations.iter().all(|observation| !observation.is_live()));
            let warnings = logs.warnings();
            assert!(warnings.iter().all(|(_, instrument)| is_of_the_user(instrument)), "{warnings:?}");
        }
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn building_leaves_the_programs_log_as_it_was() {
    alone(|| {
        // No subscriber: `tracing` may pass events to `log`, until one is set.
        COUNT.build(&SdkMeterProvider::builder().build().meter("shop")).add(1);
        assert!(tracing::dispatcher::get_default(|current| current.is::<tracing::subscriber::NoSubscriber>()));
        assert!(!tracing::dispatcher::has_been_set());
        let logs = Logs::listen_up_to(LevelFilter::WARN);
        assert_eq!(LevelFilter::current(), LevelFilter::WARN);
        COUNT.build(&SdkMeterProvider::builder().build().meter("shop")).add(1);
        // A level that the program does not listen to is as cheap as before.
        assert_eq!(LevelFilter::current(), LevelFilter::WARN);
        assert_eq!(logs.warnings(), []);
        tracing::warn!(name = "of the program");
        assert_eq!(logs.warnings(), [("of the program".to_owned(), String::new())]);
    });
}

#[test]
#[cfg_attr(miri, ignore = "it has threads that outlive it")]
fn no_name_of_ours_is_in_views_exports_or_debug_output() {
    alone(|| {
        let seen = Arc::new(Mutex::new(BTreeSet::new()));
        let sees = Arc::clone(&seen);
        let wire = Wire::of(Temporality::Cumulative, |builder| {
            builder.with_view(move |instrument: &Instrument| {
                let names = [instrument.name(), instrument.unit(), instrument.scope().name()].map(str::to_owned);
                sees.lock().unwrap().insert(names);
                None
            })
        });
        meterstick::set_meter_provider(wire.provider.clone());
        let meter = wire.meter();
        let observations = observe_all(&meter);
        use_all(&meter);
        for _ in 0..2 {
            for metric in wire.collect().0 {
                assert!(is_of_the_user(&metric.name), "{metric:?}");
            }
        }
        for [name, unit, scope] in seen.lock().unwrap().iter() {
            assert!(is_of_the_user(name), "{name}");
            assert!(["1", "By", "s", "{lookup}", "{entry}"].contains(&unit.as_str()), "{unit}");
            assert!(["test", "shop"].contains(&scope.as_str()), "{scope}");
        }
        assert!(seen.lock().unwrap().len() >= 8);
        let debug = format!(
            "{:?} {:?} {:?} {observations:?} {:?} {:?} {:?}",
            wire.provider,
            meter,
            *COUNTED.descriptor(),
            COUNT,
            COUNTED,
            TIMED.timer()
        );
        let debug = debug.to_lowercase();
        assert!(!debug.contains("meterstick") && !debug.contains("hook"), "{debug}");
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn what_is_built_before_there_is_a_provider_is_reported_once_an_instrument() {
    alone(|| {
        let logs = Logs::listen();
        let meter = opentelemetry::global::meter("shop");
        for _ in 0..3 {
            use_all(&meter);
        }
        let reported: Vec<_> = logs.warnings();
        assert!(reported.iter().all(|(name, _)| name == "Meterstick.BuiltOnNoopMeter"), "{reported:?}");
        let instruments: BTreeSet<_> = reported.iter().map(|(_, instrument)| instrument.clone()).collect();
        assert_eq!(instruments.len(), reported.len(), "each once: {reported:?}");
        for name in ["count", "open", "active", "size", "took", "level"] {
            assert!(instruments.contains(name), "{instruments:?}");
        }
        for _ in 0..3 {
            drop(observe_all(&meter));
        }
        let reported = logs.warnings();
        assert_eq!(reported, [("Meterstick.ObservationNotKept".to_owned(), "seen".to_owned())]);
        // The same of a provider that is shut down.
        let provider = Wire::new().provider;
        provider.shutdown().unwrap();
        let late = Meter::counter::<u64>().unit::<One>().name("late").build(&provider.meter("shop"));
        late.add(1);
        assert_eq!(logs.warnings(), [("Meterstick.BuiltOnNoopMeter".to_owned(), "late".to_owned())]);
    });
}

/// What a library offers, as the guide has it: see `docs/setup.md`.
struct Client {
    sent: Counter<u64, Bytes>,
}

impl Client {
    fn new() -> Self {
        static SENT: Counter<u64, Bytes> =
            Meter::counter::<u64>().unit::<Bytes>().name("client.sent").global(Scope::new("client"));
        Self { sent: SENT.clone() }
    }
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn a_clone_of_a_static_that_was_made_before_there_is_a_provider_is_exported() {
    alone(|| {
        let logs = Logs::listen();
        let clients: Vec<_> = (0..2000).map(|_| Client::new()).collect();
        clients.iter().for_each(|client| client.sent.add(Bytes(1)));
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        clients.iter().for_each(|client| client.sent.add(Bytes(1)));
        assert_eq!(wire.collect().number("client.sent"), Some(crate::wire::Value::Int(4000)));
        assert_eq!(logs.warnings(), []);
    });
}

#[allow(clippy::declare_interior_mutable_const, reason = "that is what is tested")]
mod constants {
    use super::*;

    pub const COUNTED: Counter<u64, One> = COUNT.global(Scope::new("constants"));
    pub const OPENED: Counter<f64, One, KeyValues> = OPEN.global(Scope::new("constants"));
    pub const TIMED: Histogram<f64, Seconds> = TOOK.global(Scope::new("constants"));
    pub const LEFT: UpDownCounter<i64, One> = ACTIVE.global(Scope::new("constants"));
    pub const LAST: Gauge<i64, One> = LEVEL.global(Scope::new("constants"));
    #[cfg(feature = "trace")]
    pub const WORK: meterstick::trace::Operation =
        meterstick::trace::Tracer::operation::<meterstick::trace::Internal>()
            .name("work")
            .duration("work.duration")
            .global(Scope::new("constants"));
}

#[test]
#[allow(clippy::borrow_interior_mutable_const, reason = "that is what is tested")]
#[cfg_attr(miri, ignore = "thousands of calls")]
fn a_constant_records_as_a_static_does() {
    use crate::wire::Value;
    alone(|| {
        let logs = cfg!(feature = "internal-logs").then(Logs::listen);
        let record = |rounds: u64| {
            for _ in 0..rounds {
                constants::COUNTED.add(1);
                constants::OPENED.add(0.5, &[KeyValue::new("k", "a")]);
                constants::TIMED.record(Duration::from_secs(1));
                constants::TIMED.timer().stop();
                constants::TIMED.time(|| ());
                drop(constants::LEFT.track());
                constants::LEFT.add(1);
                constants::LAST.record(7);
                #[cfg(feature = "trace")]
                constants::WORK.run(|_| ());
            }
        };
        record(300);
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        record(300);
        std::thread::scope(|scope| drop(scope.spawn(|| record(300))));
        let collection = wire.collect();
        assert_eq!(collection.number("count"), Some(Value::Int(900)));
        assert_eq!(collection.numbers("open")["k=a"], Value::Double(450.0));
        assert_eq!(collection.distribution("took").unwrap().count, 2700);
        assert_eq!(collection.number("active"), Some(Value::Int(900)));
        assert_eq!(collection.number("level"), Some(Value::Int(7)));
        #[cfg(feature = "trace")]
        assert_eq!(collection.distribution("work.duration").unwrap().count, 900);
        // That each use looks for its instrument is reported, once each.
        record(1000);
        record(1000);
        let Some(logs) = logs else { return };
        let reported = logs.warnings();
        assert!(reported.iter().all(|(name, _)| name == "Meterstick.StaticMadeOften"), "{reported:?}");
        assert_eq!(reported.len(), 5 + usize::from(cfg!(feature = "trace")), "{reported:?}");
    });
}
