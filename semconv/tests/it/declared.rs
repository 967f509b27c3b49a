//! What is declared is what the registry says.

use std::collections::BTreeMap;

use meterstick::{Descriptor, Field, Form, InstrumentKind, ValueType};
use serde_json::Value;

use crate::every::every;
use crate::registry::{Attribute, Metric, metrics, registry};

#[test]
fn every_metric_of_the_registry_has_a_constant_and_every_constant_a_metric() {
    let registry = registry();
    let registered: Vec<_> = metrics(&registry).into_iter().map(|metric| metric.name.to_owned()).collect();
    let mut declared: Vec<_> = every().iter().map(|one| (one.synchronous)().name.to_owned()).collect();
    declared.sort();
    assert_eq!(declared, registered);
}

#[test]
fn all_names_are_listed() {
    let registry = registry();
    let registered: Vec<_> = metrics(&registry).into_iter().map(|metric| metric.name).collect();
    assert_eq!(meterstick_semconv::METRIC_NAMES, registered);
}

#[test]
fn every_constant_says_what_the_registry_says() {
    let registry = registry();
    let declared: BTreeMap<_, _> =
        every().into_iter().map(|one| ((one.synchronous)().name, (one.synchronous)())).collect();
    let mut compared = 0;
    for metric in metrics(&registry) {
        compare(&metric, &declared[metric.name]);
        compared += 1;
    }
    assert_eq!(compared, declared.len());
    assert!(compared > 400, "only {compared} metrics were compared");
}

fn compare(metric: &Metric<'_>, declared: &Descriptor) {
    let name = metric.name;
    let kind = match metric.instrument {
        "counter" => InstrumentKind::Counter,
        "updowncounter" => InstrumentKind::UpDownCounter,
        "histogram" => InstrumentKind::Histogram,
        "gauge" => InstrumentKind::Gauge,
        other => panic!("`{name}` is of the instrument `{other}`"),
    };
    assert_eq!(declared.kind, kind, "{name}");
    assert_eq!(declared.unit, metric.unit, "{name}");
    assert_eq!(declared.form == Form::Integer, metric.integer, "{name}");
    let description = declared.description;
    assert!(description.len() > 10 && description.len() < 200 && description.ends_with('.'), "{name}: {description}");
    for (key, _) in metric.attributes.iter().map(|attribute| (attribute.key, attribute.required)).filter(|one| one.1) {
        assert!(description.contains(key), "{name} requires {key}: {description}");
    }

    let keys = |fields: &[Field]| fields.iter().map(|field| field.key.to_owned()).collect::<Vec<_>>();
    let mut registered: Vec<_> = metric.attributes.iter().map(|attribute| attribute.key.to_owned()).collect();
    registered.sort();
    assert_eq!(keys(declared.attributes), registered, "{name}");
    for attribute in &metric.attributes {
        let field = declared.attributes.iter().find(|field| field.key == attribute.key).expect("the keys are compared");
        compare_attribute(name, attribute, field);
    }
}

fn compare_attribute(name: &str, attribute: &Attribute<'_>, field: &Field) {
    let key = attribute.key;
    let strings = |members: &Value| {
        let members = members.as_array().expect("an enumeration has members");
        members.iter().map(|member| member[1].as_str().expect("a member is a string").to_owned()).collect::<Vec<_>>()
    };
    let (ty, members) = match (attribute.ty.as_str(), attribute.ty.get("members"), attribute.ty.get("integers")) {
        (Some("string"), ..) => (ValueType::String, vec![]),
        (Some("strings"), ..) => (ValueType::Strings, vec![]),
        (Some("int"), ..) | (.., Some(_)) => (ValueType::Int, vec![]),
        (Some("double"), ..) => (ValueType::Double, vec![]),
        (Some("boolean"), ..) => (ValueType::Bool, vec![]),
        (_, Some(members), _) => (ValueType::String, strings(members)),
        _ => panic!("`{key}` is of the type {}", attribute.ty),
    };
    assert_eq!(field.ty, ty, "{key} of {name}");
    assert_eq!(field.members, members, "{key} of {name}");
    assert_eq!(field.required, attribute.required, "{key} of {name}");
}

#[test]
fn every_counter_and_gauge_has_an_observable_counterpart_and_comes_back() {
    for one in every() {
        let Some(observable) = one.observable else {
            assert_eq!((one.synchronous)().kind, InstrumentKind::Histogram, "{}", (one.synchronous)().name);
            continue;
        };
        assert_eq!((observable.back)(), (one.synchronous)());
        let mut expected = (one.synchronous)();
        expected.kind = match (one.synchronous)().kind {
            InstrumentKind::Counter => InstrumentKind::ObservableCounter,
            InstrumentKind::UpDownCounter => InstrumentKind::ObservableUpDownCounter,
            InstrumentKind::Gauge => InstrumentKind::ObservableGauge,
            other => panic!("{other} has no observable counterpart"),
        };
        assert_eq!((observable.descriptor)(), expected);
    }
}

#[test]
fn times_have_the_boundaries_that_the_conventions_advise_and_sizes_powers_of_four() {
    let seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0];
    let bytes: Vec<_> = (3..=15).map(|power| 4_f64.powi(power)).collect();
    for one in every().iter().map(|one| (one.synchronous)()) {
        match (one.kind, one.unit) {
            (InstrumentKind::Histogram, "s") => assert_eq!(one.boundaries, seconds, "{}", one.name),
            (InstrumentKind::Histogram, "By") => assert_eq!(one.boundaries, bytes, "{}", one.name),
            (InstrumentKind::Histogram, _) => assert!(!one.boundaries.is_empty(), "{}", one.name),
            _ => assert_eq!(one.boundaries, [0.0; 0], "{}", one.name),
        }
    }
}
