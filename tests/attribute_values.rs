//! What each of Rust's types is as an attribute's value, against a mapping that is written out by hand.

use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::NonZero;
use std::sync::Arc;

use meterstick::{AttributeValue, Key, ValueType};
use opentelemetry::{Array, KeyValue, StringValue, Value};
use proptest::prelude::*;

fn value(value: impl AttributeValue) -> Option<Value> {
    value.value().to_value()
}

fn string(text: &str) -> Option<Value> {
    Some(Value::String(StringValue::from(text.to_owned())))
}

fn strings(texts: &[&str]) -> Option<Value> {
    Some(Value::Array(Array::String(texts.iter().map(|text| StringValue::from((*text).to_owned())).collect())))
}

#[test]
fn an_integer_beyond_64_bits_with_a_sign_is_its_decimal_string() {
    assert_eq!(value(u64::MAX), string("18446744073709551615"));
    assert_eq!(value(i64::MAX as u64), Some(Value::I64(i64::MAX)));
    assert_eq!(value(i64::MAX as u64 + 1), string("9223372036854775808"));
    assert_eq!(value(usize::MAX), string("18446744073709551615"));
    assert_eq!(value(i128::MIN), string("-170141183460469231731687303715884105728"));
    assert_eq!(value(u128::MAX), string("340282366920938463463374607431768211455"));
    assert_eq!(value(i64::MIN), Some(Value::I64(i64::MIN)));
    assert_eq!(value(NonZero::<u64>::MAX), string("18446744073709551615"));
    assert_eq!(value(NonZero::<u16>::MIN), Some(Value::I64(1)));
}

#[test]
fn a_float_equals_itself() {
    assert_eq!(value(f64::NAN), string("NaN"));
    assert_eq!(value(f32::NAN), string("NaN"));
    let zero = value(-0.0).unwrap();
    assert!(matches!(zero, Value::F64(zero) if zero.is_sign_positive()), "{zero:?}");
    assert_eq!(value(Value::F64(f64::NAN)), string("NaN"));
    assert_eq!(value(f64::INFINITY), Some(Value::F64(f64::INFINITY)));
    assert_eq!(value(1.5_f32), Some(Value::F64(1.5)));
}

#[test]
fn a_string_is_the_same_value_in_every_string_type() {
    let expected = string("a");
    assert_eq!(value("a"), expected);
    let held = String::from("a");
    assert_eq!(value(&held), expected);
    assert_eq!(value(Some(&&*held)), expected);
    assert_eq!(value(String::from("a")), expected);
    assert_eq!(value(Box::<str>::from("a")), expected);
    assert_eq!(value(Arc::<str>::from("a")), expected);
    assert_eq!(value(Cow::Borrowed("a")), expected);
    assert_eq!(value(Cow::<str>::Owned("a".to_owned())), expected);
    assert_eq!(value(std::rc::Rc::<str>::from("a")), expected);
    assert_eq!(value(StringValue::from("a")), expected);
    assert_eq!(value('a'), expected);
}

#[test]
fn an_address_is_what_it_displays() {
    assert_eq!(value(Ipv4Addr::LOCALHOST), string("127.0.0.1"));
    assert_eq!(value(Ipv6Addr::LOCALHOST), string("::1"));
    assert_eq!(value(IpAddr::V4(Ipv4Addr::LOCALHOST)), string("127.0.0.1"));
    assert_eq!(value(SocketAddr::from(([127, 0, 0, 1], 80))), string("127.0.0.1:80"));
}

#[test]
fn an_option_is_left_out_or_its_value() {
    assert_eq!(value(None::<bool>), None);
    assert_eq!(value(Some(true)), Some(Value::Bool(true)));
    type Flag = Option<bool>;
    assert_eq!((Flag::CARDINALITY, Flag::REQUIRED, Flag::TYPE), (Some(3), false, ValueType::Bool));
    assert_eq!([None, Some(false), Some(true)].map(|flag: Flag| flag.index()), [0, 1, 2]);
    assert_eq!(<Option<&str>>::CARDINALITY, None);
    // Left out in two ways, it still is the same set.
    assert_eq!(<Option<Flag>>::CARDINALITY, Some(3));
    assert_eq!([None, Some(None), Some(Some(true))].map(|flag: Option<Flag>| flag.index()), [0, 0, 2]);
}

