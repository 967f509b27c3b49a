//! Sets of attributes: keys, their order, what is left out, and the number of each set.

use std::fmt;
#[cfg(feature = "internal-logs")]
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use meterstick::{AttributeValue, Attributes, Element, Field, KeyRef, ValueRef, ValueType, Visit};
use opentelemetry::{KeyValue, Value};

#[cfg(feature = "internal-logs")]
#[path = "it/listener.rs"]
mod listener;

#[cfg(feature = "internal-logs")]
use listener::Listener;

#[derive(Clone, Copy, Debug, PartialEq, AttributeValue)]
#[attribute(rename_all = "UPPERCASE")]
enum Method {
    Get,
    Post,
    Put,
}

const METHODS: [Method; 3] = [Method::Get, Method::Post, Method::Put];
const BOOLS: [bool; 2] = [false, true];

fn keys<A: Attributes>() -> Vec<&'static str> {
    A::FIELDS.iter().map(|field| field.key).collect()
}

/// Each set has its own slot, and there is a set for each slot.
#[track_caller]
fn assert_bijection<A: Attributes>(sets: impl IntoIterator<Item = A>) {
    let mut slots: Vec<usize> = sets.into_iter().map(|set| set.slot()).collect();
    slots.sort_unstable();
    let all: Vec<usize> = (0..A::CARDINALITY.expect("a closed set")).collect();
    assert_eq!(slots, all);
}

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "http")]
struct Served<'a> {
    #[attribute(key = "route")]
    path: &'a str,
    #[attribute(key = "request.method")]
    method: Method,
    #[attribute(rename = "a")]
    error: Option<bool>,
    #[attribute(skip)]
    _started: u64,
    r#type: u8,
}

