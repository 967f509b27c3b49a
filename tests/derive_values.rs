//! Derived values: enums, newtypes, and what is displayed.

use std::borrow::Cow;
use std::fmt;

use meterstick::{AttributeValue, Attributes, ValueRef, ValueType};
use opentelemetry::{KeyValue, Value};

fn text(value: &impl AttributeValue) -> String {
    value.value().to_value().expect("a value").to_string()
}

#[derive(Clone, Copy, AttributeValue)]
enum Plain {
    OneWord,
    HTTPServer,
    #[attribute(rename = "as given")]
    Third,
}

#[test]
fn a_variant_is_a_static_string_in_snake_case() {
    assert_eq!(Plain::MEMBERS, ["one_word", "http_server", "as given"]);
    assert_eq!((Plain::TYPE, Plain::CARDINALITY, Plain::REQUIRED), (ValueType::String, Some(3), true));
    for (position, plain) in [Plain::OneWord, Plain::HTTPServer, Plain::Third].into_iter().enumerate() {
        assert_eq!(plain.index(), position);
        assert!(matches!(plain.value(), ValueRef::Static(text) if text == Plain::MEMBERS[position]));
    }
}

#[derive(AttributeValue)]
#[attribute(rename_all = "SCREAMING-KEBAB-CASE")]
enum Shouted {
    OneWord,
    #[attribute(rename = "quiet")]
    Quiet,
    r#In,
}

#[test]
fn a_variant_is_written_by_the_rule_or_as_it_is_given() {
    assert_eq!([Shouted::OneWord, Shouted::Quiet, Shouted::In].map(|it| text(&it)), ["ONE-WORD", "quiet", "IN"]);
}

#[derive(AttributeValue)]
#[attribute(rename_all = "UPPERCASE")]
enum Method<'a> {
    Get,
    #[attribute(other)]
    Other(&'a str),
    Post,
}

#[derive(AttributeValue)]
enum Named<T> {
    Known,
    #[attribute(other)]
    Other {
        text: T,
    },
}

#[test]
fn an_other_value_is_the_string_that_it_carries() {
    assert_eq!((Method::CARDINALITY, Method::MEMBERS), (None, ["GET", "POST"].as_slice()));
    let brew = String::from("BREW");
    assert_eq!([Method::Get, Method::Post, Method::Other(&brew)].map(|it| text(&it)), ["GET", "POST", "BREW"]);
    assert_eq!(text(&Named::Other { text: Cow::Borrowed("a") }), "a");
    assert_eq!(text(&Named::<String>::Known), "known");
}

#[test]
fn an_other_value_with_a_known_text_is_the_known_value() {
    let (known, other) = (Method::Get.value().to_value(), Method::Other("GET").value().to_value());
    assert_eq!(known, other);
    assert_eq!(known, Some(Value::from("GET")));
}

#[derive(AttributeValue)]
struct Status(u16);

#[derive(AttributeValue)]
struct Wrapped<T> {
    inner: T,
}

#[derive(AttributeValue)]
struct Borrowed<'a>(Option<&'a str>);

#[test]
fn a_newtype_has_the_value_of_its_field() {
    assert_eq!(Status(404).value().to_value(), Some(Value::I64(404)));
    assert_eq!((Status::TYPE, Status::CARDINALITY), (ValueType::Int, None));

    type Closed = Wrapped<Option<Plain>>;
    assert_eq!((Closed::CARDINALITY, Closed::REQUIRED), (Some(4), false));
    assert_eq!(Closed::MEMBERS, Plain::MEMBERS);
    assert_eq!(Closed { inner: Some(Plain::Third) }.index(), 3);

    assert!(matches!(Borrowed(None).value(), ValueRef::Absent));
    assert!(matches!(Borrowed(Some("a")).value(), ValueRef::Str("a")));
}

#[derive(AttributeValue)]
struct ByField(#[attribute(display)] fmt::Arguments<'static>);

#[derive(AttributeValue)]
#[attribute(display)]
struct ByItself {
    major: u8,
    minor: u8,
}

impl fmt::Display for ByItself {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v{}.{}", self.major, self.minor)
    }
}

#[derive(AttributeValue)]
struct Shown<T>(#[attribute(display)] T);

#[test]
fn what_is_displayed_is_a_string() {
    assert_eq!(text(&ByItself { major: 1, minor: 2 }), "v1.2");
    assert_eq!(text(&ByField(format_args!("a"))), "a");
    assert_eq!(text(&Shown(ByItself { major: 3, minor: 4 })), "v3.4");
    assert_eq!((ByItself::TYPE, ByItself::CARDINALITY), (ValueType::String, None));
}

#[derive(Attributes)]
struct Lists<'a> {
    methods: &'a [Method<'a>],
    plain: [Plain; 2],
    statuses: Vec<Status>,
}

#[test]
fn what_is_derived_can_be_an_element() {
    let set =
        Lists { methods: &[Method::Get], plain: [Plain::Third, Plain::OneWord], statuses: vec![Status(1), Status(2)] };
    let texts: Vec<String> = set.key_values().iter().map(KeyValue::to_string_value).collect();
    assert_eq!(texts, ["[\"GET\"]", "[\"as given\",\"one_word\"]", "[1,2]"]);
}

trait ToStringValue {
    fn to_string_value(&self) -> String;
}

impl ToStringValue for KeyValue {
    fn to_string_value(&self) -> String {
        self.value.to_string()
    }
}

#[test]
fn a_newtype_over_a_borrow_of_any_value_is_that_value() {
    #[derive(Clone, Copy, AttributeValue)]
    struct Borrowed<'a, T>(&'a T);

    assert_eq!(text(&Borrowed(&7_u16)), "7");
    assert_eq!(text(&Borrowed(&Plain::HTTPServer)), "http_server");
    assert_eq!(text(&[Borrowed(&"a"), Borrowed(&"b")]), r#"["a","b"]"#);
    assert_eq!(<Borrowed<'_, bool> as AttributeValue>::CARDINALITY, Some(2));
}

#[test]
fn a_type_that_a_macro_hands_on_is_seen_through() {
    macro_rules! set {
        ($name:ident { $field:ident: $ty:ty }) => {
            #[derive(Attributes)]
            struct $name {
                #[attribute(display)]
                $field: $ty,
            }
        };
    }
    set!(Code { code: Option<u8> });

    assert_eq!(Code { code: Some(7) }.key_values(), [KeyValue::new("code", "7")]);
    assert!(Code { code: None }.key_values().is_empty());
}
