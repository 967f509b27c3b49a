//! The catalogue as a registry of OpenTelemetry Weaver.

use std::collections::BTreeMap;

use meterstick::catalog::Catalog;
use meterstick::{Descriptor, Field, Form, InstrumentKind, Scope, ValueType};
use serde::Serialize;

use crate::yaml;

/// The files of a registry: put them into one folder, and `weaver registry check` reads it.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use meterstick_catalog::WriteCatalog;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
///
/// let registry = meterstick::catalog![SENT].to_weaver("https://example.com/schemas/1.0.0");
/// let names = registry.files().map(|(name, _)| name);
/// assert_eq!(names, ["manifest.yaml", "metrics.yaml"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Weaver {
    /// What `manifest.yaml` has.
    pub manifest: String,
    /// What `metrics.yaml` has: a file of the format `definition/2`.
    pub metrics: String,
}

impl Weaver {
    /// Each file's name and text.
    ///
    /// ```
    /// use meterstick_catalog::WriteCatalog;
    ///
    /// for (name, text) in meterstick::catalog![].to_weaver("https://example.com/schemas/1.0.0").files() {
    ///     assert!(name.ends_with(".yaml") && text.ends_with('\n'));
    /// }
    /// ```
    #[must_use]
    pub fn files(&self) -> [(&'static str, &str); 2] {
        [("manifest.yaml", &self.manifest), ("metrics.yaml", &self.metrics)]
    }
}

pub fn write(catalog: &Catalog, schema_url: &str) -> Weaver {
    let metrics = catalog.sorted();
    let manifest = Manifest { schema_url, stability: STABILITY };
    let file = File {
        file_format: "definition/2",
        attributes: attributes(&metrics),
        metrics: metrics.iter().map(|(metric, scopes)| Metric::of(metric, scopes)).collect(),
    };
    Weaver { manifest: yaml::to_string(&manifest), metrics: yaml::to_string(&file) }
}

const STABILITY: &str = "development";

#[derive(Serialize)]
struct Manifest<'a> {
    schema_url: &'a str,
    stability: &'a str,
}

#[derive(Serialize)]
struct File {
    file_format: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<Definition>,
    metrics: Vec<Metric>,
}

#[derive(Serialize)]
struct Definition {
    key: &'static str,
    #[serde(rename = "type")]
    ty: Type,
    brief: String,
    stability: &'static str,
}

#[derive(Serialize, PartialEq)]
#[serde(untagged)]
enum Type {
    Plain(&'static str),
    Enumeration { members: Vec<Member> },
}

#[derive(Serialize, PartialEq)]
struct Member {
    id: &'static str,
    value: Value,
    stability: &'static str,
}

#[derive(Serialize, PartialEq)]
#[serde(untagged)]
enum Value {
    Int(i64),
    Text(&'static str),
}

#[derive(Serialize)]
struct Metric {
    name: &'static str,
    brief: &'static str,
    instrument: &'static str,
    unit: &'static str,
    stability: &'static str,
    requirement_level: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<Reference>,
    annotations: Annotations,
}

#[derive(Serialize)]
struct Reference {
    r#ref: &'static str,
    requirement_level: &'static str,
}

/// What a registry has no field for.
#[derive(Serialize)]
struct Annotations {
    number: &'static str,
    observable: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    boundaries: Vec<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exponential: Option<Exponential>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cardinality: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    scopes: Vec<&'static str>,
}

#[derive(Serialize)]
struct Exponential {
    max_size: u32,
    max_scale: i8,
}

impl Metric {
    fn of(metric: &Descriptor, scopes: &[Scope]) -> Self {
        use InstrumentKind as Kind;
        let instrument = match metric.kind {
            Kind::Counter | Kind::ObservableCounter => "counter",
            Kind::UpDownCounter | Kind::ObservableUpDownCounter => "updowncounter",
            Kind::Gauge | Kind::ObservableGauge => "gauge",
            Kind::Histogram => "histogram",
        };
        let observable = [Kind::ObservableCounter, Kind::ObservableUpDownCounter, Kind::ObservableGauge];
        let attributes = metric.attributes.iter().map(|field| Reference {
            r#ref: field.key,
            requirement_level: if field.required { "required" } else { "recommended" },
        });
        let annotations = Annotations {
            number: match metric.form {
                Form::Integer => "int",
                Form::Float => "double",
            },
            observable: observable.contains(&metric.kind),
            boundaries: metric.boundaries.to_vec(),
            exponential: metric
                .exponential
                .map(|buckets| Exponential { max_size: buckets.max_size, max_scale: buckets.max_scale }),
            cardinality: metric.cardinality.or(metric.cardinality_limit),
            scopes: scopes.iter().map(Scope::name).collect(),
        };
        Self {
            name: metric.name,
            brief: metric.description,
            instrument,
            unit: metric.unit,
            stability: STABILITY,
            // A program measures by default what it declares.
            requirement_level: "recommended",
            attributes: attributes.collect(),
            annotations,
        }
    }
}

/// Each key once: a registry defines an attribute apart from the metrics that have it.
fn attributes(metrics: &[(&'static Descriptor, Vec<Scope>)]) -> Vec<Definition> {
    let mut types = BTreeMap::<&str, (Type, Vec<&str>)>::new();
    for (metric, _) in metrics {
        for field in metric.attributes {
            let ty = Type::of(field);
            match types.remove(field.key) {
                None => types.insert(field.key, (ty, vec![metric.name])),
                Some((known, mut of)) => {
                    of.push(metric.name);
                    types.insert(field.key, (known.and(ty), of))
                }
            };
        }
    }
    let define = |(key, (ty, of)): (&'static str, (Type, Vec<&str>))| {
        let of: Vec<_> = of.iter().map(|name| format!("`{name}`")).collect();
        Definition { key, ty, brief: format!("An attribute of {}.", of.join(", ")), stability: STABILITY }
    };
    types.into_iter().map(define).collect()
}

impl Type {
    fn of(field: &Field) -> Self {
        if field.members.is_empty() {
            return Self::Plain(match field.ty {
                ValueType::Bool => "boolean",
                ValueType::Int => "int",
                ValueType::Double => "double",
                ValueType::String => "string",
                ValueType::Bools => "boolean[]",
                ValueType::Ints => "int[]",
                ValueType::Doubles => "double[]",
                ValueType::Strings => "string[]",
                _ => "any",
            });
        }
        let member = |member: &&'static str| {
            let number = member.parse().ok().filter(|_| field.ty == ValueType::Int);
            Member { id: member, value: number.map_or(Value::Text(member), Value::Int), stability: STABILITY }
        };
        Self::Enumeration { members: field.members.iter().map(member).collect() }
    }

    /// What holds the values of both.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Enumeration { mut members }, Self::Enumeration { members: others }) => {
                for member in others {
                    if !members.iter().any(|known| known.id == member.id) {
                        members.push(member);
                    }
                }
                Self::Enumeration { members }
            }
            (Self::Plain("string"), Self::Enumeration { .. }) | (Self::Enumeration { .. }, Self::Plain("string")) => {
                Self::Plain("string")
            }
            (one, other) if one == other => one,
            _ => Self::Plain("any"),
        }
    }
}
