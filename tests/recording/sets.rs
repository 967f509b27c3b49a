//! Sets that come and go, and sets that look alike.

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;
use opentelemetry_sdk::metrics::{Instrument, Stream, Temporality};

use crate::wire::{Value, Wire};

meterstick::unit! { Parcels = "{parcel}" }

#[derive(Clone, Copy, AttributeValue)]
enum Digit {
    Zero,
    One,
    Two,
    Three,
    Four,
}

/// Twenty sets.
#[derive(Clone, Copy, Attributes)]
struct Closed {
    digit: Digit,
    is_large: bool,
    is_late: bool,
}

impl Closed {
    fn nth(n: usize) -> Self {
        let digit = [Digit::Zero, Digit::One, Digit::Two, Digit::Three, Digit::Four][n % 5];
        Self { digit, is_large: n / 5 % 2 == 1, is_late: n / 10 == 1 }
    }
}

fn limited() -> Wire {
    Wire::of(Temporality::Delta, |builder| {
        builder.with_view(|_: &Instrument| Stream::builder().with_cardinality_limit(10).build().ok())
    })
}

#[test]
fn sets_that_are_not_used_any_more_make_way_for_others_under_delta_temporality() {
    let wire = limited();
    let meter = wire.meter();
    let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<Closed>().build(&meter);
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Closed>().build(&meter);
    let level = Meter::gauge::<i64>().unit::<One>().name("level").attributes::<Closed>().build(&meter);
    let record = |sets: std::ops::Range<usize>| {
        for n in sets {
            // More than once: then there is a handle.
            for _ in 0..3 {
                size.record(Bytes(1), Closed::nth(n));
                count.add(1, Closed::nth(n));
                level.record(1, Closed::nth(n));
            }
        }
    };
    for sets in [0..10, 10..20, 0..10] {
        record(sets.clone());
        let collection = wire.collect();
        let (size, count, level) =
            (collection.distributions("size"), collection.numbers("count"), collection.numbers("level"));
        assert_eq!((size.len(), count.len(), level.len()), (10, 10, 10), "{sets:?}");
        assert!(!size.keys().chain(count.keys()).chain(level.keys()).any(|set| set.contains("overflow")));
        // A collection without values.
        assert!(wire.collect().0.is_empty());
    }
}

#[test]
fn under_delta_temporality_the_closed_sets_within_a_limit_are_those_used_first_ever() {
    let wire = Wire::of(Temporality::Delta, |builder| {
        builder.with_view(|_: &Instrument| Stream::builder().with_cardinality_limit(2).build().ok())
    });
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<Closed>().build(&wire.meter());
    for sets in [[0, 1, 2], [2, 1, 0]] {
        sets.into_iter().for_each(|n| count.add(1, Closed::nth(n)));
        let collection = wire.collect().numbers("count");
        let digits: Vec<_> =
            collection.keys().filter_map(|set| set.split(',').find(|key| key.starts_with("digit"))).collect();
        // By hand, those of the second collection are 2 and 1.
        assert_eq!(digits, ["digit=one", "digit=zero"], "{sets:?}");
        assert_eq!(collection.len(), 3, "the third is in the overflow set");
    }
}

#[test]
fn an_open_set_that_is_not_used_any_more_makes_way_for_others_under_delta_temporality() {
    let wire = limited();
    let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<KeyValues>().build(&wire.meter());
    for start in [0, 10, 20] {
        for n in start..start + 10 {
            (0..3).for_each(|_| size.record(Bytes(1), &[KeyValue::new("n", n)]));
        }
        let sizes = wire.collect().distributions("size");
        assert_eq!(sizes.len(), 10);
        assert!(!sizes.contains_key("otel.metric.overflow=true"), "{sizes:?}");
        assert!(wire.collect().0.is_empty());
    }
}

#[test]
fn values_of_two_types_are_two_sets_even_where_their_bits_are_the_same() {
    let alike = [
        [KeyValue::new("a", true)],
        [KeyValue::new("a", 1)],
        [KeyValue::new("b", 7)],
        [KeyValue::new("b", f64::from_bits(7))],
        [KeyValue::new("c", "1")],
        [KeyValue::new("c", 1)],
    ];
    for limit in [false, true] {
        let wire = Wire::new();
        let open = Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>();
        let open = if limit { open.cardinality_at_most::<2>().build(&wire.meter()) } else { open.build(&wire.meter()) };
        // Twice each: the second time they are looked up.
        for set in alike.iter().chain(&alike) {
            open.add(1, set);
        }
        let collection = wire.collect();
        let metric = collection.metric("open").unwrap();
        let Some(opentelemetry_proto::tonic::metrics::v1::metric::Data::Sum(sum)) = &metric.data else {
            panic!("it is a sum")
        };
        let values: Vec<_> = sum.data_points.iter().map(|point| format!("{:?}", point.value)).collect();
        if limit {
            let open = collection.numbers("open");
            assert_eq!((open.len(), open["otel.metric.overflow=true"]), (3, Value::Int(8)));
            assert_eq!((open["a=true"], open["a=1"]), (Value::Int(2), Value::Int(2)));
        } else {
            assert_eq!(values, ["Some(AsInt(2))"; 6]);
        }
    }
}

#[test]
fn the_last_value_counts_however_its_set_is_given_and_whatever_has_no_room() {
    let wire = Wire::new();
    let level = Meter::gauge::<i64>().unit::<One>().name("level").cardinality_at_most::<1>().attributes::<KeyValues>();
    let level = level.build(&wire.meter());
    let (a, b) = (KeyValue::new("a", 1), KeyValue::new("b", 1));
    // The second one waits for the collection.
    level.record(1, &[a.clone(), b.clone()]);
    level.record(2, &[a.clone(), b.clone()]);
    level.record(3, &[b, a]);
    assert_eq!(wire.collect().numbers("level"), [("a=1,b=1".to_owned(), Value::Int(3))].into());

    // What is over the limit is one set.
    let least = Meter::gauge::<i64>().unit::<One>().name("least").cardinality_at_most::<2>().attributes::<KeyValues>();
    let least = least.build(&wire.meter());
    let record = |set: i64, value| least.record(value, &[KeyValue::new("k", set)]);
    record(1, 1);
    record(2, 1);
    wire.collect();
    for (set, value) in [(3, 5), (4, 6), (3, 7), (5, 8)] {
        record(set, value);
    }
    assert_eq!(wire.collect().numbers("least")["otel.metric.overflow=true"], Value::Int(8));
}

#[derive(Clone, Copy)]
struct Beyond;

impl AttributeValue for Beyond {
    const TYPE: meterstick::ValueType = meterstick::ValueType::Bool;
    const CARDINALITY: Option<usize> = Some(2);

    fn value(&self) -> meterstick::ValueRef<'_> {
        meterstick::ValueRef::Bool(true)
    }
    fn index(&self) -> usize {
        2
    }
}

#[derive(Clone, Copy, Attributes)]
struct OfBeyond {
    beyond: Beyond,
}

#[test]
#[should_panic(expected = "the `index` of an attribute's value is below the `CARDINALITY` of its type")]
fn an_index_out_of_its_range_is_not_counted_as_another_instrument() {
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<OfBeyond>().build(&wire.meter());
    count.inc(OfBeyond { beyond: Beyond });
}