#[test]
fn an_array_has_one_type() {
    assert_eq!(value([true, false]), Some(Value::Array(Array::Bool(vec![true, false]))));
    assert_eq!(value(vec![1_u64, 2]), Some(Value::Array(Array::I64(vec![1, 2]))));
    assert_eq!(value(&[0.5_f32][..]), Some(Value::Array(Array::F64(vec![0.5]))));
    assert_eq!(value(["a", "b"]), strings(&["a", "b"]));
    assert_eq!(value([Ipv4Addr::LOCALHOST]), strings(&["127.0.0.1"]));
    assert_eq!(value(Vec::<i8>::new()), Some(Value::Array(Array::I64(vec![]))));
    let boxed: Box<[u8]> = Box::new([1]);
    assert_eq!(value(boxed), Some(Value::Array(Array::I64(vec![1]))));
    assert_eq!(value(std::sync::Arc::<[bool]>::from([true])), Some(Value::Array(Array::Bool(vec![true]))));
    assert_eq!(value(std::borrow::Cow::Borrowed(&["a"][..])), strings(&["a"]));
    assert_eq!(value([-0.0, f64::INFINITY]), Some(Value::Array(Array::F64(vec![0.0, f64::INFINITY]))));

    assert_eq!(<[u8; 3]>::TYPE, ValueType::Ints);
    assert_eq!(<Vec<String>>::TYPE, ValueType::Strings);
    assert_eq!(<&[bool]>::CARDINALITY, None);
}

