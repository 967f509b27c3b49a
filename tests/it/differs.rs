//! What is known not to be as by hand.

use std::sync::Weak;
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::unit::{One, Seconds};
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::metrics::data::ResourceMetrics;
use opentelemetry_sdk::metrics::reader::MetricReader;
use opentelemetry_sdk::metrics::{
    Aggregation, Instrument, InstrumentKind, Pipeline, SdkMeterProvider, Stream, Temporality,
};

use crate::wire::{Reader, Value, Wire};

#[derive(Clone, Copy, AttributeValue)]
enum Size {
    Small,
    Middle,
    Large,
}

#[derive(Clone, Copy, Attributes)]
struct Parcel {
    size: Size,
}

const SENT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("sent");
const TOOK: Metric<Histogram<f64, Seconds, Parcel>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("took").attributes::<Parcel>();
const OPEN: Metric<Counter<u64, One, KeyValues>> =
    Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>().cardinality_at_most::<2>();
const WAITING: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("waiting");

fn limited(temporality: Temporality) -> Wire {
    Wire::of(temporality, |builder| {
        builder.with_view(|instrument: &Instrument| {
            (instrument.name() == "took").then(|| Stream::builder().with_cardinality_limit(2).build().unwrap())
        })
    })
}

#[test]
fn a_view_that_makes_a_histogram_of_a_counter_sees_what_is_flushed() {
    let wire = Wire::of(Temporality::Cumulative, |builder| {
        builder.with_view(|instrument: &Instrument| {
            let boundaries = Aggregation::ExplicitBucketHistogram { boundaries: vec![1.5], record_min_max: true };
            (instrument.name() == "sent").then(|| Stream::builder().with_aggregation(boundaries).build().unwrap())
        })
    });
    let sent = SENT.build(&wire.meter());
    wire.collect();
    for _ in 0..5 {
        sent.add(1);
    }
    let seen = wire.collect().distribution("sent").unwrap();
    assert_eq!((seen.count, seen.sum), (1, 5.0));
}

const LEVEL: Metric<Gauge<f64, One>> = Meter::gauge::<f64>().unit::<One>().name("level");

#[test]
fn a_view_that_makes_a_histogram_of_a_gauge_sees_its_last_values() {
    let wire = Wire::of(Temporality::Cumulative, |builder| {
        builder.with_view(|instrument: &Instrument| {
            let boundaries = Aggregation::ExplicitBucketHistogram { boundaries: vec![1.5], record_min_max: true };
            (instrument.name() == "level").then(|| Stream::builder().with_aggregation(boundaries).build().unwrap())
        })
    });
    let level = LEVEL.build(&wire.meter());
    wire.collect();
    for value in [1.0, 2.0, 3.0] {
        level.record(value);
    }
    let seen = wire.collect().distribution("level").unwrap();
    assert_eq!((seen.count, seen.max), (1, 3.0));
}

/// No longer a difference: the SDK evicts what was not recorded since the last collection, and so it does here.
#[test]
fn a_set_that_is_not_recorded_gives_its_place_up_under_a_views_limit() {
    let wire = limited(Temporality::Delta);
    let took = TOOK.build(&wire.meter());
    took.record(Seconds(1.0), Parcel { size: Size::Large });
    took.record(Seconds(1.0), Parcel { size: Size::Middle });
    for _ in 0..3 {
        wire.collect();
    }
    took.record(Seconds(1.0), Parcel { size: Size::Small });
    let later = wire.collect().distributions("took");
    assert_eq!(later.keys().collect::<Vec<_>>(), ["size=small"]);
}

#[test]
fn a_declared_limit_is_for_the_life_of_the_instrument() {
    let wire = Wire::delta();
    let open = OPEN.build(&wire.meter());
    for set in ["a", "b"] {
        open.add(1, &[KeyValue::new("k", set)]);
    }
    for _ in 0..3 {
        wire.collect();
    }
    open.add(1, &[KeyValue::new("k", "c")]);
    assert_eq!(wire.collect().numbers("open")["otel.metric.overflow=true"], Value::Int(1));
}

/// Deltas of all kinds: the SDK's own readers have totals of up-down counters.
#[derive(Clone, Debug)]
struct AllDeltas(Reader);

impl MetricReader for AllDeltas {
    fn register_pipeline(&self, pipeline: Weak<Pipeline>) {
        self.0.register_pipeline(pipeline);
    }
    fn collect(&self, data: &mut ResourceMetrics) -> OTelSdkResult {
        MetricReader::collect(&self.0, data)
    }
    fn force_flush(&self) -> OTelSdkResult {
        self.0.force_flush()
    }
    fn shutdown_with_timeout(&self, timeout: Duration) -> OTelSdkResult {
        self.0.shutdown_with_timeout(timeout)
    }
    fn temporality(&self, _: InstrumentKind) -> Temporality {
        Temporality::Delta
    }
}

#[test]
fn changes_that_add_up_to_nothing_are_no_point_of_a_delta() {
    let reader = Reader::new(Temporality::Delta);
    let provider = SdkMeterProvider::builder().with_reader(AllDeltas(reader.clone())).build();
    let waiting = WAITING.build(&provider.meter("test"));
    waiting.add(1);
    assert_eq!(reader.collect().number("waiting"), Some(Value::Int(1)));
    waiting.add(1);
    waiting.add(-1);
    assert_eq!(reader.collect().number("waiting"), None);
}
