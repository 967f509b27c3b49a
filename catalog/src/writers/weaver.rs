//! Writes the catalogue as a registry of OpenTelemetry Weaver.
// Uses `generate`, `registry`, `yaml`. Used by `writers`.

use std::collections::{BTreeMap, BTreeSet};

use meterstick::catalog::Catalog;
use meterstick::{Descriptor, Field, Form, InstrumentKind, Scope, ValueType};
use serde::Serialize;

use crate::generate::emit::metric::number;
use crate::registry::{self, conventions};
use crate::yaml;

/// The files of a Weaver registry: put them into one folder, and `weaver registry check` reads it.
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
    /// The content of `manifest.yaml`.
    pub manifest: String,
    /// The content of `metrics.yaml`, a file of the format `definition/2`.
    pub metrics: String,
}

impl Weaver {
    /// Returns each file's name and content.
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
    // The conventions define their own metrics and attributes.
    let (theirs, own): (Vec<_>, Vec<_>) = metrics.into_iter().partition(|(metric, _)| is_convention(metric));
    let keys = own_keys(&own);
    let refers = |(metric, _): &(&Descriptor, _)| metric.attributes.iter().any(|field| !keys.contains(field.key));
    let depends = !theirs.is_empty() || own.iter().any(refers);
    let manifest = Manifest {
        schema_url,
        stability: STABILITY,
        dependencies: depends.then(Dependency::on_conventions).into_iter().collect(),
    };
    let imports: Vec<_> = theirs.iter().map(|(metric, _)| metric.name).collect();
    let file = File {
        file_format: "definition/2",
        imports: (!imports.is_empty()).then_some(Imports { metrics: imports }),
        attributes: attributes(&own, &keys),
        metrics: own.iter().map(|(metric, scopes)| Metric::of(metric, scopes, &keys)).collect(),
    };
    Weaver { manifest: yaml::to_string(&manifest), metrics: yaml::to_string(&file) }
}

/// Whether a metric belongs to the semantic conventions: one with the same name, kind, unit and number type.
fn is_convention(metric: &Descriptor) -> bool {
    let Some(known) = conventions().metrics.get(metric.name) else { return false };
    let integers = number(known) == registry::DefinedNumber::Int;
    known.unit == metric.unit
        && Some(known.instrument) == registry::DefinedInstrument::of(instrument(metric.kind))
        && integers == (metric.form == Form::Integer)
}

