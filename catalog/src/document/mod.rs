//! The catalogue as a JSON document, which programs read.
// Used by `attributes`, `buckets`, `check`, `command`, `metrics`, `renamed`, `writers`.

mod cardinality;
mod names;

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use meterstick::catalog::{Catalog, Prometheus, Strategy};
use meterstick::unit::Code;
use meterstick::{Descriptor, Form, InstrumentKind, Name, ValueType, rules};

/// The format that the document names.
const FORMAT: &str = "meterstick.catalog/1";

/// A catalogue as a JSON document, of this program or of another.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use meterstick_catalog::document::Document;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
///
/// let json = Document::of(&meterstick::catalog![SENT]).to_json();
/// let document = Document::from_json(&json)?;
/// assert_eq!(document.metrics[0].name, "shop.sent");
/// assert_eq!(document.to_json(), json);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
#[non_exhaustive]
pub struct Document {
    /// The format and its version.
    pub format: String,
    /// The metrics, in the order of their names.
    pub metrics: Vec<MetricEntry>,
}

/// A document that is not checked yet.
#[derive(Deserialize)]
struct Written {
    format: String,
    metrics: Vec<MetricEntry>,
}

/// A metric of a catalogue [`Document`].
///
/// ```
/// use meterstick_catalog::document::Document;
///
/// let json = r#"{"format": "meterstick.catalog/1", "metrics": [
///     {"name": "shop.sent", "kind": "counter", "number": "integer", "unit": "By"}
/// ]}"#;
/// let metric = &Document::from_json(json)?.metrics[0];
/// assert_eq!((&*metric.unit, &*metric.description), ("By", ""));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MetricEntry {
    /// The metric's name.
    pub name: String,
    /// The metric's kind.
    #[serde(with = "names::kind")]
    pub kind: InstrumentKind,
    /// Whether it records integers or doubles.
    #[serde(with = "names::form")]
    pub number: Form,
    /// The UCUM code of the unit.
    pub unit: String,
    /// What the metric measures.
    #[serde(default)]
    pub description: String,
    /// The declared attributes.
    #[serde(default)]
    pub attributes: Vec<AttributeEntry>,
    /// Whether attributes with any other keys are possible, too, as with `KeyValues`. If a document does not say so, they are
    /// possible only if the metric has neither attributes nor a cardinality.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub any_keys: bool,
    /// The number of possible attribute sets, if all are known.
    #[serde(default)]
    pub cardinality: Option<usize>,
    /// The maximum number of attribute sets, if one is declared.
    #[serde(default)]
    pub cardinality_limit: Option<usize>,
    /// The bucket boundaries of a histogram.
    #[serde(default)]
    pub boundaries: Vec<f64>,
    /// The size of its exponential buckets, if it asks for them.
    #[serde(default)]
    pub exponential: Option<ExponentialBuckets>,
    /// The scopes in which the metric is declared.
    #[serde(default)]
    pub scopes: Vec<ScopeEntry>,
    /// The metric's name in Prometheus.
    #[serde(default)]
    pub prometheus: String,
}

/// An attribute of a metric of a catalogue [`Document`].
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::One;
/// use meterstick_catalog::document::Document;
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Served {
///     ok: bool,
///     cached: Option<bool>,
/// }
///
/// const SERVED: Metric<Counter<u64, One, Served>> =
///     Meter::counter::<u64>().unit::<One>().name("shop.served").attributes::<Served>();
///
/// let document = Document::of(&meterstick::catalog![SERVED]);
/// let [cached, ok] = &document.metrics[0].attributes[..] else { panic!() };
/// assert!(ok.required && !cached.required);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AttributeEntry {
    /// The attribute's key.
    pub key: String,
    /// The type of its values.
    #[serde(rename = "type", with = "names::value_type")]
    pub ty: ValueType,
    /// Whether it is always present.
    pub required: bool,
    /// The values that are known by name.
    #[serde(default)]
    pub values: Vec<String>,
    /// Whether other values are possible, too, which is the default. Not those of a `bool`.
    #[serde(default = "any_value")]
    pub open: bool,
}

const fn any_value() -> bool {
    true
}

/// The size of a metric's exponential buckets in a catalogue [`Document`].
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Seconds;
/// use meterstick_catalog::document::Document;
///
/// const LATENCY: Metric<Histogram<f64, Seconds>> =
///     Meter::histogram::<f64>().unit::<Seconds>().name("shop.latency").exponential();
///
/// let document = Document::of(&meterstick::catalog![LATENCY]);
/// let [latency] = &document.metrics[..] else { panic!("there is one metric") };
/// assert_eq!(latency.exponential.as_ref().map(|buckets| buckets.max_size), Some(160));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ExponentialBuckets {
    /// The maximum number of buckets.
    pub max_size: u32,
    /// The maximum scale of the buckets.
    pub max_scale: i8,
}

