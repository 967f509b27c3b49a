//! One registry in each format is one registry.

use std::fs;
use std::path::PathBuf;

use meterstick_catalog::registry::{DefinedInstrument, Reader, Registry, RequirementLevel, SpanKind, Stability, Type};

const GROUPS: &str = "
groups:
- id: registry.shop
  type: attribute_group
  brief: Attributes.
  attributes:
  - id: shop.kind
    type:
      members:
      - {id: delivery, value: delivery, stability: stable}
      - {id: pickup, value: pickup, stability: stable}
    brief: How it comes.
    stability: stable
- id: attributes.shop
  type: attribute_group
  brief: What all have.
  attributes:
  - ref: shop.kind
    requirement_level: required
  - ref: error.type
- id: metric.shop.orders
  type: metric
  metric_name: shop.orders
  brief: Orders.
  instrument: counter
  unit: '{order}'
  stability: stable
  extends: attributes.shop
  attributes:
  - ref: error.type
    brief: Why it failed.
    requirement_level:
      conditionally_required: If it failed.
- id: span.shop.pay
  type: span
  span_kind: client
  brief: A payment.
  stability: development
  attributes:
  - ref: shop.kind
    sampling_relevant: true
";

const DEFINITION_2: &str = "
file_format: definition/2
attributes:
- key: shop.kind
  type:
    members:
    - {id: delivery, value: delivery, stability: stable}
    - {id: pickup, value: pickup, stability: stable}
  brief: How it comes.
  stability: stable
attribute_groups:
- id: attributes.shop
  visibility: internal
  attributes:
  - ref: shop.kind
    requirement_level: required
  - ref: error.type
metrics:
- name: shop.orders
  brief: Orders.
  instrument: counter
  unit: '{order}'
  stability: stable
  attributes:
  - ref_group: attributes.shop
  - ref: error.type
    brief: Why it failed.
    requirement_level:
      conditionally_required: If it failed.
spans:
- type: shop.pay
  kind: client
  name: {note: '{shop.kind}'}
  brief: A payment.
  stability: development
  attributes:
  - ref: shop.kind
    sampling_relevant: true
";

/// What `weaver registry resolve -f json` writes.
const RESOLVED_1: &str = r#"{
  "registry_url": "https://example.com/schemas/1.0.0",
  "groups": [
    {"id": "metric.shop.orders", "type": "metric", "metric_name": "shop.orders", "brief": "Orders.", "instrument": "counter",
     "unit": "{order}", "stability": "stable", "attributes": [
      {"name": "error.type", "type": {"members": [{"id": "other", "value": "_OTHER", "stability": "stable"}]},
       "brief": "Why it failed.", "requirement_level": {"conditionally_required": "If it failed."}, "stability": "stable"},
      {"name": "shop.kind", "type": {"members": [
        {"id": "delivery", "value": "delivery", "stability": "stable"}, {"id": "pickup", "value": "pickup", "stability": "stable"}]},
       "brief": "How it comes.\n", "requirement_level": "required", "stability": "stable"}]},
    {"id": "span.shop.pay", "type": "span", "span_kind": "client", "brief": "A payment.", "stability": "development", "attributes": [
      {"name": "shop.kind", "type": {"members": [
        {"id": "delivery", "value": "delivery", "stability": "stable"}, {"id": "pickup", "value": "pickup", "stability": "stable"}]},
       "brief": "How it comes.", "requirement_level": "recommended", "sampling_relevant": true, "stability": "stable"}]}
  ]
}"#;

/// What it writes with `--v2`: each signal has its attributes.
const RESOLVED_2: &str = r#"{
  "file_format": "resolved/2.0",
  "schema_url": "https://example.com/schemas/1.0.0",
  "registry": {
    "attributes": [{"key": "shop.kind", "type": {"members": [
      {"id": "delivery", "value": "delivery", "stability": "stable"}, {"id": "pickup", "value": "pickup", "stability": "stable"}]},
      "brief": "How it comes.", "stability": "stable"}],
    "attribute_groups": [],
    "metrics": [{"name": "shop.orders", "brief": "Orders.", "instrument": "counter", "unit": "{order}", "stability": "stable",
      "attributes": [
        {"key": "error.type", "type": {"members": [{"id": "other", "value": "_OTHER", "stability": "stable"}]},
         "brief": "Why it failed.", "requirement_level": {"conditionally_required": "If it failed."}, "stability": "stable"},
        {"key": "shop.kind", "type": {"members": [
          {"id": "delivery", "value": "delivery", "stability": "stable"}, {"id": "pickup", "value": "pickup", "stability": "stable"}]},
         "brief": "How it comes.", "requirement_level": "required", "stability": "stable"}]}],
    "spans": [{"type": "shop.pay", "kind": "client", "name": {"note": "{shop.kind}"}, "brief": "A payment.",
      "stability": "development", "attributes": [
        {"key": "shop.kind", "type": {"members": [
          {"id": "delivery", "value": "delivery", "stability": "stable"}, {"id": "pickup", "value": "pickup", "stability": "stable"}]},
         "brief": "How it comes.", "requirement_level": "recommended", "sampling_relevant": true, "stability": "stable"}]}],
    "events": [], "entities": []
  },
  "refinements": {"metrics": [{"id": "shop.orders", "name": "shop.orders", "brief": "Orders.", "instrument": "counter",
    "unit": "{order}", "stability": "stable", "attributes": []}], "spans": [], "events": [], "entities": []}
}"#;