/// The keys that the conventions do not define, or not as every metric has them: a registry has one definition of a key.
fn own_keys(metrics: &[(&'static Descriptor, Vec<Scope>)]) -> BTreeSet<&'static str> {
    let fields = metrics.iter().flat_map(|(metric, _)| metric.attributes);
    fields.filter(|field| !is_convention_attribute(field)).map(|field| field.key).collect()
}

/// Whether an attribute belongs to the semantic conventions: one with the same key and type.
fn is_convention_attribute(field: &Field) -> bool {
    use registry::Type as Known;
    let Some(known) = conventions().attributes.get(field.key) else { return false };
    match known.ty {
        Known::String | Known::Members(_) => field.ty == ValueType::String,
        Known::Int | Known::Integers(_) => field.ty == ValueType::Int,
        Known::Double => field.ty == ValueType::Double,
        Known::Boolean => field.ty == ValueType::Bool,
        Known::Strings => field.ty == ValueType::Strings,
        Known::Ints => field.ty == ValueType::Ints,
        Known::Doubles => field.ty == ValueType::Doubles,
        Known::Booleans => field.ty == ValueType::Bools,
        _ => field.ty == ValueType::Any,
    }
}

const STABILITY: &str = "development";

#[derive(Serialize)]
struct Manifest<'a> {
    schema_url: &'a str,
    stability: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dependencies: Vec<Dependency>,
}

#[derive(Serialize)]
struct Dependency {
    schema_url: &'static str,
    registry_path: String,
}

impl Dependency {
    fn on_conventions() -> Self {
        let schema_url = meterstick_semconv::SCHEMA_URL;
        let version = schema_url.rsplit('/').next().unwrap_or_default();
        let path = format!("https://github.com/open-telemetry/semantic-conventions.git@v{version}[model]");
        Self { schema_url, registry_path: path }
    }
}

#[derive(Serialize)]
struct Imports {
    metrics: Vec<&'static str>,
}

#[derive(Serialize)]
struct File {
    file_format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    imports: Option<Imports>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    annotations: Option<OfAttribute>,
}

/// The annotations of an attribute, for which a registry has no field.
#[derive(Serialize)]
struct OfAttribute {
    meterstick: Closed,
}

/// Whether an enumeration is closed: those of the conventions never are.
#[derive(Serialize)]
struct Closed {
    closed: bool,
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
    /// The values that this program uses of an attribute that the conventions define.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    examples: &'static [&'static str],
}

/// The annotations of a metric, for which a registry has no field.
#[derive(Serialize)]
struct Annotations {
    /// The annotations that other code generators read as well.
    code_generation: CodeGeneration,
    meterstick: Declared,
}

#[derive(Serialize)]
struct CodeGeneration {
    metric_value_type: &'static str,
}

#[derive(Serialize)]
struct Declared {
    observable: bool,
    /// Of a histogram: none are not the defaults.
    #[serde(skip_serializing_if = "Option::is_none")]
    boundaries: Option<Vec<f64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exponential: Option<Exponential>,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    any_attributes: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    cardinality: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cardinality_limit: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    scopes: Vec<&'static str>,
}

#[derive(Serialize)]
struct Exponential {
    max_size: u32,
    max_scale: i8,
}

impl Metric {
    fn of(metric: &Descriptor, scopes: &[Scope], own_keys: &BTreeSet<&str>) -> Self {
        use InstrumentKind as Kind;
        let observable = [Kind::ObservableCounter, Kind::ObservableUpDownCounter, Kind::ObservableGauge];
        let attributes = metric.attributes.iter().map(|field| Reference {
            r#ref: field.key,
            requirement_level: if field.required { "required" } else { "recommended" },
            examples: if own_keys.contains(field.key) { &[] } else { field.members },
        });
        let exponential = metric.exponential;
        let declared = Declared {
            observable: observable.contains(&metric.kind),
            boundaries: (metric.kind == Kind::Histogram).then(|| metric.boundaries.to_vec()),
            exponential: exponential.map(|size| Exponential { max_size: size.max_size, max_scale: size.max_scale }),
            // A registry has either declared keys or any.
            any_attributes: metric.attributes.is_empty() && metric.any_keys,
            cardinality: metric.cardinality,
            cardinality_limit: metric.cardinality_limit,
            scopes: scopes.iter().map(Scope::name).collect(),
        };
        let metric_value_type = match metric.form {
            Form::Integer => "int",
            _ => "double",
        };
        let annotations = Annotations { code_generation: CodeGeneration { metric_value_type }, meterstick: declared };
        Self {
            name: metric.name,
            brief: metric.description,
            instrument: instrument(metric.kind),
            unit: metric.unit,
            stability: STABILITY,
            // By default, a program records everything that it declares.
            requirement_level: "recommended",
            attributes: attributes.collect(),
            annotations,
        }
    }
}

/// A registry's name for an instrument: observable instruments have no names of their own.
fn instrument(kind: InstrumentKind) -> &'static str {
    use InstrumentKind as Kind;
    match kind {
        Kind::Counter | Kind::ObservableCounter => "counter",
        Kind::UpDownCounter | Kind::ObservableUpDownCounter => "updowncounter",
        Kind::Histogram => "histogram",
        // A gauge; and a future kind has at least a value.
        _ => "gauge",
    }
}

/// Each key once: a registry defines an attribute separately from the metrics that use it.
fn attributes(metrics: &[(&'static Descriptor, Vec<Scope>)], own_keys: &BTreeSet<&str>) -> Vec<Definition> {
    let mut types = BTreeMap::<&str, (Type, Vec<&str>)>::new();
    let mut open = BTreeSet::new();
    for (metric, _) in metrics {
        for field in metric.attributes.iter().filter(|field| own_keys.contains(field.key)) {
            if field.open {
                open.insert(field.key);
            }
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
        let brief = format!("An attribute of {}.", of.join(", "));
        let closed = matches!(ty, Type::Enumeration { .. }) && !open.contains(key);
        let annotations = closed.then_some(OfAttribute { meterstick: Closed { closed } });
        Definition { key, ty, brief, stability: STABILITY, annotations }
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

    /// The type that contains the values of both.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Enumeration { mut members }, Self::Enumeration { members: others })
                if plain(&members) == plain(&others) =>
            {
                for member in others {
                    if !members.iter().any(|known| known.id == member.id) {
                        members.push(member);
                    }
                }
                Self::Enumeration { members }
            }
            (Self::Plain(ty), Self::Enumeration { members }) | (Self::Enumeration { members }, Self::Plain(ty))
                if ty == plain(&members) =>
            {
                Self::Plain(ty)
            }
            (one, other) if one == other => one,
            _ => Self::Plain("any"),
        }
    }
}

/// The type of the members' values.
fn plain(members: &[Member]) -> &'static str {
    if members.iter().all(|member| matches!(member.value, Value::Int(_))) { "int" } else { "string" }
}