/// An instrumentation scope in a catalogue [`Document`].
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use meterstick_catalog::document::Document;
///
/// static SENT: Counter<u64, Bytes> =
///     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop").version("1.2.0"));
///
/// let document = Document::of(&meterstick::catalog![SENT]);
/// assert_eq!(document.metrics[0].scopes[0].version.as_deref(), Some("1.2.0"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ScopeEntry {
    /// The name of the scope.
    pub name: String,
    /// The version of the scope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The URL of the schema that its metrics follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema_url: Option<String>,
}

impl Document {
    /// Makes the document of a catalogue.
    ///
    /// ```
    /// use meterstick_catalog::document::Document;
    ///
    /// assert!(Document::of(&meterstick::catalog![]).metrics.is_empty());
    /// ```
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let metrics = catalog.sorted().into_iter().map(|(metric, scopes)| MetricEntry::of(metric, &scopes)).collect();
        Self { format: FORMAT.to_owned(), metrics }
    }

    /// Reads a catalogue document from JSON.
    ///
    /// # Errors
    ///
    /// [`DocumentError`] if the text is not JSON, not a catalogue, contains a metric, an attribute or a value of an attribute twice,
    /// or something that no declaration or catalogue can have:
    ///
    /// - two names that differ only in `.` and `_`, or a value that its attribute's type does not have;
    /// - an invalid name of a metric, a unit, an attribute or a scope, or a description that is too long;
    /// - boundaries that do not increase, or an exponential size that is out of range; either of them without a histogram;
    /// - a cardinality that its attributes cannot have, a limit of 0, or a limit below the cardinality.
    ///
    /// The rules are those of declarations. Deserializing with `serde` checks them, too. The names in Prometheus are not checked.
    ///
    /// ```
    /// use meterstick_catalog::document::Document;
    ///
    /// let error = Document::from_json(r#"{"format": "other/1", "metrics": []}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "this is not a catalogue: its format is `other/1`, not `meterstick.catalog/1`");
    /// ```
    pub fn from_json(json: &str) -> Result<Self, DocumentError> {
        // Some editors begin a file with a byte order mark.
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        let written: Written = serde_json::from_str(json).map_err(|error| DocumentError(Reason::Json(error)))?;
        written.try_into()
    }

    /// Writes the document as JSON, with a line end after it.
    ///
    /// ```
    /// use meterstick_catalog::document::Document;
    ///
    /// assert!(Document::of(&meterstick::catalog![]).to_json().contains("\"metrics\": []"));
    /// ```
    ///
    /// # Panics
    ///
    /// Never: JSON can represent everything in it.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).expect("texts, numbers and lists are JSON");
        json.push('\n');
        json
    }
}

impl TryFrom<Written> for Document {
    type Error = DocumentError;

    fn try_from(written: Written) -> Result<Self, DocumentError> {
        let Written { format, mut metrics } = written;
        // A `bool` has no other values, whatever the document says.
        let attributes = metrics.iter_mut().flat_map(|metric| &mut metric.attributes);
        attributes.filter(|one| one.ty == ValueType::Bool).for_each(|one| one.open = false);
        metrics.iter_mut().for_each(MetricEntry::complete);
        if format != FORMAT {
            return Err(DocumentError(Reason::Format(format)));
        }
        metrics.iter().try_for_each(MetricEntry::check)?;
        // Names are case-insensitive.
        let mut names = BTreeMap::new();
        for metric in &metrics {
            let name = metric.name.to_ascii_lowercase();
            // Prometheus can have `_` for `.`.
            match names.insert(name.replace('.', "_"), name.clone()) {
                Some(other) if other == name => return Err(DocumentError(Reason::Twice(name))),
                Some(other) => {
                    let same = format!("`{other}` and `{name}` are the same name in Prometheus: rename one of them");
                    return Err(DocumentError(Reason::Refused(same)));
                }
                None => {}
            }
        }
        Ok(Self { format, metrics })
    }
}

impl AttributeEntry {
    /// Whether a text is that of a value of the type.
    fn can_be(&self, value: &str) -> bool {
        match self.ty {
            ValueType::Bool => matches!(value, "true" | "false"),
            ValueType::Int => value.parse::<i64>().is_ok(),
            ValueType::Double => value.parse::<f64>().is_ok(),
            _ => true,
        }
    }
}

impl MetricEntry {
    /// Without declared attributes there is one set, or any keys are possible.
    fn complete(&mut self) {
        self.any_keys |= self.attributes.is_empty() && self.cardinality.is_none();
    }

