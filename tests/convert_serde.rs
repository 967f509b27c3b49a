//! What `serde` can show, as attributes and as a log's values: on the wire, by the specification's mapping.

use std::collections::{BTreeMap, HashMap};

use meterstick::convert::serde::{Reason, any_value, attributes, value};
use meterstick::{AttributeValue, Attributes};
use opentelemetry_proto::tonic::common::v1::any_value::Value as Wire;
use opentelemetry_proto::tonic::common::v1::{AnyValue, ArrayValue};
use proptest::prelude::*;
use prost::Message;
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

/// Encoded and decoded again.
fn on_the_wire(value: impl Into<AnyValue>) -> Wire {
    let bytes = value.into().encode_to_vec();
    AnyValue::decode(&*bytes).expect("what was encoded can be decoded").value.expect("a value is there")
}

fn wire_attributes<T: Serialize>(prefix: &str, of: &T) -> BTreeMap<String, Wire> {
    let list = attributes(prefix, of).unwrap();
    let len = list.len();
    let map: BTreeMap<_, _> = list.into_iter().map(|one| (one.key.to_string(), on_the_wire(one.value))).collect();
    assert_eq!(map.len(), len, "each key is there once");
    map
}

fn refused<T: Serialize>(prefix: &str, of: &T) -> (Reason, String) {
    let error = attributes(prefix, of).unwrap_err();
    (error.reason().clone(), error.to_string())
}

// Any value, and what the specification makes of it.

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

// What both a derive and `serde` accept.

#[derive(Clone, Debug, AttributeValue, serde::Serialize)]
#[attribute(rename_all = "SCREAMING-KEBAB-CASE")]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
enum Method {
    Get,
    PostAll,
}

#[derive(Clone, Debug, AttributeValue, serde::Serialize)]
struct Status(u16);

#[derive(Clone, Debug, Attributes, serde::Serialize)]
#[attributes(prefix = "http")]
struct Served {
    #[attribute(key = "request.method")]
    #[serde(rename = "request.method")]
    method: Method,
    status: Option<Status>,
    body: u64,
    wide: i128,
    share: f32,
    seconds: f64,
    ok: bool,
    mark: char,
    route: String,
    peer: std::net::Ipv4Addr,
    #[attribute(skip)]
    #[serde(skip)]
    _secret: u8,
}

#[derive(Clone, Debug, Attributes, serde::Serialize)]
#[attributes(prefix = "http")]
struct Arrays {
    methods: Vec<Method>,
    codes: Vec<Status>,
    wide: Vec<u64>,
    floats: [f64; 2],
    texts: Vec<String>,
    flags: Option<Vec<bool>>,
}

#[derive(Clone, Debug, Attributes, serde::Serialize)]
#[attributes(prefix = "http")]
struct Flattened {
    #[attribute(flatten)]
    #[serde(flatten)]
    inner: Inner,
    z: i8,
}

#[derive(Clone, Debug, Attributes, serde::Serialize)]
struct Inner {
    #[attribute(key = "http.a")]
    a: u64,
    #[attribute(key = "http.b")]
    b: Option<bool>,
}

fn agree<T: Attributes + Serialize>(set: &T) -> Result<(), TestCaseError> {
    let derived: BTreeMap<_, _> =
        set.key_values().into_iter().map(|one| (one.key.to_string(), on_the_wire(one.value))).collect();
    prop_assert_eq!(derived, wire_attributes("http", set));
    Ok(())
}

prop_compose! {
    fn served()(
        method in prop_oneof![Just(Method::Get), Just(Method::PostAll)],
        status in any::<Option<u16>>(), body in any::<u64>(), wide in any::<i128>(),
        share in any::<f32>(), bits in any::<u64>(), ok in any::<bool>(), mark in any::<char>(),
        route in ".{0,4}", peer in any::<[u8; 4]>(),
    ) -> Served {
        Served {
            method, status: status.map(Status), body, wide, share, seconds: f64::from_bits(bits), ok, mark, route,
            peer: peer.into(), _secret: 0,
        }
    }
}

