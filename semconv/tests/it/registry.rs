//! The registry's facts, read by themselves and not by the generator's types.

use serde_json::Value;

/// The registry that the package is made of.
pub fn registry() -> Value {
    serde_json::from_str(include_str!("../../registry.json")).expect("the registry is JSON")
}

/// One metric of it.
pub struct Metric<'a> {
    pub name: &'a str,
    pub instrument: &'a str,
    pub unit: &'a str,
    /// Whether it records integers.
    pub integer: bool,
    pub attributes: Vec<Attribute<'a>>,
}

/// One attribute of a metric.
pub struct Attribute<'a> {
    pub key: &'a str,
    pub ty: &'a Value,
    pub required: bool,
}

pub fn metrics(registry: &Value) -> Vec<Metric<'_>> {
    let all = registry["metrics"].as_object().expect("there are metrics");
    all.iter().map(|(name, metric)| Metric::of(registry, name, metric)).collect()
}

impl<'a> Metric<'a> {
    fn of(registry: &'a Value, name: &'a str, metric: &'a Value) -> Self {
        let unit = metric["unit"].as_str().expect("a metric has a unit");
        let integer = match metric.get("number").and_then(Value::as_str) {
            Some("int") => true,
            Some("double") => false,
            Some(other) => panic!("`{name}` is of `{other}`"),
            None => !["s", "ms", "1"].contains(&unit),
        };
        let attributes = metric.get("attributes").and_then(Value::as_object).into_iter().flatten();
        let attributes = attributes.map(|(key, level)| Attribute {
            key,
            ty: &registry["attributes"][key]["type"],
            required: level == "required",
        });
        let instrument = metric["instrument"].as_str().expect("a metric has an instrument");
        Self { name, instrument, unit, integer, attributes: attributes.collect() }
    }
}
