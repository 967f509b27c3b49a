//! The code of a registry is what is committed, compiles, and declares what the registry says.
//!
//! With `CODE=overwrite` it is written anew.

use std::fs;
use std::path::Path;

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, Millis, NoUnit, One, Per, Percent, Seconds};
use meterstick::{Descriptor, InstrumentKind, KeyValues, Quantity, ValueRef, ValueType};
use meterstick_catalog::generate::same_code;
use meterstick_catalog::registry::Registry;
use meterstick_catalog::{Generator, WriteCatalog};

use crate::formats::folder;

/// The registry of the example.
#[path = "written/shop.rs"]
mod shop;

/// The catalogue below, once round.
#[path = "written/round.rs"]
mod round;

fn compare(name: &str, code: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/registry/written").join(name);
    if std::env::var_os("CODE").is_some_and(|value| value == "overwrite") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, code).unwrap();
    }
    assert!(
        fs::read_to_string(&path).is_ok_and(|committed| same_code(&committed, code)),
        "{} is out of date: run `CODE=overwrite cargo test -p meterstick-catalog --test registry`",
        path.display()
    );
}

#[test]
fn the_code_of_the_example_is_as_committed() {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/registry/model");
    compare("shop.rs", &Generator::new(model).generate().unwrap_or_else(|problems| panic!("{problems}")));
}

#[test]
fn formatted_code_is_the_same_and_changed_texts_are_not() {
    let code = |text: &str| format!("/// {text}\nconst A: &str = \"{text}\";\nlist! {{ a = \"{text}\", }}");
    let formatted = code("a b").replace(" = ", "\n    = ").replace("\", }", "\" }");
    assert_ne!(formatted, code("a b"));
    assert!(same_code(&code("a b"), &formatted));
    for (one, other) in [("a b", "ab"), ("a b", "a  b"), ("a,]", "a]"), ("a;}", "a}")] {
        assert!(!same_code(&code(one), &code(other)), "{one} and {other}");
    }
}

#[test]
fn a_namespace_may_be_called_refined_and_a_description_may_name_a_module() {
    let text = "
groups:
- {id: metric.refined.m, type: metric, metric_name: refined.m, brief: 'Sent by super::send.', instrument: gauge, unit: By, stability: stable}
- {id: metric.refined.n, type: metric, metric_name: refined.m, extends: metric.refined.m, brief: N., instrument: gauge, unit: By, stability: stable, attributes: [{id: refined.k, type: {members: [{id: a, value: a, stability: stable}]}, brief: K., stability: stable}]}
- {id: span.refined.s, type: span, span_kind: client, brief: S of super::attribute::x., stability: stable, attributes: [{ref: refined.k}]}
";
    let code = Registry::parse(text, "x").unwrap_or_else(|problems| panic!("{problems}")).to_code().unwrap();
    assert_eq!(code.matches("pub mod refined {").count(), 1, "{code}");
    assert!(!code.contains("Sent by super::super::send") && !code.contains("S of super::super::attribute"), "{code}");
    assert!(code.contains("super::super::attribute::refined_::K"), "{code}");
}

#[test]
fn an_attribute_and_one_of_the_conventions_of_the_same_constant_are_a_problem() {
    let text = "
groups:
- {id: attributes.android, type: attribute_group, brief: A., attributes: [{id: android.app_state, type: string, brief: X., stability: stable}]}
- {id: span.android.s, type: span, span_kind: client, brief: S., stability: stable, attributes: [{ref: android.app.state}, {ref: android.app_state}]}
";
    let registry = Registry::parse(text, "x").unwrap_or_else(|problems| panic!("{problems}"));
    let problems = registry.to_code().unwrap_err().to_string();
    assert!(problems.contains("would both be the constant `android::APP_STATE`"), "{problems}");
}