#[test]
fn a_set_is_the_list_that_one_would_write_by_hand() {
    let served = Served { path: "/cart", method: Method::Post, error: Some(true), _started: 7, r#type: 3 };
    let by_hand = vec![
        KeyValue::new("http.a", true),
        KeyValue::new("http.request.method", "POST"),
        KeyValue::new("http.route", "/cart"),
        KeyValue::new("http.type", 3),
    ];
    assert_eq!(served.key_values(), by_hand);

    let without = Served { error: None, ..served };
    assert_eq!(without.key_values(), by_hand[1..]);
}

#[test]
fn fields_are_the_set_as_data() {
    let open = |key| matches!(key, "http.route" | "http.type");
    let field = |key, ty, required, members| Field::new(key, ty).required(required).members(members).open(open(key));
    assert_eq!(
        Served::FIELDS,
        [
            field("http.a", ValueType::Bool, false, &[]),
            field("http.request.method", ValueType::String, true, &["GET", "POST", "PUT"]),
            field("http.route", ValueType::String, true, &[]),
            field("http.type", ValueType::Int, true, &[]),
        ]
    );
}

#[test]
fn a_set_is_recorded_with_any_lifetime() {
    fn list<A: Attributes>(set: A::With<'_>) -> Vec<KeyValue> {
        set.key_values()
    }
    let path = String::from("/cart");
    let served = Served { path: &path, method: Method::Put, error: None, _started: 0, r#type: 0 };
    assert_eq!(list::<Served<'static>>(served)[1], KeyValue::new("http.route", "/cart"));
}

#[derive(Attributes)]
#[attributes(rename_all = "camelCase", prefix = "App.v2")]
struct Renamed {
    two_words: bool,
    one: bool,
    #[attribute(key = "Kept_as.Given")]
    third: bool,
}

#[test]
fn a_key_is_written_by_the_rule_or_as_it_is_given() {
    // In the order of bytes: capitals first.
    assert_eq!(keys::<Renamed>(), ["App.v2.Kept_as.Given", "App.v2.one", "App.v2.twoWords"]);
    let set = Renamed { two_words: true, one: false, third: true };
    let values: Vec<Value> = set.key_values().into_iter().map(|attribute| attribute.value).collect();
    assert_eq!(values, [Value::Bool(true), Value::Bool(false), Value::Bool(true)]);
}

macro_rules! cases {
    ($($set:ident $rule:literal $key:literal;)*) => {
        #[test]
        fn every_case_rule_is_known() {
            $({
                #[derive(Attributes)]
                #[attributes(rename_all = $rule)]
                struct $set { some_key: bool }
                assert_eq!(keys::<$set>(), [$key]);
                // Within a macro too, the field is found.
                assert_eq!($set { some_key: true }.slot(), 1);
            })*
        }
    };
}

cases! {
    Snake "snake_case" "some_key";
    Camel "camelCase" "someKey";
    Kebab "kebab-case" "some-key";
    Pascal "PascalCase" "SomeKey";
    ScreamingSnake "SCREAMING_SNAKE_CASE" "SOME_KEY";
    ScreamingKebab "SCREAMING-KEBAB-CASE" "SOME-KEY";
    Lower "lowercase" "some_key";
    Upper "UPPERCASE" "SOME_KEY";
}

struct Version(u8, u8);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

#[derive(Attributes)]
struct Displayed<'a> {
    #[attribute(display)]
    version: Version,
    #[attribute(display)]
    old: Option<Version>,
    #[attribute(display)]
    by: &'a dyn fmt::Display,
}

#[test]
fn a_displayed_field_is_the_string_that_it_displays() {
    let set = Displayed { version: Version(1, 2), old: None, by: &3 };
    assert_eq!(set.key_values(), [KeyValue::new("by", "3"), KeyValue::new("version", "1.2")]);
    let set = Displayed { old: Some(Version(0, 9)), ..set };
    assert_eq!(set.key_values()[1], KeyValue::new("old", "0.9"));
    assert_eq!(Displayed::CARDINALITY, None);
    let required: Vec<bool> = Displayed::FIELDS.iter().map(|field| field.required).collect();
    assert_eq!(required, [true, false, true]);
}

#[derive(Clone, Copy, Attributes)]
struct Closed {
    z: bool,
    method: Method,
    error: Option<Method>,
}

fn closed_sets() -> impl Iterator<Item = Closed> {
    let errors = [None, Some(Method::Get), Some(Method::Post), Some(Method::Put)];
    BOOLS.into_iter().flat_map(move |z| {
        METHODS.into_iter().flat_map(move |method| errors.into_iter().map(move |error| Closed { z, method, error }))
    })
}

#[test]
fn a_closed_set_has_a_slot_for_each_value() {
    assert_eq!(Closed::CARDINALITY, Some(2 * 3 * 4));
    assert_bijection(closed_sets());
}

#[derive(Clone, Copy, Attributes)]
struct Flat {
    #[attribute(flatten)]
    second: Closed,
    y: Option<bool>,
    #[attribute(flatten)]
    first: Tail,
    b: bool,
}

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "a")]
struct Tail {
    end: Method,
}

#[test]
fn flattened_sets_come_after_as_they_were_declared() {
    assert_eq!(keys::<Flat>(), ["b", "y", "error", "method", "z", "a.end"]);
    let set = Flat {
        second: Closed { z: true, method: Method::Get, error: None },
        y: None,
        first: Tail { end: Method::Put },
        b: false,
    };
    let list: Vec<String> = set.key_values().iter().map(|one| format!("{}={}", one.key, one.value)).collect();
    assert_eq!(list, ["b=false", "method=GET", "z=true", "a.end=PUT"]);
}

#[test]
fn a_set_of_sets_has_a_slot_for_each_value() {
    let sets = closed_sets().flat_map(|second| {
        [None, Some(false), Some(true)].into_iter().flat_map(move |y| {
            METHODS.into_iter().flat_map(move |end| BOOLS.map(|b| Flat { second, y, first: Tail { end }, b }))
        })
    });
    assert_eq!(Flat::CARDINALITY, Some(24 * 3 * 3 * 2));
    assert_bijection(sets);
}

#[derive(Attributes)]
struct Generic<'a, T, D, A, const N: usize = 2> {
    value: Option<T>,
    borrowed: &'a T,
    #[attribute(display)]
    shown: D,
    #[attribute(flatten)]
    more: A,
    #[attribute(skip)]
    _skipped: [u8; N],
}

#[derive(Clone, Copy, Attributes)]
struct Pair<A, B> {
    a: A,
    b: B,
}

mod private {
    use meterstick::{AttributeValue, Attributes};

    /// A private type in a public set, where both are generic.
    #[derive(AttributeValue)]
    struct Hidden<T>(T);

