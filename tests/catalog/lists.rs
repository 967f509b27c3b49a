//! What is in a catalogue.

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, Seconds};
use meterstick::{Field, Form, InstrumentKind, ValueType};

#[derive(Clone, Copy, AttributeValue)]
#[attribute(rename_all = "SCREAMING-KEBAB-CASE")]
enum Method {
    Get,
    Post,
}

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "http")]
struct Served<'a> {
    #[attribute(key = "request.method")]
    method: Method,
    route: &'a str,
    error: Option<bool>,
}

const SHOP: Scope = Scope::new("shop").version("1.2.0");

static SENT: Counter<u64, Bytes, Served<'static>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("shop.sent")
    .description("How much was sent.")
    .cardinality_at_most::<50>()
    .attributes::<Served<'static>>()
    .global(SHOP);
const LATENCY: Metric<Histogram<f64, Seconds>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("shop.request.duration").boundaries(&[Seconds(0.1), Seconds(1.0)]);
const ATTIC: Metric<ObservableGauge<f64, Celsius>> =
    Meter::observable_gauge::<f64>().unit::<Celsius>().name("house.attic");

/// In a constant, with what is live, what is declared and what is observed.
const ALL: Catalog = meterstick::catalog![SENT, LATENCY, ATTIC];

#[derive(Instruments)]
#[instruments(prefix = "house")]
struct House {
    cellar: Gauge<f64, Celsius>,
    garage: Gauge<f64, Celsius>,
}

/// With catalogues, one of them empty, before, between and after single metrics.
const JOINED: Catalog =
    meterstick::catalog![Catalog::new(&[]), House::CATALOG, SENT, LATENCY, ALL, House::DECLARED.cellar];

#[test]
fn a_catalogue_in_the_list_adds_all_of_its_metrics() {
    let names: Vec<_> = JOINED.metrics().iter().map(|metric| metric.name).collect();
    let all = ["shop.sent", "shop.request.duration", "house.attic"];
    assert_eq!(names[..2], ["house.cellar", "house.garage"]);
    assert_eq!(names[2..4], all[..2]);
    assert_eq!(names[4..7], all);
    assert_eq!(names[7..], ["house.cellar"]);
    assert_eq!(JOINED.metrics()[6], ALL.metrics()[2]);
    let house = House::global(SHOP);
    assert_eq!([house.cellar.descriptor().name, house.garage.descriptor().name], names[..2]);

    assert_eq!(meterstick::catalog![].metrics(), []);
    assert_eq!(meterstick::catalog![Catalog::new(&[])].metrics(), []);
}

#[test]
fn a_catalogue_has_all_that_is_declared() {
    let [sent, latency, attic] = ALL.metrics() else { panic!() };
    assert_eq!((sent.name, sent.unit, sent.description), ("shop.sent", "By", "How much was sent."));
    assert_eq!((sent.kind, sent.form, sent.scope), (InstrumentKind::Counter, Form::Integer, Some(SHOP)));
    assert_eq!((sent.cardinality, sent.cardinality_limit), (None, Some(50)));
    let field =
        |key, ty, required, members| Field::new(key, ty).required(required).members(members).open(key == "http.route");
    let fields = [
        field("http.error", ValueType::Bool, false, &[]),
        field("http.request.method", ValueType::String, true, &["GET", "POST"]),
        field("http.route", ValueType::String, true, &[]),
    ];
    assert_eq!(sent.attributes, fields);
    assert_eq!((&*latency.boundaries, latency.cardinality, latency.scope), (&[0.1, 1.0][..], Some(1), None));
    assert_eq!((attic.kind, attic.form), (InstrumentKind::ObservableGauge, Form::Float));
    let served = Served { method: Method::Post, route: "/", error: None };
    SENT.add(Bytes(1), Served { method: Method::Get, ..served });
}

#[test]
fn a_catalogue_is_made_anywhere() {
    const NESTED: Catalog = {
        const NONE: Catalog = meterstick::catalog![];
        assert!(NONE.metrics().is_empty());
        meterstick::catalog![LATENCY,]
    };
    let here = meterstick::catalog![LATENCY];
    assert_eq!(NESTED, here);
}

#[test]
fn a_view_outlives_the_list_that_it_is_made_of() {
    let list = vec![*SENT.descriptor(), *LATENCY.descriptor()];
    let view = meterstick::views(&list);
    drop(list);
    drop(opentelemetry_sdk::metrics::SdkMeterProvider::builder().with_view(view).build());
}
