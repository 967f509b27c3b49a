//! What statics keep before there is a provider, and what they drop.

use std::thread;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;
use opentelemetry_sdk::metrics::Temporality;

use crate::alone::alone;
use crate::wire::{Value, Wire};

const SCOPE: Scope = Scope::new("before");
const SIZE: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>().unit::<Bytes>().name("size");
const OPEN: Metric<Counter<u64, One, KeyValues>> =
    Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>().cardinality_at_most::<5000>();

static SIZES: Histogram<u64, Bytes> = SIZE.global(SCOPE);
static OPEN_SIZES: Histogram<u64, Bytes, KeyValues> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size.open").attributes::<KeyValues>().global(SCOPE);
static SETS: Counter<u64, One, KeyValues> = OPEN.global(SCOPE);

/// The most values of a histogram that are kept while there is no provider.
const KEPT: u64 = 4096;

#[test]
fn values_that_a_histogram_drops_before_there_is_a_provider_are_counted_as_dropped_and_not_as_refused() {
    alone(|| {
        let record = || {
            for _ in 0..KEPT {
                SIZES.record(Bytes(1));
                OPEN_SIZES.record(Bytes(1), &[KeyValue::new("k", "a")]);
            }
        };
        record();
        thread::scope(|scope| drop(scope.spawn(record)));
        assert_eq!((SIZES.refused(), OPEN_SIZES.refused()), (0, 0));
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        let collection = wire.collect();
        // All that is not exported is counted.
        let size = collection.distribution("size").unwrap();
        assert!(size.count >= KEPT);
        assert_eq!(size.count + SIZES.dropped(), 2 * KEPT);
        // An open one keeps as many, beside some of each thread.
        let open = collection.distributions("size.open").remove("k=a").unwrap();
        assert!((KEPT..KEPT + 2 * 64).contains(&open.count), "{} are kept", open.count);
        assert_eq!(open.count + OPEN_SIZES.dropped(), 2 * KEPT);
        assert_eq!((SIZES.refused(), OPEN_SIZES.refused()), (0, 0));
    });
}

#[test]
fn each_value_that_is_dropped_before_there_is_a_provider_is_counted_once_on_each_thread() {
    alone(|| {
        let record = |values| (0..values).for_each(|_| SIZES.record(Bytes(1)));
        record(3 * KEPT);
        thread::scope(|scope| {
            scope.spawn(|| record(1000));
            scope.spawn(|| record(1000));
        });
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        let kept = wire.collect().distribution("size").unwrap().count;
        assert!(kept < 2 * KEPT, "{kept}");
        assert_eq!(kept + SIZES.dropped(), 3 * KEPT + 2000);
        // From now on nothing is.
        let dropped = SIZES.dropped();
        record(2 * KEPT);
        assert_eq!(wire.collect().distribution("size").unwrap().count, kept + 2 * KEPT);
        assert_eq!(SIZES.dropped(), dropped);
    });
}

#[test]
#[cfg_attr(miri, ignore = "thousands of sets")]
fn a_static_has_as_many_sets_used_before_there_is_a_provider_as_after() {
    alone(|| {
        let sets = |count: &Counter<u64, One, KeyValues>| {
            (0..3000).for_each(|n| count.add(1, &[KeyValue::new("n", n)]));
        };
        let wire =
            || Wire::of(Temporality::Cumulative, |builder| builder.with_view(meterstick::views([OPEN.descriptor()])));
        sets(&SETS);
        let before = wire();
        meterstick::set_meter_provider(before.provider.clone());
        let after = wire();
        let built = OPEN.build(&after.meter());
        sets(&built);
        let (before, after) = (before.collect().numbers("open"), after.collect().numbers("open"));
        assert_eq!(before.len(), 3000);
        assert_eq!(before, after);
    });
}

#[test]
fn statics_of_one_declaration_are_one_instrument() {
    static ONE: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("shared").global(SCOPE);
    static OTHER: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("shared").global(SCOPE);
    alone(|| {
        ONE.add(i64::MAX as u64 - 5);
        OTHER.add(5);
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        assert_eq!(wire.collect().number("shared"), Some(Value::Int(i64::MAX)));
        OTHER.add(1);
        wire.collect();
        assert_eq!((ONE.refused(), OTHER.refused()), (1, 1));
    });
}