#[test]
fn the_code_declares_what_the_registry_says() {
    let names: Vec<_> = shop::CATALOG.metrics().iter().map(|metric| metric.name).collect();
    assert_eq!(names, ["http.server.request.duration", "shop.orders", "shop.payment.duration", "shop.placed"]);
    // A refinement is recorded as the metric that it refines; the catalogue has the attributes of both.
    let card = shop::shop::CARD_DURATION.descriptor();
    let payment = shop::shop::PAYMENT_DURATION.descriptor();
    assert_eq!((card.name, card.unit, card.description), (payment.name, payment.unit, payment.description));
    let checkout = shop::shop::CHECKOUT_DURATION.descriptor();
    let request = meterstick_semconv::http::SERVER_REQUEST_DURATION.descriptor();
    assert_eq!((checkout.name, checkout.description), (request.name, request.description));
    let keys =
        |of: &meterstick::Descriptor| of.attributes.iter().map(|field| (field.key, field.required)).collect::<Vec<_>>();
    assert!(keys(checkout).contains(&("shop.tenant", true)) && !keys(request).contains(&("shop.tenant", true)));
    let all = shop::CATALOG.metrics().iter().find(|metric| metric.name == "shop.payment.duration").unwrap();
    assert_eq!(keys(all), [("http.request.method", false), ("shop.order.kind", false), ("shop.tenant", true)]);
    let orders = shop::shop::ORDERS.descriptor();
    assert_eq!(
        (orders.kind, orders.unit, orders.description),
        (InstrumentKind::Counter, "{order}", "Orders that were placed.")
    );
    let keys: Vec<_> = orders.attributes.iter().map(|field| (field.key, field.required, field.members.len())).collect();
    assert_eq!(keys, [("error.type", false, 1), ("shop.order.kind", true, 2)]);
    // Those of the conventions are the constants and the types of `meterstick-semconv`.
    assert_eq!(
        shop::http::SERVER_REQUEST_DURATION.descriptor(),
        meterstick_semconv::http::SERVER_REQUEST_DURATION.descriptor()
    );
    let of = shop::shop::PaymentDuration {
        method: Some(meterstick_semconv::attribute::http::RequestMethod::Get),
        ..shop::shop::PaymentDuration::new("books")
    };
    assert_eq!(of.key_values().len(), 2);
    assert_eq!(shop::attribute::shop::TENANT.as_str(), "shop.tenant");
    let payment = shop::span::shop::PAYMENT.descriptor();
    assert_eq!((payment.name, payment.attributes.len(), payment.sampled_by_attributes), ("pay", 2, true));
}

#[derive(Clone, Copy, AttributeValue)]
enum Outcome {
    Ok,
    TimedOut,
    #[attribute(rename = "say \"no\"")]
    Refused,
}

#[derive(Clone, Copy, AttributeValue)]
enum Cache<'a> {
    Hit,
    Miss,
    #[attribute(other)]
    Else(&'a str),
}

#[derive(Clone, Copy, Attributes)]
struct Closed {
    #[attribute(key = "shop.outcome")]
    outcome: Outcome,
    #[attribute(key = "shop.retried")]
    retried: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Open<'a> {
    #[attribute(key = "shop.cache")]
    cache: Cache<'a>,
    #[attribute(key = "shop.any")]
    any: Option<&'a opentelemetry::Value>,
    #[attribute(key = "shop.outcome")]
    outcome: Option<Outcome>,
    #[attribute(key = "shop.route")]
    route: &'a str,
    #[attribute(key = "shop.sizes")]
    sizes: &'a [i64],
    #[attribute(key = "shop.weight")]
    weight: f64,
}

meterstick::unit! {
    pub Orders = "{order}";
    pub Farads = "F"
}

macro_rules! declare {
    ($start:ident::<$number:ty>, $unit:ty, $name:literal $(, $step:ident($($argument:expr),*))*) => {
        *Meter::$start::<$number>().unit::<$unit>().name($name)$(.$step($($argument),*))*.descriptor()
    };
}

const SIZE: Descriptor = declare!(histogram::<u64>, Bytes, "shop.size");

