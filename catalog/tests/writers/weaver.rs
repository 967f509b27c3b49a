//! The catalogue as a registry of Weaver, read back.

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::One;
use meterstick::{Descriptor, Field, InstrumentKind, ValueType};
use meterstick_catalog::WriteCatalog;
use meterstick_catalog::registry::conventions;
use proptest::prelude::*;
use yaml_rust2::{Yaml, YamlLoader};

use crate::samples::{catalog, descriptor, kept};

fn read(text: &str) -> Yaml {
    let mut documents = YamlLoader::load_from_str(text).unwrap();
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

fn list(yaml: &Yaml) -> &[Yaml] {
    yaml.as_vec().map_or(&[], Vec::as_slice)
}

fn keys(yaml: &Yaml) -> Vec<&str> {
    yaml.as_hash().unwrap().keys().map(|key| key.as_str().unwrap()).collect()
}

/// What the format has: it refuses any other field.
fn check_fields(yaml: &Yaml, required: &[&str], optional: &[&str]) {
    let keys = keys(yaml);
    assert!(required.iter().all(|key| keys.contains(key)), "{keys:?}");
    assert!(keys.iter().all(|key| required.contains(key) || optional.contains(key)), "{keys:?}");
}

fn check_format(file: &Yaml) {
    check_fields(file, &["file_format", "metrics"], &["attributes", "imports"]);
    assert_eq!(file["file_format"].as_str(), Some("definition/2"));
    let plain = ["boolean", "int", "double", "string", "any", "boolean[]", "int[]", "double[]", "string[]"];
    for attribute in list(&file["attributes"]) {
        check_fields(attribute, &["key", "type", "brief", "stability"], &["annotations"]);
        match attribute["type"].as_str() {
            Some(ty) => assert!(plain.contains(&ty), "{ty}"),
            None => {
                check_fields(&attribute["type"], &["members"], &[]);
                for member in list(&attribute["type"]["members"]) {
                    check_fields(member, &["id", "value", "stability"], &[]);
                }
            }
        }
    }
    for metric in list(&file["metrics"]) {
        check_fields(
            metric,
            &["name", "brief", "instrument", "unit", "stability", "requirement_level", "annotations"],
            &["attributes"],
        );
        assert!(["counter", "updowncounter", "gauge", "histogram"].contains(&metric["instrument"].as_str().unwrap()));
        assert_eq!(metric["stability"].as_str(), Some("development"));
        assert_eq!(metric["requirement_level"].as_str(), Some("recommended"));
        for attribute in list(&metric["attributes"]) {
            check_fields(attribute, &["ref", "requirement_level"], &["examples"]);
            let key = attribute["ref"].as_str().unwrap();
            let defined =
                list(&file["attributes"]).iter().filter(|definition| definition["key"] == attribute["ref"]).count();
            assert_eq!(defined, usize::from(!conventions().attributes.contains_key(key)), "{key}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_registry_says_what_was_declared(catalog in catalog()) {
        let registry = catalog.to_weaver("https://example.com/schemas/1.0.0");
        prop_assert_eq!(&registry, &catalog.to_weaver("https://example.com/schemas/1.0.0"));
        let manifest = read(&registry.manifest);
        check_fields(&manifest, &["schema_url", "stability"], &[]);
        prop_assert_eq!(manifest["schema_url"].as_str(), Some("https://example.com/schemas/1.0.0"));

        let file = read(&registry.metrics);
        check_format(&file);
        let metrics = list(&file["metrics"]);
        prop_assert_eq!(metrics.len(), catalog.metrics().len());
        for declared in catalog.metrics() {
            let metric = metrics.iter().find(|metric| metric["name"].as_str() == Some(declared.name)).unwrap();
            prop_assert_eq!(metric["brief"].as_str(), Some(declared.description));
            prop_assert_eq!(metric["unit"].as_str(), Some(declared.unit));
            let boundaries = list(&metric["annotations"]["meterstick"]["boundaries"]).iter().map(|one| one.as_f64().unwrap());
            prop_assert!(boundaries.eq(declared.boundaries.iter().copied()));
            let attributes = list(&metric["attributes"]);
            prop_assert_eq!(attributes.len(), declared.attributes.len());
            for (attribute, field) in attributes.iter().zip(declared.attributes) {
                prop_assert_eq!(attribute["ref"].as_str(), Some(field.key));
                let level = if field.required { "required" } else { "recommended" };
                prop_assert_eq!(attribute["requirement_level"].as_str(), Some(level));
            }
            if catalog.metrics().len() == 1 {
                for (definition, field) in list(&file["attributes"]).iter().zip(declared.attributes) {
                    let members = list(&definition["type"]["members"]).iter().map(|one| one["value"].as_str().unwrap());
                    prop_assert!(members.eq(field.members.iter().copied()));
                }
            }
        }
    }
}

#[derive(Clone, Copy, AttributeValue)]
enum Cache {
    Hit,
    Miss,
}

#[derive(Clone, Copy, AttributeValue)]
enum Store {
    Miss,
    Late,
}

#[derive(Clone, Copy, Attributes)]
struct Read {
    cache: Cache,
    status: bool,
}

#[derive(Clone, Copy, Attributes)]
struct Written {
    cache: Store,
    status: u16,
}

const READS: Metric<Counter<u64, One, Read>> =
    Meter::counter::<u64>().unit::<One>().name("shop.reads").attributes::<Read>();
const WRITES: Metric<Counter<u64, One, Written>> =
    Meter::counter::<u64>().unit::<One>().name("shop.writes").attributes::<Written>();
const SHOP: Catalog = meterstick::catalog![READS, WRITES];

#[test]
fn a_key_of_two_metrics_is_defined_once_and_holds_the_values_of_both() {
    let file = read(&SHOP.to_weaver("https://example.com/schemas/1.0.0").metrics);
    check_format(&file);
    let [cache, status] = list(&file["attributes"]) else { panic!("{file:?}") };
    let values: Vec<_> = list(&cache["type"]["members"]).iter().map(|one| one["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["hit", "miss", "late"]);
    assert_eq!(status["type"].as_str(), Some("any"));
    assert_eq!(status["brief"].as_str(), Some("An attribute of `shop.reads`, `shop.writes`."));
    let _ = [Cache::Hit as u8, Cache::Miss as u8, Store::Miss as u8, Store::Late as u8];
}

#[derive(Clone, Copy, Attributes)]
struct Called<'a> {
    #[attribute(key = "http.request.method")]
    method: &'a str,
    #[attribute(key = "shop.tenant")]
    tenant: &'a str,
}

#[test]
fn what_the_conventions_define_is_not_defined_again() {
    const CALLS: Metric<Counter<u64, One, Called<'static>>> =
        Meter::counter::<u64>().unit::<One>().name("shop.calls").attributes::<Called>();
    // Of another kind than the conventions have it: it is the program's own.
    const ACTIVE: Metric<Gauge<i64, One>> = Meter::gauge::<i64>().unit::<One>().name("http.server.active_requests");
    const CATALOG: Catalog = meterstick::catalog![CALLS, ACTIVE, meterstick_semconv::http::SERVER_REQUEST_DURATION];
    let registry = CATALOG.to_weaver("https://example.com/schemas/1.0.0");

    let manifest = read(&registry.manifest);
    let [dependency] = list(&manifest["dependencies"]) else { panic!("{manifest:?}") };
    assert_eq!(dependency["schema_url"].as_str(), Some(meterstick_semconv::SCHEMA_URL));
    let path = dependency["registry_path"].as_str().unwrap();
    assert!(path.starts_with("https://github.com/open-telemetry/semantic-conventions.git@v1."), "{path}");

    let file = read(&registry.metrics);
    check_format(&file);
    let imported: Vec<_> = list(&file["imports"]["metrics"]).iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(imported, ["http.server.request.duration"]);
    let names: Vec<_> = list(&file["metrics"]).iter().map(|metric| metric["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["http.server.active_requests", "shop.calls"]);
    let keys: Vec<_> = list(&file["attributes"]).iter().map(|one| one["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["shop.tenant"]);

    // Nothing of the conventions, nothing that depends on them.
    assert!(!SHOP.to_weaver("https://example.com/schemas/1.0.0").manifest.contains("dependencies"));
}

#[derive(Clone, Copy, Attributes)]
struct Answered<'a> {
    #[attribute(key = "http.request.method")]
    method: &'a str,
    #[attribute(key = "http.response.status_code")]
    status: u16,
}

#[derive(Clone, Copy, Attributes)]
struct Classed<'a> {
    #[attribute(key = "http.response.status_code")]
    status: &'a str,
}

#[test]
fn a_key_of_the_conventions_that_one_metric_has_with_another_type_holds_the_values_of_both() {
    const ANSWERS: Metric<Counter<u64, One, Answered<'static>>> =
        Meter::counter::<u64>().unit::<One>().name("shop.answers").attributes::<Answered>();
    const CLASSES: Metric<Counter<u64, One, Classed<'static>>> =
        Meter::counter::<u64>().unit::<One>().name("shop.classes").attributes::<Classed>();
    let defined = |catalog: Catalog| {
        let registry = catalog.to_weaver("https://example.com/schemas/1.0.0");
        let file = read(&registry.metrics);
        let text = |yaml: &Yaml| yaml.as_str().unwrap().to_owned();
        let all = list(&file["attributes"]).iter();
        let all: Vec<_> = all.map(|one| [&one["key"], &one["type"], &one["brief"]].map(text)).collect();
        (all, registry.manifest.contains("dependencies"))
    };
    let status = |ty: &str, of: &str| {
        vec![["http.response.status_code".to_owned(), ty.to_owned(), format!("An attribute of {of}.")]]
    };
    assert_eq!(defined(meterstick::catalog![ANSWERS]), (vec![], true));
    assert_eq!(defined(meterstick::catalog![CLASSES]), (status("string", "`shop.classes`"), false));
    let both = (status("any", "`shop.answers`, `shop.classes`"), true);
    assert_eq!(defined(meterstick::catalog![ANSWERS, CLASSES]), both);
}

#[test]
fn a_key_that_has_texts_in_one_metric_and_integers_in_another_holds_any() {
    let metric = |name: &'static str, ty, members: &'static [&'static str]| {
        let mut metric = descriptor(InstrumentKind::Counter);
        metric.name = name;
        metric.attributes = kept(Box::new([Field::new("shop.k", ty).members(members).open(false)]));
        metric
    };
    let texts = || metric("a.texts", ValueType::String, &["a", "b"]);
    let integers = || metric("a.integers", ValueType::Int, &["1", "2"]);
    let plain = || metric("a.plain", ValueType::Int, &[]);
    let text = || metric("a.text", ValueType::String, &[]);
    let defined = |metrics: Vec<Descriptor>| {
        let registry = Catalog::new(kept(metrics.into_boxed_slice())).to_weaver("https://example.com/schemas/1.0.0");
        let file = read(&registry.metrics);
        let [key] = list(&file["attributes"]) else { panic!("{file:?}") };
        let read = meterstick_catalog::registry::Registry::parse(&registry.metrics, "metrics.yaml");
        let read = read.unwrap_or_else(|problems| panic!("{problems}"));
        read.to_code().unwrap_or_else(|problems| panic!("{problems}"));
        key["type"].as_str().map(str::to_owned)
    };
    assert_eq!(defined(vec![texts(), integers()]).as_deref(), Some("any"));
    assert_eq!(defined(vec![text(), integers()]).as_deref(), Some("any"));
    assert_eq!(defined(vec![texts(), plain()]).as_deref(), Some("any"));
    assert_eq!(defined(vec![text(), texts()]).as_deref(), Some("string"));
    assert_eq!(defined(vec![plain(), integers()]).as_deref(), Some("int"));
    assert_eq!(defined(vec![integers()]), None);
}
