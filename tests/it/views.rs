//! The provider is sized by what is declared.

use meterstick::observe_together;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, One, Seconds};
use opentelemetry::metrics::Meter as SdkMeter;
use opentelemetry_proto::tonic::metrics::v1::{ExponentialHistogramDataPoint, metric::Data};
use opentelemetry_sdk::metrics::{Stream, Temporality};

use crate::wire::{Value, Wire};

#[derive(Clone, Copy, Attributes)]
struct Closed {
    ok: bool,
    cached: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Open {
    n: u64,
}

const CLOSED: Metric<Counter<u64, One, Closed>> =
    Meter::counter::<u64>().unit::<One>().name("closed").description("All sets.").attributes::<Closed>();
const LATENCY: Metric<Histogram<f64, Seconds, Closed>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("latency")
    .boundaries(&[Seconds(1.0), Seconds(2.0)])
    .attributes::<Closed>();
const PLAIN: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("plain");
const OPEN: Metric<Counter<u64, One, Open>> = Meter::counter::<u64>().unit::<One>().name("open").attributes::<Open>();
const LIMITED: Metric<Counter<u64, One, Open>> =
    Meter::counter::<u64>().unit::<One>().name("limited").attributes::<Open>().cardinality_at_most::<3>();

#[test]
fn under_views_no_set_of_a_closed_one_overflows_and_nothing_else_changes() {
    for temporality in [Temporality::Cumulative, Temporality::Delta] {
        let declared =
            [CLOSED.descriptor(), LATENCY.descriptor(), PLAIN.descriptor(), OPEN.descriptor(), LIMITED.descriptor()]
                .map(|descriptor| *descriptor);
        let wire = Wire::of(temporality, |builder| builder.with_view(meterstick::views(&declared)));
        let meter = wire.meter();
        let (closed, latency, plain) = (CLOSED.build(&meter), LATENCY.build(&meter), PLAIN.build(&meter));
        let (open, limited) = (OPEN.build(&meter), LIMITED.build(&meter));
        for _ in 0..3 {
            for n in 0..6 {
                let set = Closed { ok: n % 2 == 0, cached: [None, Some(false), Some(true)][n / 2] };
                closed.add(1, set);
                latency.record(Seconds(1.5), set);
            }
            plain.add(Bytes(1));
            for n in 0..10 {
                open.add(1, Open { n });
                limited.add(1, Open { n });
            }
            let collection = wire.collect();
            assert_eq!(collection.numbers("closed").len(), 6);
            let latency = collection.distributions("latency");
            assert_eq!(latency.len(), 6);
            assert!(latency.values().all(|of| of.bounds == [1.0, 2.0]));
            assert_eq!(collection.numbers("plain").len(), 1);
            assert_eq!(collection.numbers("open").len(), 10);
            let limited = collection.numbers("limited");
            assert_eq!(limited.len(), 4);
            assert!(matches!(limited["otel.metric.overflow=true"], Value::Int(7 | 14 | 21)));
            let metric = collection.metric("closed").unwrap();
            assert_eq!((&*metric.unit, &*metric.description), ("1", "All sets."));
        }
    }
}

const SPREAD: Metric<Histogram<f64, Seconds>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("spread").exponential_at_most(4, 20);
const FINE: Metric<Histogram<f64, Seconds, Open>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("fine").attributes::<Open>().exponential();

#[test]
fn a_histogram_that_asks_for_it_is_exponential() {
    let wire = Wire::of(Temporality::Cumulative, |builder| {
        builder.with_view(meterstick::views([SPREAD.descriptor(), FINE.descriptor()]))
    });
    let (spread, fine) = (SPREAD.build(&wire.meter()), FINE.build(&wire.meter()));
    for value in [0.0, 0.5, 1.0, 3.0, 100.0] {
        spread.record(Seconds(value));
        fine.record(Seconds(value), Open { n: 1 });
    }
    let collection = wire.collect();
    let point = |name| match &collection.metric(name).unwrap().data {
        Some(Data::ExponentialHistogram(histogram)) => histogram.data_points[0].clone(),
        other => panic!("`{name}` is {other:?}"),
    };
    let (spread, fine) = (point("spread"), point("fine"));
    assert_eq!((spread.count, spread.zero_count, spread.sum()), (5, 1, 104.5));
    assert_eq!((fine.count, fine.min(), fine.max()), (5, 0.0, 100.0));
    let buckets = |point: &ExponentialHistogramDataPoint| point.positive.as_ref().unwrap().bucket_counts.len();
    assert!(buckets(&spread) <= 4 && buckets(&fine) <= 160);
    assert!(spread.scale < fine.scale);

    // Elsewhere, its boundaries count.
    let plain = Wire::new();
    SPREAD.build(&plain.meter()).record(Seconds(0.5));
    assert!(!plain.collect().distribution("spread").unwrap().bounds.is_empty());
}

/// Whatever the order of its values in their declaration.
#[test]
fn the_sets_that_come_first_are_within_a_limit() {
    let wire = Wire::of(Temporality::Cumulative, |builder| {
        builder.with_view(|instrument: &opentelemetry_sdk::metrics::Instrument| {
            let limited = Stream::builder().with_cardinality_limit(2);
            (instrument.name() == "closed").then(|| limited.build().unwrap())
        })
    });
    let closed = CLOSED.build(&wire.meter());
    let [first, second, third] = [Some(true), Some(false), None].map(|cached| Closed { ok: true, cached });
    for (set, number) in [(first, 1), (second, 10), (third, 100), (first, 1)] {
        closed.add(number, set);
    }
    let closed = wire.collect().numbers("closed");
    assert_eq!((closed["cached=true,ok=true"], closed["cached=false,ok=true"]), (Value::Int(2), Value::Int(10)));
    assert_eq!(closed["otel.metric.overflow=true"], Value::Int(100));
}

#[test]
fn a_view_is_of_one_name_kind_and_unit() {
    const SMALL: Metric<Counter<u64, One, Open>> =
        Meter::counter::<u64>().unit::<One>().name("shop.Orders").attributes::<Open>().cardinality_at_most::<2>();
    const CASED: Metric<Counter<u64, One, Open>> =
        Meter::counter::<u64>().unit::<One>().name("SHOP.orders").attributes::<Open>();
    const OTHER_UNIT: Metric<Counter<u64, Bytes, Open>> =
        Meter::counter::<u64>().unit::<Bytes>().name("shop.orders").attributes::<Open>();
    const OTHER_KIND: Metric<Gauge<u64, One, Open>> =
        Meter::gauge::<u64>().unit::<One>().name("shop.orders").attributes::<Open>();
    let wire =
        || Wire::of(Temporality::Cumulative, |builder| builder.with_view(meterstick::views([SMALL.descriptor()])));
    let sets = |record: &dyn Fn(&SdkMeter, u64)| {
        let wire = wire();
        let meter = wire.meter();
        (0..5).for_each(|n| record(&meter, n));
        let collection = wire.collect();
        collection.numbers(&collection.0[0].name).len()
    };
    assert_eq!(sets(&|meter, n| CASED.build(meter).add(1, Open { n })), 3);
    assert_eq!(sets(&|meter, n| OTHER_UNIT.build(meter).add(Bytes(1), Open { n })), 5);
    assert_eq!(sets(&|meter, n| OTHER_KIND.build(meter).record(1, Open { n })), 5);
}

/// A view of the program that gives all histograms the same boundaries.
fn catch_all(instrument: &opentelemetry_sdk::metrics::Instrument) -> Option<Stream> {
    let buckets = opentelemetry_sdk::metrics::Aggregation::ExplicitBucketHistogram {
        boundaries: vec![7.0],
        record_min_max: true,
    };
    let is_histogram = instrument.kind() == opentelemetry_sdk::metrics::InstrumentKind::Histogram;
    is_histogram.then(|| Stream::builder().with_aggregation(buckets).build().unwrap())
}

const OPEN_LATENCY: Metric<Histogram<f64, Seconds, Open>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("latency.open")
    .boundaries(&[Seconds(1.0), Seconds(2.0)])
    .attributes::<Open>();

/// The SDK does not show what a view makes of an instrument, so this cannot be reported.
#[test]
fn a_catch_all_view_replaces_declared_boundaries_and_is_not_seen() {
    let wire = Wire::of(Temporality::Cumulative, |builder| builder.with_view(catch_all));
    let latency = OPEN_LATENCY.build(&wire.meter());
    latency.record(Seconds(1.5), Open { n: 1 });
    assert_eq!(wire.collect().distributions("latency.open")["n=1"].bounds, [7.0]);
    assert_eq!(latency.refused(), 0);
}

#[test]
fn declared_boundaries_stay_where_the_view_of_the_declarations_comes_first() {
    let wire = Wire::of(Temporality::Cumulative, |builder| {
        let declared = [OPEN_LATENCY.descriptor(), LATENCY.descriptor()];
        builder.with_view(meterstick::views(declared)).with_view(catch_all)
    });
    OPEN_LATENCY.build(&wire.meter()).record(Seconds(1.5), Open { n: 1 });
    LATENCY.build(&wire.meter()).record(Seconds(1.5), Closed { ok: true, cached: None });
    let collection = wire.collect();
    assert_eq!(collection.distributions("latency.open")["n=1"].bounds, [1.0, 2.0]);
    assert_eq!(collection.distributions("latency")["ok=true"].bounds, [1.0, 2.0]);
    assert_eq!(collection.0.len(), 2);
}

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    pool: &'a str,
}