fn but(mut metric: Descriptor, change: impl Fn(&mut Descriptor)) -> Descriptor {
    change(&mut metric);
    metric
}

#[derive(Clone, Copy)]
enum Level {
    Off,
    High,
}

impl AttributeValue for Level {
    const TYPE: ValueType = ValueType::Int;
    const CARDINALITY: Option<usize> = Some(2);
    const MEMBERS: &'static [&'static str] = &["-1", "5"];

    fn value(&self) -> ValueRef<'_> {
        ValueRef::Int(match self {
            Self::Off => -1,
            Self::High => 5,
        })
    }

    fn index(&self) -> usize {
        *self as usize
    }
}

#[derive(Clone, Copy, Attributes)]
struct Levelled {
    #[attribute(key = "shop.level")]
    level: Option<Level>,
}

const LEVELLED: Metric<Counter<u64, Orders, Levelled>> =
    Meter::counter::<u64>().unit::<Orders>().name("shop.levelled").attributes::<Levelled>();
const ANY: Metric<Counter<u64, Orders, KeyValues>> =
    Meter::counter::<u64>().unit::<Orders>().name("shop.undeclared").attributes::<KeyValues>();
const LIMITED: Metric<Counter<u64, Orders, Open<'static>>> =
    Meter::counter::<u64>().unit::<Orders>().name("shop.limited").cardinality_at_most::<100>().attributes::<Open>();
const CLOSED: Metric<Histogram<f64, Seconds, Closed>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("shop.closed.duration")
    .description("Two\nlines, and `code`.")
    .attributes::<Closed>();

/// Each kind, and each thing that can be said of one.
fn catalogue() -> Vec<Descriptor> {
    vec![
        declare!(counter::<u64>, Bytes, "shop.sent", description("What was sent.")),
        declare!(counter::<f64>, Seconds, "shop.busy.time"),
        declare!(up_down_counter::<i64>, Orders, "shop.order.open"),
        declare!(gauge::<f64>, Celsius, "shop.temperature"),
        declare!(gauge::<i64>, One, "shop.state"),
        declare!(histogram::<u64>, Bytes, "shop.size"),
        declare!(histogram::<f64>, Millis, "shop.wait.duration", exponential()),
        declare!(histogram::<f64>, Percent, "shop.fill", exponential_at_most(20, 2)),
        declare!(observable_counter::<u64>, Orders, "shop.order.count"),
        declare!(observable_up_down_counter::<f64>, Bytes, "shop.memory.usage"),
        declare!(observable_gauge::<f64>, One, "shop.load"),
        declare!(histogram::<f64>, Seconds, "shop.pick.duration", boundaries(&[Millis(5.0), Millis(100.0)])),
        declare!(histogram::<u64>, Orders, "shop.order.batch", boundaries(&[1, 10])),
        declare!(histogram::<f64>, Per<Bytes, Seconds>, "shop.speed", boundaries(&[Quantity::<f64, Per<Bytes, Seconds>>::new(0.5)])),
        declare!(histogram::<f64>, Farads, "shop.capacity", boundaries(&[Farads(0.5)])),
        declare!(gauge::<i64>, NoUnit, "shop.up"),
        declare!(histogram::<u64>, Orders, "shop.unbucketed", boundaries(&[] as &[f64])),
        declare!(histogram::<f64>, Seconds, "shop.unbucketed.duration", boundaries(&[] as &[Quantity<f64, Seconds>])),
        declare!(histogram::<f64>, Per<One, Seconds>, "shop.frequency", boundaries(&[Quantity::<f64, Per<One, Seconds>>::new(0.5)])),
        declare!(histogram::<f64>, Per<Orders, Seconds>, "shop.pace", boundaries(&[Quantity::<f64, Per<Orders, Seconds>>::new(0.5)])),
        // Those of an amount in bytes are not those of a rate.
        but(declare!(histogram::<f64>, Per<Bytes, Seconds>, "shop.rate"), |rate| rate.boundaries = SIZE.boundaries),
        *ANY.descriptor(),
        *LEVELLED.descriptor(),
        *LIMITED.descriptor(),
        *CLOSED.descriptor(),
    ]
}

