//! Property tests of metrics, as a user would write them.

use std::sync::atomic::{AtomicI64, Ordering};

use meterstick::prelude::*;
use meterstick::testing::{
    Sample, Samples, boundaries, check_against_model, names, nearly_names, nearly_units, quantities, sets, units,
};
use meterstick::unit::{Bytes, Celsius, Code, Millis, Nanos, One, Seconds};
use meterstick::{Name, Quantity, ValueRef, ValueType};
use proptest::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
enum Method {
    Get,
    Post,
}

#[derive(Clone, Copy, Debug, AttributeValue)]
enum ErrorKind<'a> {
    Timeout,
    #[attribute(other)]
    Other(&'a str),
}

#[derive(Clone, Copy, Debug, AttributeValue)]
struct Port(u16);

#[derive(Clone, Copy, Debug, Attributes)]
struct Closed {
    method: Method,
    ok: Option<bool>,
    #[attribute(skip)]
    _note: usize,
}

#[derive(Clone, Copy, Debug, Attributes)]
struct Open<'a> {
    route: &'a str,
    error: Option<ErrorKind<'a>>,
    port: Port,
    #[attribute(flatten)]
    closed: Closed,
}

/// What is not `Debug` has no samples, and its set compiles all the same.
#[derive(Clone, Copy, Attributes)]
struct Silent {
    ok: bool,
}

const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("count");
const LEVEL: Metric<UpDownCounter<i32, Bytes>> = Meter::up_down_counter::<i32>().unit::<Bytes>().name("level");
const LATENCY: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("latency");
const ATTIC: Metric<Gauge<f64, Celsius>> = Meter::gauge::<f64>().unit::<Celsius>().name("attic");

#[test]
fn an_instrument_of_each_kind_equals_its_model() {
    check_against_model(COUNT);
    check_against_model(LEVEL);
    check_against_model(LATENCY);
    check_against_model(ATTIC);
}

#[test]
fn closed_sets_equal_their_model() {
    check_against_model(COUNT.attributes::<Closed>());
    check_against_model(LATENCY.attributes::<Closed>());
    check_against_model(ATTIC.attributes::<Closed>());
}

#[test]
fn open_sets_equal_their_model() {
    check_against_model(COUNT.attributes::<Open<'static>>());
    check_against_model(LEVEL.attributes::<Open<'static>>());
    check_against_model(LATENCY.attributes::<Open<'static>>());
    check_against_model(ATTIC.attributes::<Open<'static>>());
}

#[test]
fn sets_over_a_limit_equal_their_model() {
    check_against_model(COUNT.cardinality_at_most::<1>().attributes::<Open<'static>>());
    check_against_model(LEVEL.cardinality_at_most::<5>().attributes::<Open<'static>>());
    check_against_model(LATENCY.cardinality_at_most::<3>().attributes::<Open<'static>>());
    check_against_model(ATTIC.cardinality_at_most::<2>().attributes::<Open<'static>>());
}

#[test]
#[should_panic(expected = "`count` and its model differ")]
fn a_difference_from_the_model_is_reported() {
    /// Another value each time.
    #[derive(Clone, Copy, Debug)]
    struct Wavers;

    impl AttributeValue for Wavers {
        const TYPE: ValueType = ValueType::Int;

        fn value(&self) -> ValueRef<'_> {
            static NEXT: AtomicI64 = AtomicI64::new(0);
            ValueRef::Int(NEXT.fetch_add(1, Ordering::Relaxed))
        }
    }

    impl Sample for Wavers {
        fn sample() -> Samples<Self> {
            Just(Self).boxed()
        }
    }

    #[derive(Clone, Copy, Debug, Attributes)]
    struct Wavering {
        wavers: Wavers,
    }

    check_against_model(COUNT.attributes::<Wavering>());
}

#[test]
fn a_set_needs_no_samples() {
    let silent = Silent { ok: true };
    assert_eq!(silent.key_values().len(), 1);
}

proptest! {
    #[test]
    fn names_are_names(name in names()) {
        prop_assert!(Name::try_new(&name).is_ok());
    }

    #[test]
    fn units_are_units(code in units()) {
        prop_assert!(Code::try_new(&code).is_ok(), "{}", code);
    }

    #[test]
    fn boundaries_are_boundaries(boundaries in boundaries()) {
        prop_assert!(LATENCY.try_boundaries(&boundaries.iter().copied().map(Seconds).collect::<Vec<_>>()).is_ok());
    }

    #[test]
    fn quantities_have_their_unit(took in quantities::<u32, Millis>(any::<u32>())) {
        let took: Quantity<u64, Millis> = Quantity::new(took.value().into());
        prop_assert_eq!(took.to::<Nanos>().value(), took.value() * 1_000_000);
    }

    #[test]
    fn a_set_has_each_of_its_values(sets in proptest::collection::vec(sets::<Closed>(), 200)) {
        let distinct: std::collections::HashSet<_> = sets.iter().map(|set| (set.method, set.ok)).collect();
        prop_assert_eq!(distinct.len(), 6);
    }
}

#[test]
fn what_is_nearly_valid_is_valid_and_invalid() {
    let valid = |strategy: BoxedStrategy<String>, check: fn(&str) -> bool| {
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let texts = (0..200).map(|_| strategy.new_tree(&mut runner).unwrap().current());
        texts.filter(|text| check(text)).count()
    };
    for valid in [
        valid(nearly_names(), |name| Name::try_new(name).is_ok()),
        valid(nearly_units(), |code| Code::try_new(code).is_ok()),
    ] {
        assert!((50..150).contains(&valid), "{valid} of 200 are valid");
    }
    let _: BoxedStrategy<u8> = u8::sample();
}
