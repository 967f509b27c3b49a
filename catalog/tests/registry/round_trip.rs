//! A catalogue, written as a registry and read back, is the same catalogue.

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::One;
use meterstick::{Descriptor, Field, Form, InstrumentKind, ValueType};
use meterstick_catalog::registry::{
    DefinedInstrument, DefinedNumber, MetricDefinition, Registry, RequirementLevel, Type,
};
use meterstick_catalog::{Weaver, WriteCatalog};
use proptest::prelude::*;

use crate::formats::folder;
use crate::samples::{KINDS, descriptor, kept, text};

const URL: &str = "https://example.com/schemas/1.0.0";

/// What a key means in a whole catalogue, and whether its enumeration is closed.
fn fields() -> impl Strategy<Value = Vec<(Field, bool)>> {
    let types = vec![
        ValueType::Bool,
        ValueType::Int,
        ValueType::Double,
        ValueType::String,
        ValueType::Bools,
        ValueType::Ints,
        ValueType::Doubles,
        ValueType::Strings,
        ValueType::Any,
    ];
    let one = (proptest::sample::select(types), prop::collection::btree_set(text(), 0..4), any::<bool>());
    prop::collection::vec(one, 1..5).prop_map(|all| {
        let fields = all.into_iter().enumerate().map(|(i, (ty, members, closed))| {
            let members = if ty == ValueType::String { members.into_iter().collect() } else { Vec::new() };
            let members: Vec<&str> = members.into_iter().map(|member| kept(member.into_boxed_str())).collect();
            let closed = closed && !members.is_empty();
            let key = kept(format!("shop.part{i}.k-{i}").into_boxed_str());
            let open = !closed && ty != ValueType::Bool;
            (Field::new(key, ty).members(kept(members.into_boxed_slice())).open(open), closed)
        });
        fields.collect()
    })
}

fn unit(kind: InstrumentKind) -> impl Strategy<Value = &'static str> {
    use InstrumentKind as Kind;
    let sum = [Kind::Counter, Kind::UpDownCounter, Kind::ObservableCounter, Kind::ObservableUpDownCounter];
    let mut units = vec!["1", "By", "{request}", "s", "ms", "By/s", "{request}/s", "{re`q|u}", "kW.h", "m3"];
    if !sum.contains(&kind) {
        units.extend(["%", "Cel", "Hz"]);
    }
    proptest::sample::select(units)
}

/// A metric with some of the fields.
fn metric(fields: Vec<(Field, bool)>) -> impl Strategy<Value = Descriptor> {
    let chosen = prop::collection::vec(any::<(bool, bool)>(), fields.len());
    let kind = proptest::sample::select(&KINDS[..]);
    (kind, chosen, text(), any::<bool>(), prop::option::of(1..5000_usize))
        .prop_flat_map(|all| (unit(all.0), Just(all)))
        .prop_map(move |(unit, (kind, chosen, description, integer, limit))| {
            let mut metric = descriptor(kind);
            let chosen = fields.iter().zip(chosen).filter(|(_, (is, _))| *is);
            let chosen: Vec<_> =
                chosen.map(|((field, closed), (_, required))| (field.required(required), *closed)).collect();
            metric.unit = unit;
            metric.description = kept(description.into_boxed_str());
            metric.form = if integer { Form::Integer } else { Form::Float };
            metric.cardinality = cardinality(&chosen);
            let least = metric.cardinality.unwrap_or(1);
            metric.cardinality_limit = limit.filter(|limit| *limit >= least);
            metric.attributes = kept(chosen.into_iter().map(|(field, _)| field).collect());
            metric
        })
}

fn cardinality(fields: &[(Field, bool)]) -> Option<usize> {
    fields.iter().try_fold(1, |sets, (field, closed)| {
        let values = match field.ty {
            ValueType::Bool => 2,
            ValueType::String if *closed => field.members.len(),
            _ => return None,
        };
        Some(sets * (values + usize::from(!field.required)))
    })
}

fn catalog() -> impl Strategy<Value = Catalog> {
    fields().prop_flat_map(|fields| prop::collection::vec(metric(fields), 0..5)).prop_map(|mut metrics| {
        for (i, metric) in metrics.iter_mut().enumerate() {
            metric.name = kept(format!("shop.m{i}_x-y/z").into_boxed_str());
        }
        Catalog::new(kept(metrics.into_boxed_slice()))
    })
}

fn read(name: &str, weaver: &Weaver) -> Registry {
    Registry::read(folder(name, &weaver.files())).unwrap_or_else(|problems| panic!("{problems}\n{}", weaver.metrics))
}