proptest! {
    #[test]
    fn derive_and_serde_agree_on_primitives(set in served()) {
        agree(&set)?;
    }

    #[test]
    fn derive_and_serde_agree_on_arrays(
        codes in prop::collection::vec(any::<u16>(), 0..3),
        wide in prop::collection::vec(any::<u64>(), 0..3),
        floats in prop_oneof![any::<[f64; 2]>(), Just([f64::NAN, f64::INFINITY]), Just([-0.0, 1.0])],
        texts in prop::collection::vec(".{0,3}", 0..3),
        flags in prop::option::of(prop::collection::vec(any::<bool>(), 0..3)),
        posts in 0..3_usize,
    ) {
        let codes = codes.into_iter().map(Status).collect();
        agree(&Arrays { methods: vec![Method::PostAll; posts], codes, wide, floats, texts, flags })?;
    }

    #[test]
    fn derive_and_serde_agree_on_flattened_sets(a in any::<u64>(), b in any::<Option<bool>>(), z in any::<i8>()) {
        agree(&Flattened { inner: Inner { a, b }, z })?;
    }
}

// The shapes of `serde` that are no data of their own.

#[derive(serde::Serialize)]
#[serde(rename_all = "snake_case")]
enum Event {
    Idle,
    Paid(u32),
    Moved { x: i8, y: Option<i8> },
    Named(&'static str, bool),
}

#[test]
fn a_variant_is_its_name_and_its_fields_are_dotted() {
    let texts = |event| -> Vec<_> {
        attributes("event", &event).unwrap().iter().map(|one| format!("{}={}", one.key, one.value)).collect()
    };
    assert_eq!(texts(Event::Idle), ["event=idle"]);
    assert_eq!(texts(Event::Paid(5)), ["event.paid=5"]);
    assert_eq!(texts(Event::Moved { x: 1, y: None }), ["event.moved.x=1"]);
    assert_eq!(texts(Event::Named("a", true)), [r#"event.named=["a",true]"#]);
    let list = value(&[Event::Idle, Event::Paid(5), Event::Moved { x: 1, y: None }]).unwrap().unwrap();
    assert_eq!(list.as_str(), r#"["idle",{"paid":5},{"moved":{"x":1,"y":null}}]"#);
}

#[test]
fn no_variant_is_lost() {
    #[derive(serde::Serialize)]
    enum State {
        Placed(Option<u8>),
        Paid(()),
        Sent { at: Option<u8> },
        Gone {},
        Nested(Box<State>),
        Listed(Vec<u8>),
        Mapped(BTreeMap<&'static str, u8>),
    }
    use State::{Gone, Listed, Mapped, Nested, Paid, Placed, Sent};
    let texts = |state: &State| -> Vec<_> {
        attributes("order", state).unwrap().iter().map(|one| format!("{}={}", one.key, one.value)).collect()
    };
    assert_eq!(texts(&Placed(None)), ["order=Placed"]);
    assert_eq!(texts(&Placed(Some(5))), ["order.Placed=5"]);
    assert_eq!(texts(&Paid(())), ["order=Paid"]);
    assert_eq!(texts(&Sent { at: None }), ["order=Sent"]);
    assert_eq!(texts(&Gone {}), ["order=Gone"]);
    assert_eq!(texts(&Nested(Box::new(Placed(None)))), ["order.Nested=Placed"]);
    assert_eq!(texts(&Nested(Box::new(Nested(Box::new(Gone {}))))), ["order.Nested.Nested=Gone"]);
    assert_eq!(texts(&Listed(vec![])), ["order.Listed=[]"]);
    assert_eq!(texts(&Mapped(BTreeMap::new())), ["order.Mapped={}"]);
    assert_eq!(refused("", &Placed(None)).0, Reason::EmptyKey);

    #[derive(serde::Serialize)]
    struct Order {
        state: State,
        result: Result<(), u8>,
        states: [State; 2],
    }
    let order = Order { state: Placed(None), result: Ok(()), states: [Paid(()), Placed(Some(1))] };
    let list: Vec<_> = attributes("", &order).unwrap().iter().map(|one| format!("{}={}", one.key, one.value)).collect();
    assert_eq!(list, ["state=Placed", "result=Ok", r#"states=[{"Paid":null},{"Placed":1}]"#]);

    use opentelemetry::logs::AnyValue;
    let map = |entries: Vec<(&'static str, AnyValue)>| {
        AnyValue::Map(Box::new(entries.into_iter().map(|(key, value)| (key.into(), value)).collect()))
    };
    let log = |state: &State| any_value(state).unwrap().unwrap();
    assert_eq!(log(&Placed(None)), "Placed".into());
    assert_eq!(log(&Paid(())), "Paid".into());
    assert_eq!(log(&Placed(Some(5))), map(vec![("Placed", AnyValue::Int(5))]));
    assert_eq!(log(&Sent { at: None }), map(vec![("Sent", map(vec![]))]));
    assert_eq!(log(&Nested(Box::new(Paid(())))), map(vec![("Nested", "Paid".into())]));
}

#[test]
fn bytes_are_bytes_only_if_they_say_so() {
    assert_eq!(value(serde_bytes::Bytes::new(b"hello world")).unwrap(), Some("aGVsbG8gd29ybGQ=".into()));
    assert_eq!(value(&b"hi".to_vec()).unwrap(), Some(opentelemetry::Value::Array(vec![104, 105].into())));
}

#[test]
fn what_does_not_display_is_refused() {
    struct Halting;

    impl std::fmt::Display for Halting {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }

    impl serde::Serialize for Halting {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    assert!(value(&Halting).is_err());
}

#[test]
fn a_maps_keys_are_texts_and_distinct() {
    let map = value(&BTreeMap::from([(1, true), (-2, false)])).unwrap().unwrap();
    assert_eq!(map.as_str(), r#"{"-2":false,"1":true}"#);
    let (reason, message) = refused("p", &BTreeMap::from([(vec![1], 1)]));
    assert_eq!(reason, Reason::KeyHasNoText);
    assert_eq!(
        message,
        "a map's key must be a string, a number, a bool or a variant without fields: one in the value is not"
    );

    #[derive(serde::Serialize, PartialEq, Eq, PartialOrd, Ord)]
    #[serde(untagged)]
    enum Id {
        Number(u8),
        Text(&'static str),
    }
    let (reason, message) = refused("p", &BTreeMap::from([(Id::Number(1), 1), (Id::Text("1"), 2)]));
    assert_eq!((reason, &*message), (Reason::DuplicateKey, "keys must be distinct: `1` occurs twice"));
}

/// A value that contains itself, if it is told to.
struct Ring {
    own: std::cell::RefCell<Option<std::rc::Rc<Ring>>>,
    by: By,
}

#[derive(Clone, Copy, Debug)]
enum By {
    Some,
    Newtype,
    KeyOfSomes,
    KeyOfNewtypes,
}

impl Ring {
    fn closed(by: By) -> std::rc::Rc<Self> {
        let ring = std::rc::Rc::new(Self { own: Default::default(), by });
        *ring.own.borrow_mut() = Some(std::rc::Rc::clone(&ring));
        ring
    }
}

impl Serialize for Ring {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let own = self.own.borrow();
        let own: &Ring = own.as_ref().unwrap();
        match self.by {
            By::Some => serializer.serialize_some(own),
            By::Newtype => serializer.serialize_newtype_struct("Ring", own),
            By::KeyOfSomes | By::KeyOfNewtypes => {
                struct Key<'a>(&'a Ring);
                impl Serialize for Key<'_> {
                    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                        match self.0.by {
                            By::KeyOfSomes => serializer.serialize_some(self),
                            _ => serializer.serialize_newtype_struct("Key", self),
                        }
                    }
                }
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry(&Key(own), &1)?;
                map.end()
            }
        }
    }
}

#[test]
fn a_value_that_contains_itself_is_too_deep() {
    for by in [By::Some, By::Newtype, By::KeyOfSomes, By::KeyOfNewtypes] {
        let ring = Ring::closed(by);
        assert_eq!(value(&*ring).unwrap_err().reason(), &Reason::TooDeep, "{by:?}");
        assert_eq!(refused("p", &*ring).0, Reason::TooDeep, "{by:?}");
        *ring.own.borrow_mut() = None;
    }
}

#[test]
fn what_breaks_a_law_is_refused_and_says_where() {
    #[derive(serde::Serialize)]
    struct Meets {
        a: Dotted,
        #[serde(rename = "a.b")]
        ab: u8,
    }
    #[derive(serde::Serialize)]
    struct Dotted {
        b: u8,
    }
    let meets = Meets { a: Dotted { b: 1 }, ab: 2 };
    assert_eq!(refused("p", &meets).1, "keys must be distinct: `p.a.b` occurs twice");
    assert_eq!(refused("", &5).0, Reason::EmptyKey);
    assert_eq!(refused("p.", &meets).0, Reason::PrefixIsNoName);

    #[derive(serde::Serialize)]
    struct Linked(Option<Box<Linked>>);
    let mut linked = Linked(None);
    for _ in 0..1000 {
        linked = Linked(Some(Box::new(linked)));
    }
    assert_eq!(refused("p", &linked).0, Reason::TooDeep);

    #[derive(serde::Serialize)]
    struct Nest(Vec<Nest>);
    let nested = |levels| (0..levels).fold(Nest(vec![]), |inner, _| Nest(vec![inner]));
    // A newtype and a sequence are a level each.
    assert!(value(&nested(63)).is_ok());
    assert_eq!(value(&nested(64)).unwrap_err().reason(), &Reason::TooDeep);

    #[derive(serde::Serialize)]
    struct Fails {
        #[serde(serialize_with = "fails")]
        inner: u8,
    }
    fn fails<S: Serializer>(_: &u8, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("it is broken"))
    }
    assert_eq!(refused("p", &Fails { inner: 0 }).1, "`inner` does not serialize: it is broken");
}

#[test]
fn the_path_of_an_error_has_the_names_of_variants() {
    #[derive(serde::Serialize)]
    enum Event {
        Struct {
            bad: Bad,
        },
        Tuple(u8, Bad),
        Newtype(Bad),
        Inner {
            list: Vec<Event>,
        },
        #[serde(untagged)]
        Untagged {
            bad: Bad,
        },
    }
    struct Bad;
    impl Serialize for Bad {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("it is broken"))
        }
    }
    let path = |event: &Event| {
        let error = attributes("k", event).unwrap_err();
        assert_eq!(error.to_string(), format!("`{}` does not serialize: it is broken", error.path()));
        error.path().to_owned()
    };
    assert_eq!(path(&Event::Struct { bad: Bad }), "Struct.bad");
    assert_eq!(path(&Event::Tuple(1, Bad)), "Tuple.1");
    assert_eq!(path(&Event::Newtype(Bad)), "Newtype");
    assert_eq!(path(&Event::Inner { list: vec![Event::Tuple(1, Bad)] }), "Inner.list.0.Tuple.1");
    // Its name is in no attribute.
    assert_eq!(path(&Event::Untagged { bad: Bad }), "bad");

    #[derive(serde::Serialize)]
    enum Twice {
        Same {
            #[serde(rename = "x")]
            a: u8,
            #[serde(rename = "x")]
            b: u8,
        },
    }
    let twice = Twice::Same { a: 1, b: 2 };
    assert_eq!(refused("k", &twice).1, "keys must be distinct: `Same.x` occurs twice");

    #[derive(serde::Serialize)]
    enum Deep {
        Field { f: Option<Box<Deep>> },
        Tuple(u8, Option<Box<Deep>>),
    }
    let nested =
        |wrap: fn(Option<Box<Deep>>) -> Deep| (0..200).fold(wrap(None), |inner, _| wrap(Some(Box::new(inner))));
    // The variant and its `Some` are a level each.
    let deeper = |name: &str| format!("a value may be at most 128 levels deep: `{}` is deeper", [name; 64].join("."));
    assert_eq!(refused("k", &nested(|f| Deep::Field { f })), (Reason::TooDeep, deeper("Field.f")));
    assert_eq!(refused("k", &nested(|f| Deep::Tuple(1, f))), (Reason::TooDeep, deeper("Tuple.1")));
}