#[test]
fn an_array_of_several_types_is_its_json() {
    // Each element is what it would be alone, and those are not of one type.
    assert_eq!(value(vec![1, u64::MAX]), string(r#"[1,"18446744073709551615"]"#));
    assert_eq!(value([1.0, f64::NAN, -0.0, 1e300]), string(r#"[1.0,"NaN",0.0,1e300]"#));
    assert_eq!(value([f64::NAN, f64::INFINITY, f64::NEG_INFINITY]), string(r#"["NaN","Infinity","-Infinity"]"#));
    assert_eq!(value(Value::Array(Array::F64(vec![0.5, f64::NAN]))), string(r#"[0.5,"NaN"]"#));
    // These are.
    assert_eq!(value([f64::NAN]), strings(&["NaN"]));
    assert_eq!(value([u64::MAX, u64::MAX]), strings(&["18446744073709551615", "18446744073709551615"]));
}

#[test]
fn an_array_with_nan_is_one_series() {
    use meterstick::prelude::*;
    use opentelemetry_sdk::metrics::{InMemoryMetricExporter, SdkMeterProvider};

    #[derive(Clone, Copy, Attributes)]
    struct Sampled {
        at: [f64; 2],
    }

    let exporter = InMemoryMetricExporter::default();
    let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter.clone()).build();
    let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "test");
    let typed = Meter::counter::<u64>().unit::<meterstick::unit::One>().name("typed").attributes::<Sampled>();
    let open = Meter::counter::<u64>().unit::<meterstick::unit::One>().name("open").attributes::<KeyValues>();
    let (typed, open) = (typed.build(&meter), open.build(&meter));
    for _ in 0..3 {
        typed.add(1, Sampled { at: [1.0, f64::NAN] });
        open.add(1, &[KeyValue::new("at", Value::Array(Array::F64(vec![1.0, f64::NAN])))]);
        provider.force_flush().unwrap();
    }
    use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData};
    let last = exporter.get_finished_metrics().unwrap().pop().unwrap();
    let mut seen = Vec::new();
    for metric in last.scope_metrics().flat_map(|scope| scope.metrics()) {
        let AggregatedMetrics::U64(MetricData::Sum(sum)) = metric.data() else { panic!("it is a counter") };
        for point in sum.data_points() {
            let set: Vec<_> = point.attributes().map(|one| format!("{}={}", one.key, one.value)).collect();
            seen.push((metric.name().to_owned(), set.join(","), point.value()));
        }
    }
    seen.sort();
    assert_eq!(seen, ["open", "typed"].map(|name| (name.to_owned(), r#"at=[1.0,"NaN"]"#.to_owned(), 3)));
}

#[test]
fn a_value_of_the_api_is_itself() {
    for one in [Value::Bool(true), Value::I64(1), Value::F64(0.5), Value::from("a"), Value::Array(vec![1_i64].into())] {
        assert_eq!(value(&one), Some(one.clone()));
    }
    assert_eq!(Value::TYPE, ValueType::Any);
}

#[test]
fn an_attribute_has_a_key() {
    assert_eq!(meterstick::convert::attribute("", 1), None);
    assert_eq!(meterstick::convert::attribute(String::from("a"), 1), Some(opentelemetry::KeyValue::new("a", 1)));
}

#[test]
fn a_typed_key_makes_attributes_of_its_type() {
    const ROUTE: Key<&str> = Key::new("http.route");
    static HIT: Key<bool> = Key::new("cache.hit");
    const TAGS: Key<&[&str]> = Key::new("tags");

    let route = String::from("/cart");
    assert_eq!(ROUTE.of(&route), KeyValue::new("http.route", "/cart"));
    assert_eq!(HIT.of(true), KeyValue::new("cache.hit", true));
    assert_eq!(Key::<u64>::new("n").of(u64::MAX), KeyValue::new("n", "18446744073709551615"));
    let tag = String::from("a");
    assert_eq!(TAGS.of(&[tag.as_str()]).value.as_str(), "[\"a\"]");

    assert_eq!(HIT.of_option(None), None);
    assert_eq!(HIT.of_option(Some(false)), Some(KeyValue::new("cache.hit", false)));
    let optional = Key::<Option<bool>>::try_new("cache.hit").unwrap_err().to_string();
    assert!(optional.starts_with("the value of a key is always there"), "{optional}");
    assert_eq!(opentelemetry::Key::from(ROUTE).as_str(), ROUTE.as_str());
    assert_eq!(format!("{ROUTE} {ROUTE:?}"), "http.route Key(\"http.route\")");
}

/// The mapping again, by the digits instead of by conversions.
fn oracle(digits: &str) -> Value {
    let fits = |digits: &str, most: &str| digits.len() < most.len() || (digits.len() == most.len() && digits <= most);
    let fits = match digits.strip_prefix('-') {
        Some(digits) => fits(digits, "9223372036854775808"),
        None => fits(digits, "9223372036854775807"),
    };
    if fits { Value::I64(digits.parse().unwrap()) } else { Value::String(digits.to_owned().into()) }
}

/// Integers about the places where something happens.
fn edges() -> impl Strategy<Value = i128> {
    let edge = prop_oneof![
        Just(0),
        Just(i128::from(i64::MAX)),
        Just(i128::from(i64::MIN)),
        Just(i128::from(u64::MAX)),
        Just(1_i128 << 100),
        Just(-1_i128 << 100),
    ];
    (edge, -2..=2_i128).prop_map(|(edge, by)| edge + by)
}

proptest! {
    #[test]
    fn integers_are_mapped_as_their_digits_say(wide in edges()) {
        prop_assert_eq!(value(wide), Some(oracle(&wide.to_string())));
        if let Ok(narrow) = u64::try_from(wide) {
            prop_assert_eq!(value(narrow), Some(oracle(&narrow.to_string())));
            prop_assert_eq!(value(Some(&narrow)), value(wide));
        }
        if let Ok(narrow) = i64::try_from(wide) {
            prop_assert_eq!(value(narrow), Some(Value::I64(narrow)));
        }
    }

    #[test]
    fn arrays_are_of_integers_if_all_of_them_fit(list in prop::collection::vec(edges(), 0..4)) {
        let alone: Vec<Value> = list.iter().map(|one| oracle(&one.to_string())).collect();
        let integers: Option<Vec<i64>> =
            alone.iter().map(|one| if let Value::I64(one) = one { Some(*one) } else { None }).collect();
        let texts: Option<Vec<StringValue>> =
            alone.iter().map(|one| if let Value::String(one) = one { Some(one.clone()) } else { None }).collect();
        let json = || {
            let quoted = |one: &Value| if let Value::I64(one) = one { one.to_string() } else { format!("\"{one}\"") };
            format!("[{}]", alone.iter().map(quoted).collect::<Vec<_>>().join(","))
        };
        let expected = match (integers, texts) {
            (Some(integers), _) => Value::Array(Array::I64(integers)),
            (_, Some(texts)) => Value::Array(Array::String(texts)),
            _ => json().into(),
        };
        prop_assert_eq!(value(&list), Some(expected.clone()));
        prop_assert_eq!(value(list.as_slice()), Some(expected));
    }

    #[test]
    fn a_float_is_one_series(bits in prop_oneof![any::<u64>(), Just(1 << 63), Just(f64::NAN.to_bits()), Just(!0)]) {
        let float = f64::from_bits(bits);
        prop_assert_eq!(value(float), value(float));
        prop_assert_eq!(value(float), value(Value::F64(float)));
        if float == 0.0 {
            prop_assert_eq!(format!("{:?}", value(float)), format!("{:?}", value(0.0)));
        }
    }

    #[test]
    fn text_is_kept_as_it_is(text in ".*") {
        for held in [value(&*text), value(&text), value(Cow::from(&text)), value(Arc::<str>::from(&*text)), value(text.clone())] {
            prop_assert_eq!(held, Some(Value::String(text.clone().into())));
        }
    }
}
