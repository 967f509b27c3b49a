//! Variants, bytes, maps and errors.

use std::collections::BTreeMap;

use meterstick::convert::serde::{Reason, any_value, attributes, value};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::refused;

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
        Pair(Option<u8>, Option<u8>),
    }
    use State::{Gone, Listed, Mapped, Nested, Paid, Pair, Placed, Sent};
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
    assert_eq!(texts(&Pair(None, None)), ["order.Pair=[null,null]"]);
    assert_eq!(value(&Placed(None)).unwrap(), Some(r#"{"Placed":null}"#.into()));
    assert_eq!(value(&Sent { at: None }).unwrap(), Some(r#"{"Sent":{"at":null}}"#.into()));
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

/// A value that can contain itself.
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