    /// Checks the rules of declarations.
    fn check(&self) -> Result<(), DocumentError> {
        let name = &self.name;
        let refused = |what: String, why: &dyn fmt::Display| {
            Err(DocumentError(Reason::Refused(format!("{what} of `{name}`: {why}"))))
        };
        if let Err(error) = Name::try_new(name) {
            return Err(DocumentError(Reason::Refused(format!("the metric `{name}`: {error}"))));
        }
        match Code::try_new(&self.unit) {
            // A metric can have no unit.
            Err(error) if !self.unit.is_empty() => return refused(format!("the unit `{}`", self.unit), &error),
            _ => {}
        }
        let mut keys = BTreeSet::new();
        for attribute in &self.attributes {
            if attribute.key.is_empty() {
                return refused("an attribute".to_owned(), &"a key is not empty");
            }
            if !keys.insert(&attribute.key) {
                return refused(format!("the attribute `{}`", attribute.key), &"the keys of a set are distinct");
            }
            if let Some(value) = attribute.values.iter().find(|value| !attribute.can_be(value)) {
                return refused(
                    format!("the attribute `{}`", attribute.key),
                    &format_args!("`{value}` is not a value of its type"),
                );
            }
            let mut values = BTreeSet::new();
            if !attribute.values.iter().all(|value| values.insert(value)) {
                return refused(format!("the attribute `{}`", attribute.key), &"the values of an enum are distinct");
            }
        }
        if let Err(rule) = rules::check_description(&self.description) {
            return refused("the description".to_owned(), &rule);
        }
        let has_buckets = !self.boundaries.is_empty() || self.exponential.is_some();
        if has_buckets && self.kind != InstrumentKind::Histogram {
            return refused("the buckets".to_owned(), &"only a histogram has buckets");
        }
        if let Err(rule) = rules::check_boundaries(&self.boundaries) {
            return refused("the buckets".to_owned(), &rule);
        }
        if let Some(Err(rule)) = self.exponential.map(|size| rules::check_exponential(size.max_size, size.max_scale)) {
            return refused("the buckets".to_owned(), &rule);
        }
        if let Err(rule) = cardinality::check(self) {
            return refused("the cardinality".to_owned(), &rule);
        }
        if let Err(rule) = rules::check_limit(self.cardinality, self.cardinality_limit) {
            return refused("the cardinality limit".to_owned(), &rule);
        }
        if self.scopes.iter().any(|scope| scope.name.is_empty()) {
            return refused("a scope".to_owned(), &"it has a name");
        }
        Ok(())
    }

    fn of(metric: &Descriptor, scopes: &[meterstick::Scope]) -> Self {
        let attributes = metric.attributes.iter().map(|field| AttributeEntry {
            key: field.key.to_owned(),
            ty: field.ty,
            required: field.required,
            values: field.members.iter().map(|member| (*member).to_owned()).collect(),
            open: field.open,
        });
        let scopes = scopes.iter().map(meterstick::Scope::descriptor).map(|scope| ScopeEntry {
            name: scope.name.to_owned(),
            version: scope.version.map(str::to_owned),
            schema_url: scope.schema_url.map(str::to_owned),
        });
        let exponential = metric
            .exponential
            .map(|buckets| ExponentialBuckets { max_size: buckets.max_size, max_scale: buckets.max_scale });
        let mut entry = Self {
            name: metric.name.to_owned(),
            kind: metric.kind,
            number: metric.form,
            unit: metric.unit.to_owned(),
            description: metric.description.to_owned(),
            attributes: attributes.collect(),
            any_keys: metric.any_keys,
            cardinality: metric.cardinality,
            cardinality_limit: metric.cardinality_limit,
            boundaries: metric.boundaries.to_vec(),
            exponential,
            scopes: scopes.collect(),
            prometheus: Prometheus::of(metric, Strategy::default()).name,
        };
        entry.complete();
        entry
    }
}

/// Why a catalogue document cannot be read.
///
/// ```
/// use meterstick_catalog::document::Document;
///
/// assert!(Document::from_json("{").unwrap_err().to_string().starts_with("this is not a catalogue: "));
/// ```
#[derive(Debug)]
pub struct DocumentError(Reason);

#[derive(Debug)]
enum Reason {
    Json(serde_json::Error),
    Format(String),
    Twice(String),
    Refused(String),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Json(error) => write!(f, "this is not a catalogue: {error}"),
            Reason::Format(other) => write!(f, "this is not a catalogue: its format is `{other}`, not `{FORMAT}`"),
            Reason::Twice(name) => write!(f, "this is not a catalogue: it has `{name}` twice"),
            Reason::Refused(what) => write!(f, "this is not a catalogue: {what}"),
        }
    }
}

impl core::error::Error for DocumentError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.0 {
            Reason::Json(error) => Some(error),
            _ => None,
        }
    }
}