#[test]
fn a_catalogue_goes_round_by_way_of_code_that_compiles() {
    let _ = (Level::Off, Level::High);
    let _ = (Cache::Hit, Cache::Miss, Cache::Else("x"), Outcome::Ok, Outcome::TimedOut, Outcome::Refused);
    let mut declared = catalogue();
    let weaver = Catalog::new(declared.clone().leak()).to_weaver("https://example.com/schemas/1.0.0");
    let model = folder("code-round", &weaver.files());
    compare("round.rs", &Generator::new(model).generate().unwrap_or_else(|problems| panic!("{problems}")));

    declared.sort_by_key(|metric| metric.name);
    let mut back = round::CATALOG.metrics().to_vec();
    back.sort_by_key(|metric| metric.name);
    assert_eq!(back, declared);
}

#[test]
fn the_first_lines_say_what_the_code_needs() {
    let text = "file_format: definition/2
attributes:
- {key: shop.any, type: any, brief: Any., stability: stable}
metrics:
- {name: shop.x, brief: X., instrument: gauge, unit: By, stability: stable, attributes: [{ref: shop.any}, {ref: error.type}]}
spans:
- {type: shop.y, kind: internal, brief: Y., stability: stable}
";
    let code = Registry::parse(text, "r.yaml").unwrap().to_code().unwrap();
    let needs: Vec<_> = code.lines().filter(|line| line.starts_with("// It needs ")).collect();
    assert_eq!(
        needs,
        [
            "// It needs meterstick-semconv with the features \"http\".",
            "// It needs meterstick with the feature \"trace\".",
        ]
    );
    // Also of values of any type, which are OpenTelemetry's.
    assert!(
        code.contains("&'static ::meterstick::opentelemetry::Value") && !code.contains(" ::opentelemetry"),
        "{code}"
    );
}

/// The values of an enumeration are of one type, even if all of them are deprecated.
#[test]
fn an_enumeration_of_deprecated_integers_is_one_of_integers() {
    let text = "file_format: definition/2
attributes:
- key: shop.code
  type: {members: [{id: a, value: 1, deprecated: {reason: obsoleted}}]}
  brief: Code.
  stability: stable
metrics:
- {name: shop.x, brief: X., instrument: gauge, unit: By, stability: stable, attributes: [{ref: shop.code}]}
";
    let code = Registry::parse(text, "r.yaml").unwrap().to_code().unwrap();
    assert!(code.contains("const TYPE: ValueType = ValueType::Int;"), "{code}");
    let code = Registry::parse(&text.replace("value: 1", "value: one"), "r.yaml").unwrap().to_code().unwrap();
    assert!(!code.contains("ValueType::Int"), "{code}");
}

/// The compiler refuses a comment with a character that changes the direction of text, and so does the example's build.
#[test]
fn comments_have_no_control_characters() {
    let text = "file_format: definition/2
attributes:
- key: shop.kind
  type: {members: [{id: a, value: \"a\\u202eb\", brief: \"A\\u2066.\", stability: stable}]}
  brief: \"Kind\\u202e.\"
  note: \"Note\\u200f.\"
  stability: stable
metrics:
- {name: shop.x, brief: \"X\\u202e\\u0007.\", note: \"N\\u2069.\", instrument: gauge, unit: By, stability: stable, attributes: [{ref: shop.kind}]}
";
    let code = Registry::parse(text, "r.yaml").unwrap().to_code().unwrap();
    assert!(code.contains("X\\u{202e}\\u{7}."), "the description is the registry's: {code}");
    let is_control = |c: char| c != '\n' && meterstick::catalog::is_control(c);
    assert!(!code.contains(is_control), "{}", code.escape_debug());
}