/// The same, with the attributes as places in one list: as a package of a registry has them.
const PUBLISHED_2: &str = "
file_format: resolved/2.0
schema_url: https://example.com/schemas/1.0.0
attribute_catalog:
- key: error.type
  type: {members: [{id: other, value: _OTHER, stability: stable}]}
  brief: Why it failed.
  stability: stable
- key: shop.kind
  type: {members: [{id: delivery, value: delivery, stability: stable}, {id: pickup, value: pickup, stability: stable}]}
  brief: How it comes.
  stability: stable
registry:
  attributes: [1]
  attribute_groups: []
  metrics:
  - name: shop.orders
    brief: Orders.
    instrument: counter
    unit: '{order}'
    stability: stable
    attributes:
    - {base: 0, requirement_level: {conditionally_required: If it failed.}}
    - {base: 1, requirement_level: required}
  spans:
  - type: shop.pay
    kind: client
    name: {note: '{shop.kind}'}
    brief: A payment.
    stability: development
    attributes:
    - {base: 1, requirement_level: recommended, sampling_relevant: true}
";

fn check(name: &str, text: &str) {
    let registry = Registry::parse(text, name).unwrap_or_else(|problems| panic!("{problems}"));
    let orders = &registry.metrics["shop.orders"];
    assert_eq!(
        (orders.instrument, &*orders.unit, &*orders.brief),
        (DefinedInstrument::Counter, "{order}", "Orders."),
        "{name}"
    );
    assert_eq!(orders.stability, Stability::Stable, "{name}");
    let levels: Vec<_> = orders.attributes.iter().map(|(key, of)| (key.as_str(), of.level)).collect();
    assert_eq!(
        levels,
        [("error.type", RequirementLevel::ConditionallyRequired), ("shop.kind", RequirementLevel::Required)],
        "{name}"
    );
    let kind = &registry.attributes["shop.kind"];
    let members = vec![("delivery".to_owned(), "delivery".to_owned()), ("pickup".to_owned(), "pickup".to_owned())];
    assert_eq!((&kind.ty, &*kind.brief), (&Type::Members(members), "How it comes."), "{name}");
    assert!(registry.attributes["error.type"].is_convention && !kind.is_convention, "{name}");
    let pay = &registry.spans["shop.pay"];
    assert_eq!((pay.kind, &pay.name, &*pay.brief), (SpanKind::Client, &None, "A payment."), "{name}");
    assert!(pay.attributes["shop.kind"].sampling_relevant, "{name}");
    let code = registry.to_code().unwrap_or_else(|problems| panic!("{problems}"));
    assert!(code.contains("pub const ORDERS: Metric<Counter<u64, super::unit::Orders, Orders<'static>>>"), "{code}");
}

#[test]
fn each_format_says_the_same() {
    let formats = [GROUPS, DEFINITION_2, RESOLVED_1, RESOLVED_2, PUBLISHED_2];
    let names = ["groups", "definition/2", "resolved", "resolved with --v2", "published"];
    for (name, text) in names.into_iter().zip(formats) {
        check(name, text);
    }
}

pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (file, text) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn a_folder_is_read_with_what_is_within_and_nothing_else() {
    let folder = folder(
        "formats-folder",
        &[
            ("manifest.yaml", "schema_url: https://example.com/schemas/2.0.0\n"),
            (
                "a/attributes.yml",
                "file_format: definition/2\nattributes:\n- {key: a.b, type: int, brief: B., stability: stable}\n",
            ),
            (
                "metrics.yaml",
                "groups:\n- {id: metric.a.c, type: metric, metric_name: a.c, brief: C., instrument: gauge, unit: '1', stability: stable, attributes: [{ref: a.b}]}\n",
            ),
            ("templates/weaver.yaml", "params: {}\n"),
            (".hidden/x.yaml", "a: [\n"),
            ("readme.md", "# x\n"),
        ],
    );
    let registry = Registry::read(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(registry.schema_url, "https://example.com/schemas/2.0.0");
    assert_eq!(registry.metrics["a.c"].attributes.len(), 1);
}

#[test]
fn a_dependency_is_read_where_it_is_and_the_conventions_are_known() {
    let base = "file_format: definition/2\nattributes:\n- {key: base.x, type: int, brief: X., stability: stable}\nattribute_groups:\n- {id: base.group, visibility: internal, attributes: [{ref: base.x, requirement_level: required}]}\nmetrics:\n- {name: base.m, brief: M., instrument: gauge, unit: By, stability: stable, attributes: [{ref: base.x}]}\n";
    let own = "file_format: definition/2\nimports:\n  metrics: [base.*, jvm.memory.used]\nmetrics:\n- {name: own.m, brief: M., instrument: gauge, unit: By, stability: stable, attributes: [{ref_group: base.group}, {ref: jvm.memory.type}]}\n";
    let manifest = "dependencies:\n- {name: base, registry_path: ../base}\n- {name: otel, registry_path: 'https://github.com/open-telemetry/semantic-conventions@v1.43.0[model]'}\n";
    let folder = folder(
        "formats-dependency",
        &[("base/base.yaml", base), ("own/own.yaml", own), ("own/manifest.yaml", manifest)],
    );
    let registry = Registry::read(folder.join("own")).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(registry.metrics["own.m"].attributes["base.x"].level, RequirementLevel::Required);
    assert!(registry.metrics["jvm.memory.used"].is_convention && !registry.metrics["base.m"].is_convention);
    let code = registry.to_code().unwrap();
    assert!(code.contains("pub use ::meterstick_semconv::jvm::MEMORY_USED;"), "{code}");
    assert!(code.contains("Option<::meterstick_semconv::attribute::jvm::MemoryType<'a>>"), "{code}");
    assert!(!code.contains("enum MemoryType"), "{code}");

    // The path is relative to the manifest, wherever the other files are, and a link to a folder above is not followed in circles.
    fs::create_dir(folder.join("own/a")).unwrap();
    fs::rename(folder.join("own/own.yaml"), folder.join("own/a/own.yaml")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.join("own"), folder.join("own/a/above")).unwrap();
    assert!(
        Registry::read(folder.join("own"))
            .unwrap_or_else(|problems| panic!("{problems}"))
            .metrics
            .contains_key("own.m")
    );

    // A URL of another registry is not followed: its folder is given.
    let by_url = manifest.replace("../base", "'https://github.com/example/base[model]'");
    fs::write(folder.join("own/manifest.yaml"), by_url).unwrap();
    let problems = Registry::read(folder.join("own")).unwrap_err().to_string();
    // What is missing because of it is not reported as well.
    assert_eq!(problems.lines().count(), 1, "{problems}");
    assert!(problems.contains("manifest.yaml:2: the dependency `base` is not available: fetch it, and name its folder with `--dependency base=FOLDER`"), "{problems}");
    assert!(Reader::new().dependency("base", folder.join("base")).read(folder.join("own")).is_ok());
}

#[test]
fn a_dependency_may_be_published_as_weaver_resolves_it() {
    let own = "file_format: definition/2\nimports:\n  metrics: [shop.*]\nmetrics:\n- {name: own.m, brief: M., instrument: gauge, unit: By, stability: stable, attributes: [{ref: shop.kind}]}\n";
    let published = "file_format: manifest/2.0\nschema_url: https://example.com/schemas/1.0.0\nresolved_registry_uri: resolved.yaml\n";
    let manifest = "dependencies:\n- {schema_url: 'https://example.com/schemas/1.0.0', registry_path: ../published}\n";
    let folder = folder(
        "formats-published",
        &[
            ("published/manifest.yaml", published),
            ("published/resolved.yaml", PUBLISHED_2),
            ("own/own.yaml", own),
            ("own/manifest.yaml", manifest),
        ],
    );
    let registry = Registry::read(folder.join("own")).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(registry.metrics.keys().collect::<Vec<_>>(), ["own.m", "shop.orders"]);
    assert!(matches!(registry.attributes["shop.kind"].ty, Type::Members(_)));
}

#[test]
fn a_refinement_is_no_second_metric() {
    let text = "
groups:
- {id: metric.a.m, type: metric, metric_name: a.m, brief: M., instrument: gauge, unit: By, stability: stable}
- {id: metric.b.m, type: metric, metric_name: a.m, extends: metric.a.m, brief: M of b., instrument: gauge, unit: By, stability: stable}
";
    let registry = Registry::parse(text, "x").unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(registry.metrics["a.m"].brief, "M.");
    assert_eq!(registry.refinements["b.m"].refines.as_ref().unwrap().name, "a.m");
}

#[test]
fn a_refinement_is_of_the_metric_whatever_it_says() {
    let text = "
groups:
- {id: metric.a.m, type: metric, metric_name: a.m, brief: M., instrument: gauge, unit: By, stability: stable}
- {id: metric.b.m, type: metric, metric_name: a.m, extends: metric.a.m, brief: M of b., instrument: gauge, unit: s, stability: stable}
- {id: metric.c.m, type: metric, metric_name: a.m, extends: metric.a.m, brief: M of c., instrument: counter, unit: By, stability: stable}
";
    let problems = Registry::parse(text, "x.yaml").unwrap_err().to_string();
    assert_eq!(
        problems,
        "x.yaml:4: the refinement `b.m` has another unit than the metric `a.m`: remove it\n\
         x.yaml:5: the refinement `c.m` has another instrument than the metric `a.m`: remove it"
    );
}