#[derive(Instruments)]
struct PoolMetrics {
    jobs: Counter<u64, One, Closed>,
    active: UpDownCounter<i64, One>,
    #[metric(exponential)]
    spread: Histogram<f64, Seconds>,
    #[metric(cardinality_at_most = 7)]
    few: Counter<u64, One>,
}

const DEPTH: Metric<ObservableUpDownCounter<i64, One>> =
    Meter::observable_up_down_counter::<i64>().unit::<One>().name("depth");
const SIZE: Metric<ObservableGauge<i64, One>> = Meter::observable_gauge::<i64>().unit::<One>().name("size");
const LEFT: Metric<ObservableGauge<i64, One>> = Meter::observable_gauge::<i64>().unit::<One>().name("left");

/// It has attributes that are not declared, so the view cannot know the number of its sets.
#[test]
fn under_views_a_group_s_attributes_do_not_overflow() {
    let wire = Wire::of(Temporality::Cumulative, |builder| {
        let observed = [DEPTH.descriptor(), SIZE.descriptor(), LEFT.descriptor()];
        builder.with_view(meterstick::views(PoolMetrics::CATALOG.metrics().iter().chain(observed)))
    });
    let group = meterstick::Group::new(&wire.meter());
    let names: Vec<_> = (0..20).map(|pool| pool.to_string()).collect();
    let pools: Vec<_> = names.iter().map(|pool| group.with(Of { pool })).collect();
    let kept: Vec<_> = pools
        .iter()
        .map(|pool| {
            let metrics = PoolMetrics::build(pool);
            for cached in [None, Some(false), Some(true)] {
                metrics.jobs.inc(Closed { ok: true, cached });
            }
            metrics.active.add(1);
            metrics.spread.record(Seconds(1.0));
            metrics.few.inc();
            let together = observe_together((SIZE, LEFT), pool, |(size, left)| {
                size.observe(1);
                left.observe(1);
            });
            (metrics, DEPTH.observe(pool, |o| o.observe(1)), together)
        })
        .collect();
    let collection = wire.collect();
    drop(kept);
    for (name, sets) in [("jobs", 60), ("active", 20), ("depth", 20), ("size", 20), ("left", 20)] {
        let points = collection.numbers(name);
        assert_eq!(points.len(), sets, "{name}");
        assert!(!points.contains_key("otel.metric.overflow=true"), "{name}");
    }
    let Some(Data::ExponentialHistogram(spread)) = &collection.metric("spread").unwrap().data else {
        panic!("the buckets are exponential")
    };
    assert_eq!(spread.data_points.len(), 20);
    // A declared limit counts.
    assert_eq!(collection.numbers("few").len(), 8);

    // On a meter the declared sets are all.
    let meter = Wire::of(Temporality::Cumulative, |builder| builder.with_view(PoolMetrics::CATALOG.views()));
    let metrics = PoolMetrics::build(&meter.meter());
    for n in 0..6 {
        metrics.jobs.inc(Closed { ok: n % 2 == 0, cached: [None, Some(false), Some(true)][n / 2] });
    }
    assert_eq!(meter.collect().numbers("jobs").len(), 6);
}
