//! More sets of attributes than are kept: reported once an instrument.

use std::thread;

use meterstick::observe_together;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::Temporality;

use crate::alone::alone;
use crate::foreign::Foreign;
use crate::logs::Logs;
use crate::wire::{Value, Wire};

const SCOPE: Scope = Scope::new("limits");
const COUNT: Metric<Counter<u64, One, KeyValues>> =
    Meter::counter::<u64>().unit::<One>().name("count").attributes::<KeyValues>();
const SIZE: Metric<Histogram<u64, Bytes, KeyValues>> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<KeyValues>();
const LEVEL: Metric<Gauge<f64, One, KeyValues>> =
    Meter::gauge::<f64>().unit::<One>().name("level").attributes::<KeyValues>();
const MANY: Metric<Counter<u64, One, KeyValues>> =
    Meter::counter::<u64>().unit::<One>().name("many").attributes::<KeyValues>().cardinality_at_most::<3000>();
const SEEN: Metric<ObservableGauge<u64, One, KeyValues>> =
    Meter::observable_gauge::<u64>().unit::<One>().name("seen").attributes::<KeyValues>();
const MANY_SEEN: Metric<ObservableGauge<u64, One, KeyValues>> = Meter::observable_gauge::<u64>()
    .unit::<One>()
    .name("seen.many")
    .attributes::<KeyValues>()
    .cardinality_at_most::<3000>();

static EARLY: Counter<u64, One, KeyValues> = MANY.global(SCOPE);

fn set(n: usize) -> [KeyValue; 1] {
    [KeyValue::new("n", n as i64)]
}

/// The instruments and limits that were reported since the last call.
#[track_caller]
fn reported(logs: &Logs) -> Vec<(String, String)> {
    let warnings: Vec<_> = logs.take().into_iter().filter(|one| one.level <= tracing::Level::WARN).collect();
    assert!(warnings.iter().all(|one| one.name() == "Meterstick.CardinalityLimitReached"), "{warnings:?}");
    assert!(warnings.iter().all(|one| one.fields["message"].contains("cardinality_at_most")), "{warnings:?}");
    warnings.iter().map(|one| (one.instrument().to_owned(), one.fields["limit"].clone())).collect()
}

fn over(instrument: &str, limit: usize) -> (String, String) {
    (instrument.to_owned(), limit.to_string())
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "thousands of sets")]
fn the_first_set_over_the_sdks_limit_is_reported_once_an_instrument() {
    alone(|| {
        let logs = Logs::listen();
        let wire = Wire::new();
        let (count, size, level) = (COUNT.build(&wire.meter()), SIZE.build(&wire.meter()), LEVEL.build(&wire.meter()));
        let record = |n| {
            count.add(1, &set(n));
            size.record(Bytes(1), &set(n));
            level.record(0.5, &set(n));
        };
        // Slowly, on several threads: the limit is that of the instrument's life.
        for first in (0..2000).step_by(100) {
            thread::scope(|scope| drop(scope.spawn(|| (first..first + 100).for_each(record))));
            wire.collect();
        }
        (0..2000).for_each(record);
        wire.collect();
        assert_eq!(reported(&logs), []);
        record(2000);
        let collection = wire.collect();
        assert_eq!(collection.numbers("count")["otel.metric.overflow=true"], Value::Int(1));
        assert_eq!(reported(&logs), [over("count", 2000), over("size", 2000), over("level", 2000)]);
        (0..5000).for_each(record);
        wire.collect();
        assert_eq!(reported(&logs), []);
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "thousands of sets")]
fn a_declared_limit_counts_if_the_provider_has_it() {
    alone(|| {
        let logs = Logs::listen();
        let wire = Wire::of(Temporality::Cumulative, |builder| {
            builder.with_view(meterstick::views([MANY.descriptor(), MANY_SEEN.descriptor()]))
        });
        let many = MANY.build(&wire.meter());
        (0..3000).for_each(|n| many.add(1, &set(n)));
        let _seen = MANY_SEEN.observe(&wire.meter(), |o| (0..3000).for_each(|n| o.observe(1_u64, &set(n))));
        assert_eq!(wire.collect().numbers("seen.many").len(), 3000);
        assert_eq!(reported(&logs), []);
        many.add(1, &set(3000));
        wire.collect();
        assert_eq!(reported(&logs), [over("many", 3000)]);

        // Without the views the SDK has its own.
        let plain = Wire::new();
        let many = MANY.build(&plain.meter());
        (0..2000).for_each(|n| many.add(1, &set(n)));
        assert_eq!(reported(&logs), []);
        many.add(1, &set(2000));
        assert_eq!(reported(&logs), [over("many", 2000)]);
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "thousands of sets")]
fn sets_that_waited_for_a_provider_are_counted_when_it_comes() {
    alone(|| {
        let logs = Logs::listen();
        (0..2500).for_each(|n| EARLY.add(1, &set(n)));
        assert_eq!(reported(&logs), []);
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        assert_eq!(reported(&logs), [over("many", 2000)]);
        assert_eq!(wire.collect().numbers("many")["otel.metric.overflow=true"], Value::Int(500));
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "thousands of sets")]
fn more_sets_observed_than_the_sdk_keeps_are_reported_once_an_instrument() {
    alone(|| {
        let logs = Logs::listen();
        let wire = Wire::new();
        // Of two observations of one metric the sets add up.
        let _first = SEEN.observe(&wire.meter(), |o| (0..1500).for_each(|n| o.observe(1_u64, &set(n))));
        wire.collect();
        wire.collect();
        assert_eq!(reported(&logs), []);
        let _both = observe_together((SEEN, MANY_SEEN), &wire.meter(), |(seen, many)| {
            (1500..2001).for_each(|n| seen.observe(1_u64, &set(n)));
            (0..2500).for_each(|n| many.observe(1_u64, &set(n)));
        });
        let collection = wire.collect();
        assert_eq!(reported(&logs), [over("seen", 2000), over("seen.many", 2000)]);
        assert_eq!(collection.numbers("seen").len(), 2001);
        assert!(collection.numbers("seen").contains_key("otel.metric.overflow=true"));
        wire.collect();
        assert_eq!(reported(&logs), []);
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "thousands of sets")]
fn a_provider_that_is_not_the_sdks_has_no_limit_that_is_reported() {
    alone(|| {
        let logs = Logs::listen();
        let provider = Foreign::default();
        let count = COUNT.build(&provider.meter("test"));
        (0..3000).for_each(|n| count.add(1, &set(n)));
        assert_eq!(provider.given()["count"].1, 3000);
        assert_eq!(reported(&logs), []);
    });
}