    #[derive(Attributes)]
    pub struct Public<T> {
        hidden: Hidden<T>,
    }

    impl<T> Public<T> {
        pub fn new(hidden: T) -> Self {
            Self { hidden: Hidden(hidden) }
        }
    }
}

#[test]
fn a_public_set_may_have_private_values() {
    assert_eq!(private::Public::new(true).key_values(), [KeyValue::new("hidden", true)]);
}

#[test]
fn a_set_may_be_generic() {
    fn list<A: Attributes>(set: A::With<'_>) -> Vec<KeyValue> {
        set.key_values()
    }
    let borrowed = Method::Get;
    let set =
        Generic { value: None, borrowed: &borrowed, shown: 1.5, more: Tail { end: Method::Put }, _skipped: [0; 3] };
    let expected = [KeyValue::new("borrowed", "GET"), KeyValue::new("shown", "1.5"), KeyValue::new("a.end", "PUT")];
    assert_eq!(list::<Generic<'static, Method, f64, Tail, 3>>(set), expected);
    assert_eq!(keys::<Generic<'_, Method, f64, Tail>>(), ["borrowed", "shown", "value", "a.end"]);

    assert_eq!(Pair::<Method, Option<bool>>::CARDINALITY, Some(9));
    assert_eq!(Pair::<Method, &str>::CARDINALITY, None);
    assert_bijection(METHODS.into_iter().flat_map(|a| [None, Some(false), Some(true)].map(|b| Pair { a, b })));
    assert_bijection(METHODS.iter().flat_map(|a| BOOLS.iter().map(move |b| Pair { a, b })));
}

#[derive(Attributes)]
struct Empty {}

#[test]
fn an_empty_set_is_one_set() {
    assert_eq!((Empty::CARDINALITY, Empty {}.slot()), (Some(1), 0));
    assert!(Empty::FIELDS.is_empty() && Empty {}.key_values().is_empty());
}

struct Huge;

impl AttributeValue for Huge {
    const TYPE: ValueType = ValueType::Int;
    const CARDINALITY: Option<usize> = Some(usize::MAX);
    fn value(&self) -> ValueRef<'_> {
        ValueRef::Int(0)
    }
    fn index(&self) -> usize {
        usize::MAX - 1
    }
}

#[test]
fn a_set_that_is_too_large_to_count_is_known_to_be_too_large() {
    // They still are known to be too many.
    assert_eq!(Pair::<Huge, Huge>::CARDINALITY, Some(usize::MAX));
    assert_eq!(<Option<Huge>>::CARDINALITY, Some(usize::MAX));
    // Of no meaning, but no panic either.
    let _ = Pair { a: Huge, b: Some(Huge) }.slot();
}

#[derive(Attributes)]
struct WithAny<'a> {
    ok: bool,
    #[attribute(flatten)]
    any: &'a [KeyValue],
}

#[test]
fn any_keys_can_be_part_of_a_set() {
    let any = [KeyValue::new("a", 1)];
    let set = WithAny { ok: true, any: &any };
    assert_eq!(set.key_values(), [KeyValue::new("ok", true), KeyValue::new("a", 1)]);
    assert_eq!(WithAny::CARDINALITY, None);
}

/// Names that the expansion uses itself, or that hide those of the prelude.
#[derive(Attributes)]
struct Hostile<'__x, V, Some, Option> {
    visitor: &'__x V,
    slot: Some,
    fields: Option,
}

#[test]
fn the_expansion_does_not_care_for_names_around_it() {
    let set = Hostile { visitor: &true, slot: false, fields: true };
    assert_eq!(set.key_values().len(), 3);
    assert_eq!(Hostile::<'_, bool, bool, bool>::CARDINALITY, Some(8));
}

#[test]
fn keys_are_shown_as_static_and_absent_values_too() {
    struct Seen(Vec<(String, bool)>);
    impl Visit for Seen {
        fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
            assert!(matches!(key, KeyRef::Static(_)));
            self.0.push((key.as_str().to_owned(), matches!(value, ValueRef::Absent)));
        }
    }
    let mut seen = Seen(Vec::new());
    Closed { z: true, method: Method::Get, error: None }.visit(&mut seen);
    assert_eq!(seen.0, [("error".to_owned(), true), ("method".to_owned(), false), ("z".to_owned(), false)]);
}