fn kind(metric: &MetricDefinition) -> InstrumentKind {
    match (metric.instrument, metric.declared.observable) {
        (DefinedInstrument::Counter, false) => InstrumentKind::Counter,
        (DefinedInstrument::UpDownCounter, false) => InstrumentKind::UpDownCounter,
        (DefinedInstrument::Gauge, false) => InstrumentKind::Gauge,
        (DefinedInstrument::Counter, true) => InstrumentKind::ObservableCounter,
        (DefinedInstrument::UpDownCounter, true) => InstrumentKind::ObservableUpDownCounter,
        (DefinedInstrument::Gauge, true) => InstrumentKind::ObservableGauge,
        _ => InstrumentKind::Histogram,
    }
}

fn ty(ty: &Type) -> (ValueType, Vec<&str>) {
    let plain = match ty {
        Type::Boolean => ValueType::Bool,
        Type::Booleans => ValueType::Bools,
        Type::Int => ValueType::Int,
        Type::Ints => ValueType::Ints,
        Type::Double => ValueType::Double,
        Type::Doubles => ValueType::Doubles,
        Type::Strings => ValueType::Strings,
        Type::Any => ValueType::Any,
        Type::Members(members) => {
            return (ValueType::String, members.iter().map(|(_, value)| value.as_str()).collect());
        }
        _ => ValueType::String,
    };
    (plain, Vec::new())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_catalogue_comes_back_as_it_was(catalog in catalog()) {
        let registry = read("round-trip", &catalog.to_weaver(URL));
        prop_assert_eq!(&registry.schema_url, URL);
        prop_assert_eq!(registry.metrics.len(), catalog.metrics().len());
        for declared in catalog.metrics() {
            let metric = &registry.metrics[declared.name];
            prop_assert_eq!(kind(metric), declared.kind);
            prop_assert_eq!(&*metric.unit, declared.unit);
            prop_assert_eq!(metric.number == Some(DefinedNumber::Int), declared.form == Form::Integer);
            prop_assert_eq!(&*metric.brief, declared.description);
            prop_assert_eq!(metric.declared.boundaries.as_deref().unwrap_or_default(), &*declared.boundaries);
            prop_assert_eq!(metric.declared.exponential, declared.exponential);
            prop_assert_eq!(metric.declared.cardinality_limit, declared.cardinality_limit);
            let keys: Vec<_> = metric.attributes.keys().map(String::as_str).collect();
            prop_assert_eq!(keys, declared.attributes.iter().map(|field| field.key).collect::<Vec<_>>());
            let mut fields = Vec::new();
            for field in declared.attributes {
                let attribute = &registry.attributes[field.key];
                prop_assert_eq!(ty(&attribute.ty), (field.ty, field.members.to_vec()));
                prop_assert_eq!(metric.attributes[field.key].level == RequirementLevel::Required, field.required);
                prop_assert_eq!(attribute.closed || attribute.ty == Type::Boolean, !field.open);
                fields.push((*field, attribute.closed));
            }
            prop_assert_eq!(cardinality(&fields), declared.cardinality);
        }
        // And what was read can be written as code, if no rule of declarations is against it.
        if let Err(problems) = registry.to_code() {
            let text = problems.to_string();
            prop_assert!(problems.iter().all(|problem| problem.message.contains("the unit `{re`q|u}`")), "{}", text);
        }
    }
}

#[derive(Clone, Copy, Attributes)]
struct Answered {
    #[attribute(key = "http.response.status_code")]
    status: u16,
}

#[derive(Clone, Copy, Attributes)]
struct Classed<'a> {
    #[attribute(key = "http.response.status_code")]
    status: &'a str,
}

#[test]
fn a_key_of_the_conventions_comes_back_with_the_types_of_all_metrics() {
    const ANSWERS: Metric<Counter<u64, One, Answered>> =
        Meter::counter::<u64>().unit::<One>().name("shop.answers").attributes::<Answered>();
    const CLASSES: Metric<Counter<u64, One, Classed<'static>>> =
        Meter::counter::<u64>().unit::<One>().name("shop.classes").attributes::<Classed>();
    let ty = |name: &str, catalog: Catalog| {
        let registry = read(name, &catalog.to_weaver(URL));
        assert!(registry.to_code().is_ok());
        registry.attributes["http.response.status_code"].ty.clone()
    };
    assert_eq!(ty("conventions-theirs", meterstick::catalog![ANSWERS]), Type::Int);
    assert_eq!(ty("conventions-ours", meterstick::catalog![CLASSES]), Type::String);
    assert_eq!(ty("conventions-both", meterstick::catalog![ANSWERS, CLASSES]), Type::Any);
}
