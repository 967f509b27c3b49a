//! Any value, and what the specification makes of it.

use std::collections::{BTreeMap, HashMap};

use meterstick::convert::serde::{Reason, any_value, value};
use opentelemetry_proto::tonic::common::v1::ArrayValue;
use opentelemetry_proto::tonic::common::v1::any_value::Value as Wire;
use proptest::prelude::*;
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::{on_the_wire, refused, wire_attributes};

#[derive(Clone, Debug)]
enum Any {
    Null,
    Bool(bool),
    Int(i128),
    Float(f64),
    Text(String),
    Bytes(Vec<u8>),
    List(Vec<Any>),
    Map(BTreeMap<String, Any>),
    Struct(Vec<(&'static str, Any)>),
}

impl Serialize for Any {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Int(value) => serializer.serialize_i128(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Bytes(bytes) => serializer.serialize_bytes(bytes),
            Self::List(list) => list.serialize(serializer),
            Self::Map(map) => {
                let mut all = serializer.serialize_map(None)?;
                for (key, value) in map {
                    all.serialize_entry(key, value)?;
                }
                all.end()
            }
            Self::Struct(fields) => {
                let mut all = serializer.serialize_struct("Any", fields.len())?;
                for (name, value) in fields {
                    all.serialize_field(name, value)?;
                }
                all.end()
            }
        }
    }
}

fn anything() -> impl Strategy<Value = Any> {
    let integer = prop_oneof![
        (-2..3_i128).prop_map(|by| by),
        (-2..3_i128).prop_map(|by| i128::from(i64::MAX) + by),
        (-2..3_i128).prop_map(|by| i128::from(i64::MIN) + by),
        Just(i128::MAX),
    ];
    let float = prop_oneof![
        Just(-0.0),
        Just(1.0),
        Just(f64::NAN),
        Just(f64::INFINITY),
        Just(f64::NEG_INFINITY),
        any::<u64>().prop_map(f64::from_bits),
    ];
    let leaf = prop_oneof![
        Just(Any::Null),
        any::<bool>().prop_map(Any::Bool),
        integer.prop_map(Any::Int),
        float.prop_map(Any::Float),
        "[a\"\\\\\n\u{1}é]{0,3}".prop_map(Any::Text),
        prop::collection::vec(any::<u8>(), 0..5).prop_map(Any::Bytes),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let field = (prop::sample::select(&["a", "b", "c"][..]), inner.clone());
        let fields = prop::collection::vec(field, 0..4).prop_map(|mut fields| {
            fields.sort_by_key(|field| field.0);
            fields.dedup_by_key(|field| field.0);
            Any::Struct(fields)
        });
        let same = (inner.clone(), 0..4_usize).prop_map(|(one, times)| Any::List(vec![one; times]));
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Any::List),
            same,
            prop::collection::btree_map("[a-c.]{1,2}", inner, 0..4).prop_map(Any::Map),
            fields,
        ]
    })
}

/// Written from the right: bits are taken from one large number.
fn base64(bytes: &[u8]) -> String {
    let mut bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    while bits.len() % 6 != 0 {
        bits.push('0');
    }
    let digit = |six: &str| match u8::from_str_radix(six, 2).unwrap() {
        n @ 0..26 => b'A' + n,
        n @ 26..52 => b'a' + n - 26,
        n @ 52..62 => b'0' + n - 52,
        62 => b'+',
        _ => b'/',
    };
    let mut text: String =
        bits.as_bytes().chunks(6).map(|six| char::from(digit(std::str::from_utf8(six).unwrap()))).collect();
    while text.len() % 4 != 0 {
        text.push('=');
    }
    text
}

/// As it is within JSON (*Common, `AnyValue` representation for non-OTLP protocols*).
fn json(any: &Any) -> serde_json::Value {
    match any {
        Any::Null => serde_json::Value::Null,
        Any::Bool(value) => (*value).into(),
        Any::Int(value) => i64::try_from(*value).map_or_else(|_| value.to_string().into(), Into::into),
        Any::Float(value) if value.is_nan() => "NaN".into(),
        Any::Float(value) if value.is_infinite() => if *value > 0.0 { "Infinity" } else { "-Infinity" }.into(),
        Any::Float(value) => (*value + 0.0).into(),
        Any::Text(text) => text.as_str().into(),
        Any::Bytes(bytes) => base64(bytes).into(),
        Any::List(list) => list.iter().map(json).collect(),
        Any::Map(map) => map.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
        Any::Struct(fields) => fields.iter().map(|(key, value)| (key.to_string(), json(value))).collect(),
    }
}

fn is_json(wire: &Wire, any: &Any) -> bool {
    matches!(wire, Wire::StringValue(text) if serde_json::from_str::<serde_json::Value>(text).unwrap() == json(any))
}

fn elements(array: &ArrayValue) -> impl Iterator<Item = &Wire> {
    array.values.iter().map(|value| value.value.as_ref().expect("an element is there"))
}