#[derive(Clone, Copy, Attributes)]
struct Peer {
    secure: bool,
    region: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Hints {
    cached: Option<bool>,
}

#[derive(Attributes)]
struct Called {
    ok: bool,
    #[attribute(flatten)]
    peer: Option<Peer>,
    #[attribute(flatten)]
    hints: Option<Hints>,
}

#[test]
fn a_flattened_set_may_be_left_out() {
    let hints = [None, Some(false), Some(true)].map(|cached| Some(Hints { cached }));
    let peers = BOOLS.map(|secure| [None, Some(false), Some(true)].map(|region| Some(Peer { secure, region })));
    let peers: Vec<_> = peers.into_iter().flatten().chain([None]).collect();
    // That there are no hints and that there is nothing in them is the same set.
    assert_eq!(Called::CARDINALITY, Some(2 * 7 * 3));
    assert_bijection(BOOLS.into_iter().flat_map(|ok| {
        let peers = peers.clone();
        hints.into_iter().flat_map(move |hints| peers.clone().into_iter().map(move |peer| Called { ok, peer, hints }))
    }));
    let slot = |hints| Called { ok: true, peer: None, hints }.slot();
    assert_eq!(slot(None), slot(Some(Hints { cached: None })));

    assert!(Called::FIELDS.iter().all(|field| field.required == (field.key == "ok")));
    let peer = Some(Peer { secure: true, region: None });
    let with = Called { ok: true, peer, hints: None };
    assert_eq!(with.key_values(), [KeyValue::new("ok", true), KeyValue::new("secure", true)]);
    assert_eq!(Called { peer: None, ..with }.key_values(), [KeyValue::new("ok", true)]);
}

trait Named<'a> {}

impl Named<'_> for bool {}

/// What is asked of the parameters mentions the lifetime.
#[derive(Attributes)]
struct Bounded<'a, T: Named<'a> + Element, U>
where
    &'a U: fmt::Debug,
    U: 'a,
{
    list: &'a [T],
    other: Option<&'a [T]>,
    of: &'a U,
}

#[test]
fn slices_and_bounds_may_be_generic() {
    fn list<A: Attributes>(set: A::With<'_>) -> Vec<KeyValue> {
        set.key_values()
    }
    let trues = [true, true];
    let expected = [KeyValue::new("list", Value::Array(trues.to_vec().into())), KeyValue::new("of", 3)];
    assert_eq!(list::<Bounded<'static, bool, u8>>(Bounded { list: &trues, other: None, of: &3 }), expected);
}

trait Pairs<'a, 'b> {}

impl Pairs<'_, '_> for bool {}

#[derive(AttributeValue)]
struct Joined<'a, 'b, T: Pairs<'a, 'b>> {
    #[attribute(display)]
    of: Both<'a, 'b, T>,
}

struct Both<'a, 'b, T>(&'a str, &'b str, T);

impl<T> fmt::Display for Both<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0, self.1)
    }
}

#[derive(Attributes)]
struct Twice<'a, 'b, T: Pairs<'a, 'b>> {
    both: Joined<'a, 'b, T>,
    first: &'a str,
    second: &'b str,
}

#[test]
fn lifetimes_are_told_apart() {
    let second = String::from("b");
    let both = Joined { of: Both("a", &second, true) };
    let list = Twice { both, first: "a", second: &second }.key_values();
    let expected = [("both", "ab"), ("first", "a"), ("second", "b")];
    assert_eq!(list, expected.map(|(key, value)| KeyValue::new(key, value)));
}

/// The crate by another path, as in a program that has it through another crate.
mod facade {
    pub use meterstick as typed;
}

mod elsewhere {
    use super::facade::typed::{AttributeValue, Attributes, Measurement, unit::Millis};

    #[derive(Clone, Copy, Measurement)]
    #[measurement(unit = Millis, crate = "crate::facade::typed")]
    pub struct Waited(pub f64);

    #[derive(AttributeValue)]
    #[attribute(crate = "crate::facade::typed", rename_all = "UPPERCASE")]
    pub enum Verb {
        Get,
    }

