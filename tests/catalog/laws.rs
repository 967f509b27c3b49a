//! The laws of names, against a model that compares each metric with each.

use meterstick::catalog::Catalog;
use meterstick::{Descriptor, InstrumentKind};
use proptest::prelude::*;

use crate::samples::{descriptor, kept};

/// Which law two metrics break, if they break one.
fn broken(a: &Descriptor, b: &Descriptor) -> Option<&'static str> {
    let lower = |name: &str| name.to_lowercase();
    let translated = |name: &str| name.to_lowercase().replace('.', "_");
    if a.name == b.name {
        (a.kind != b.kind || a.unit != b.unit).then_some("a name has one identity")
    } else if lower(a.name) == lower(b.name) {
        Some("names are case-insensitive")
    } else if translated(a.name) == translated(b.name) {
        Some("names differ by more than `.` and `_`")
    } else {
        None
    }
}

fn metric() -> impl Strategy<Value = Descriptor> {
    let kind = proptest::sample::select(vec![InstrumentKind::Counter, InstrumentKind::Gauge]);
    (kind, "a[abA._]{0,4}").prop_map(|(kind, name)| {
        let mut metric = descriptor(kind);
        metric.name = kept(name.into_boxed_str());
        metric
    })
}

proptest! {
    #[test]
    fn a_list_is_a_catalogue_if_no_two_of_it_break_a_law(metrics in prop::collection::vec(metric(), 0..8)) {
        let mut laws: Vec<_> = (0..metrics.len())
            .flat_map(|i| (0..i).map(move |j| (i, j)))
            .filter_map(|(i, j)| broken(&metrics[i], &metrics[j]))
            .collect();
        laws.dedup();
        match Catalog::try_new(kept(metrics.into_boxed_slice())) {
            Ok(_) => prop_assert!(laws.is_empty(), "{laws:?}"),
            Err(error) => {
                let error = error.to_string();
                prop_assert!(laws.iter().any(|law| error.starts_with(law)), "{error}: {laws:?}");
            }
        }
    }
}

#[test]
fn a_large_catalogue_is_checked_and_a_larger_one_refused() {
    let list = |length: usize| {
        let metrics = (0..length).map(|i| {
            let mut metric = descriptor(InstrumentKind::Gauge);
            metric.name = kept(format!("a.long.namespace.that.all.have.m{i}").into_boxed_str());
            metric
        });
        kept(metrics.collect::<Vec<_>>().into_boxed_slice())
    };
    assert_eq!(Catalog::try_new(list(2048)).unwrap().metrics().len(), 2048);
    assert!(Catalog::try_new(list(2049)).unwrap_err().to_string().starts_with("a catalogue has at most 2,048 metrics"));
}

#[test]
fn a_set_with_any_further_keys_is_another_than_one_without() {
    let with = |any_keys| {
        let mut metric = descriptor(InstrumentKind::Gauge);
        (metric.any_keys, metric.cardinality) = (any_keys, None);
        metric
    };
    let list = kept(Box::new([with(true), with(false)]));
    let error = Catalog::try_new(list).unwrap_err().to_string();
    assert!(error.contains("declared with two sets of attributes"), "{error}");
}

#[test]
fn an_attribute_that_takes_any_value_is_another_than_one_that_does_not() {
    use meterstick::{Field, ValueType};

    let with = |open| {
        let mut metric = descriptor(InstrumentKind::Gauge);
        metric.attributes =
            kept(Box::new([Field::new("k", ValueType::String).required(true).members(&["v"]).open(open)]));
        metric
    };
    let list = kept(Box::new([with(true), with(false)]));
    let error = Catalog::try_new(list).unwrap_err().to_string();
    assert!(error.contains("declared with two sets of attributes"), "{error}");
}