/// Whether that is the value of a log which the specification wants (*Common, mapping to `AnyValue`*).
fn is_mapped(wire: &Wire, any: &Any) -> bool {
    match (any, wire) {
        (Any::Bool(value), Wire::BoolValue(wire)) => value == wire,
        (Any::Int(value), Wire::IntValue(wire)) => *value == i128::from(*wire),
        (Any::Int(value), Wire::StringValue(digits)) => i64::try_from(*value).is_err() && *digits == value.to_string(),
        (Any::Float(value), Wire::DoubleValue(wire)) => value.to_bits() == wire.to_bits(),
        (Any::Text(text), Wire::StringValue(wire)) => text == wire,
        (Any::Bytes(bytes), Wire::BytesValue(wire)) => bytes == wire,
        (Any::List(list), Wire::ArrayValue(array)) => {
            list.len() == array.values.len() && list.iter().zip(elements(array)).all(|(any, wire)| is_mapped(wire, any))
        }
        (Any::List(list), wire) => list.iter().any(|any| matches!(any, Any::Null)) && is_json(wire, any),
        (Any::Map(_) | Any::Struct(_), Wire::KvlistValue(wire)) => {
            let entries: Vec<(&str, &Any)> = match any {
                Any::Map(map) => map.iter().map(|(key, any)| (key.as_str(), any)).collect(),
                Any::Struct(fields) => fields.iter().map(|(key, any)| (*key, any)).collect(),
                _ => unreachable!(),
            };
            let present: HashMap<_, _> = entries.into_iter().filter(|(_, any)| !matches!(any, Any::Null)).collect();
            present.len() == wire.values.len()
                && wire.values.iter().all(|one| {
                    let found = one.value.as_ref().and_then(|value| value.value.as_ref());
                    present.get(one.key.as_str()).zip(found).is_some_and(|(any, wire)| is_mapped(wire, any))
                })
        }
        _ => false,
    }
}

/// Whether that is the value of an attribute: the mapping, as far as the API's attributes carry it.
fn is_attribute(wire: &Wire, any: &Any) -> bool {
    match any {
        Any::Null => false,
        Any::Float(value) if value.is_nan() => *wire == Wire::StringValue("NaN".into()),
        Any::Float(value) if *value == 0.0 => matches!(wire, Wire::DoubleValue(wire) if wire.to_bits() == 0),
        Any::Bytes(bytes) => *wire == Wire::StringValue(base64(bytes)),
        Any::List(list) => {
            // By what each element is alone.
            let same = |is: fn(&Any) -> bool| list.iter().all(is);
            let homogeneous = same(|any| matches!(any, Any::Bool(_)))
                || same(|any| matches!(any, Any::Int(i) if i64::try_from(*i).is_ok()))
                || same(|any| matches!(any, Any::Int(i) if i64::try_from(*i).is_err()))
                || same(|any| matches!(any, Any::Float(f) if !f.is_nan()))
                || same(|any| matches!(any, Any::Float(f) if f.is_nan()))
                || same(|any| matches!(any, Any::Text(_) | Any::Bytes(_)));
            match wire {
                Wire::ArrayValue(array) if homogeneous => {
                    list.len() == array.values.len()
                        && list.iter().zip(elements(array)).all(|(any, wire)| is_attribute(wire, any))
                }
                _ => !homogeneous && is_json(wire, any),
            }
        }
        Any::Map(_) | Any::Struct(_) => is_json(wire, any),
        other => is_mapped(wire, other),
    }
}

/// The attributes that a struct or map has, each with its key.
fn dotted(prefix: &str, any: &Any) -> Vec<(String, Any)> {
    let join = |key: &str| if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
    match any {
        Any::Struct(fields) => fields.iter().flat_map(|(key, any)| dotted(&join(key), any)).collect(),
        Any::Null => vec![],
        other => vec![(prefix.to_owned(), other.clone())],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_logs_value_is_the_specifications_mapping(any in anything()) {
        match any_value(&any).unwrap() {
            None => prop_assert!(matches!(any, Any::Null)),
            Some(converted) => {
                let wire = on_the_wire(converted);
                prop_assert!(is_mapped(&wire, &any), "{wire:?}");
            }
        }
    }

    #[test]
    fn an_attributes_value_is_the_mapping_as_far_as_attributes_carry_it(any in anything()) {
        match value(&any).unwrap() {
            None => prop_assert!(matches!(any, Any::Null)),
            Some(converted) => {
                let wire = on_the_wire(converted);
                prop_assert!(is_attribute(&wire, &any), "{wire:?}");
            }
        }
    }

    #[test]
    fn attributes_are_dotted_and_none_is_lost(any in anything(), prefix in "[ab]?") {
        let expected = match &any {
            Any::Map(map) => dotted(&prefix, &Any::Struct(vec![])).into_iter().chain(map.iter().flat_map(|(key, any)| {
                dotted(&if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") }, any)
            })).collect(),
            any => dotted(&prefix, any),
        };
        let mut keys: Vec<_> = expected.iter().map(|(key, _)| key).collect();
        keys.sort();
        let distinct = keys.windows(2).all(|two| two[0] != two[1]);
        if keys.iter().any(|key| key.is_empty()) {
            prop_assert_eq!(refused(&prefix, &any).0, Reason::EmptyKey);
        } else if !distinct {
            prop_assert_eq!(refused(&prefix, &any).0, Reason::DuplicateKey);
        } else {
            let wire = wire_attributes(&prefix, &any);
            prop_assert_eq!(wire.len(), expected.len());
            for (key, any) in &expected {
                prop_assert!(is_attribute(&wire[key], any), "{}: {:?}", key, wire[key]);
            }
        }
    }
}