#[test]
fn what_waits_for_a_provider_is_passed_in_the_order_of_the_calls() {
    static LEVEL: Gauge<i64, One> = Meter::gauge::<i64>().unit::<One>().name("level").global(SCOPE);
    static OPEN_LEVEL: Gauge<i64, One, KeyValues> =
        Meter::gauge::<i64>().unit::<One>().name("level.open").attributes::<KeyValues>().global(SCOPE);
    alone(|| {
        let record = |value| {
            LEVEL.record(value);
            OPEN_LEVEL.record(value, &[KeyValue::new("k", "a")]);
        };
        record(1);
        thread::spawn(move || record(2)).join().unwrap();
        record(3);
        thread::spawn(move || record(4)).join().unwrap();
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        let collection = wire.collect();
        assert_eq!(collection.number("level"), Some(Value::Int(4)));
        assert_eq!(collection.numbers("level.open")["k=a"], Value::Int(4));
    });
}

/// Sets with the same attributes and as many of them, of which others are absent together: a slot is another set in each.
#[derive(Clone, Copy, Attributes)]
struct P {
    p: bool,
}

#[derive(Clone, Copy, Attributes)]
struct PQ {
    p: bool,
    q: bool,
}

#[derive(Clone, Copy, Attributes)]
struct QR {
    q: bool,
    r: bool,
}

#[derive(Clone, Copy, Attributes)]
struct R {
    r: bool,
}

#[derive(Clone, Copy, Attributes)]
struct PQThenR {
    #[attribute(flatten)]
    pq: Option<PQ>,
    #[attribute(flatten)]
    r: Option<R>,
}

#[derive(Clone, Copy, Attributes)]
struct PThenQR {
    #[attribute(flatten)]
    p: Option<P>,
    #[attribute(flatten)]
    qr: Option<QR>,
}

#[test]
fn statics_of_sets_whose_attributes_are_absent_together_in_other_ways_are_two_instruments() {
    static ONE: Counter<u64, One, PQThenR> =
        Meter::counter::<u64>().unit::<One>().name("together").attributes::<PQThenR>().global(SCOPE);
    static OTHER: Counter<u64, One, PThenQR> =
        Meter::counter::<u64>().unit::<One>().name("together").attributes::<PThenQR>().global(SCOPE);
    assert_eq!(PQThenR::CARDINALITY, PThenQR::CARDINALITY);
    alone(|| {
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        ONE.add(1, PQThenR { pq: Some(PQ { p: true, q: true }), r: None });
        OTHER.add(10, PThenQR { p: None, qr: Some(QR { q: false, r: true }) });
        OTHER.add(100, PThenQR { p: Some(P { p: true }), qr: None });
        let points = [("p=true", 100), ("p=true,q=true", 1), ("q=false,r=true", 10)];
        let points = points.map(|(set, value)| (set.to_owned(), Value::Int(value)));
        assert_eq!(wire.collect().numbers("together"), points.into());
    });
}

#[test]
fn fields_say_where_attributes_that_are_absent_together_begin_and_end() {
    #[derive(Clone, Copy, Attributes)]
    struct Q {
        q: bool,
    }
    #[derive(Clone, Copy, Attributes)]
    struct Together {
        #[attribute(flatten)]
        pq: Option<PQ>,
    }
    #[derive(Clone, Copy, Attributes)]
    struct Begins {
        p: Option<bool>,
        #[attribute(flatten)]
        q: Option<Q>,
    }
    #[derive(Clone, Copy, Attributes)]
    struct Ends {
        #[attribute(flatten)]
        p: Option<P>,
        #[attribute(flatten)]
        q: Option<Maybe>,
    }
    #[derive(Clone, Copy, Attributes)]
    struct Maybe {
        q: Option<bool>,
    }
    assert_ne!(Together::FIELDS, Begins::FIELDS);
    assert_ne!(Together::FIELDS, Ends::FIELDS);
}