    #[derive(Attributes)]
    #[attributes(crate = "super::facade::typed", prefix = "http")]
    pub struct Asked {
        pub verb: Verb,
    }
}

#[test]
fn the_crate_may_be_elsewhere() {
    use meterstick::Measurement;
    use meterstick::unit::Seconds;

    assert_eq!(elsewhere::Asked { verb: elsewhere::Verb::Get }.key_values(), [KeyValue::new("http.verb", "GET")]);
    assert_eq!(Measurement::<f64, Seconds>::measure(elsewhere::Waited(5.0)), Ok(0.005));
}

/// Names of the program's own do not get in the way of what is derived, nor does a warning about the type.
mod surrounded {
    #![allow(non_upper_case_globals, dead_code)]
    #![deny(deprecated)]

    const value: u8 = 0;
    const other: u8 = 0;
    const visitor: u8 = 0;

    #[deprecated]
    #[derive(meterstick::AttributeValue)]
    pub enum Verb {
        Get,
        #[attribute(other)]
        Other(String),
    }

    #[deprecated]
    #[derive(meterstick::Attributes)]
    pub struct Asked {
        #[attribute(display)]
        shown: Option<u8>,
    }
}

mod keys {
    //! The typed keys of a set.

    use meterstick::prelude::*;
    use meterstick::{AttributeValue, FieldKey};

    #[derive(Clone, Copy, Attributes)]
    #[attributes(prefix = "peer", rename_all = "kebab-case")]
    struct Peer<'a, T> {
        peer_name: &'a str,
        r#type: T,
        #[attribute(display)]
        address: std::net::IpAddr,
        #[attribute(display)]
        proxy: Option<std::net::IpAddr>,
        #[attribute(skip)]
        seen: u32,
    }

    #[derive(Clone, Copy, Attributes)]
    struct Call<'a, T: AttributeValue, S: Attributes> {
        route: Option<&'a str>,
        #[attribute(flatten)]
        peer: Peer<'a, T>,
        #[attribute(flatten)]
        more: Option<S>,
    }

    #[derive(Clone, Copy, Attributes)]
    struct Empty {}

    #[test]
    fn a_set_has_a_key_for_each_attribute_by_the_name_of_its_field() {
        let keys = Call::<bool, Peer<'static, u8>>::KEYS;
        let _: FieldKey<Option<&str>> = keys.route;
        let _: FieldKey<bool> = keys.peer.keys().r#type;
        let _: FieldKey<meterstick::convert::Shown<std::net::IpAddr>> = keys.peer.keys().address;
        let _: FieldKey<Option<meterstick::convert::Shown<std::net::IpAddr>>> = keys.peer.keys().proxy;
        let _: FieldKey<u8> = keys.more.keys().r#type;
        let texts = [keys.route.as_str(), keys.peer.keys().peer_name.as_str(), keys.more.keys().r#type.as_str()];
        assert_eq!(texts, ["route", "peer.peer-name", "peer.type"]);
        // They are those of the fields.
        let fields: Vec<_> = Peer::<bool>::FIELDS.iter().map(|field| field.key).collect();
        let keys = Peer::<bool>::KEYS;
        let all = [keys.address.as_str(), keys.peer_name.as_str(), keys.proxy.as_str(), keys.r#type.as_str()];
        assert_eq!(fields, all);
        let _ = (
            Empty::KEYS,
            Empty {},
            Peer { peer_name: "", r#type: 1, address: [0; 4].into(), proxy: None, seen: 0 }.seen,
        );
    }
}

#[test]
#[cfg(feature = "internal-logs")]
fn the_first_attribute_without_a_key_is_reported() {
    let list = [KeyValue::new("a", 1), KeyValue::new("", 2), KeyValue::new("", 3)];
    let reports = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&reports);
    let listener = Listener(move |event: &tracing::Event<'_>| {
        let is_report = event.metadata().name() == "Meterstick.EmptyAttributeKey";
        count.fetch_add(usize::from(is_report), Ordering::Relaxed);
    });
    tracing::subscriber::with_default(listener, || {
        for _ in 0..3 {
            assert_eq!((&list[..]).key_values(), [KeyValue::new("a", 1)]);
        }
    });
    assert_eq!(reports.load(Ordering::Relaxed), 1);
}
