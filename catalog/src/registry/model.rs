//! `Registry`: a resolved registry, in which each signal has all of its attributes.
// Uses `problem`. Used by `conventions`, `fields`, `formats`, `generate`, `raw`, `read`, `resolve`.

use std::collections::BTreeMap;

use meterstick::Exponential;
use serde::{Deserialize, Serialize};

use super::Place;

/// A resolved registry of metrics and spans: each signal has all of its attributes.
///
/// ```
/// use meterstick_catalog::registry::Registry;
///
/// let text = "
/// file_format: definition/2
/// metrics:
/// - {name: shop.sent, instrument: counter, unit: By, brief: Sent., stability: development}
/// ";
/// let registry = Registry::parse(text, "shop.yaml")?;
/// assert_eq!(registry.metrics["shop.sent"].brief, "Sent.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Registry {
    /// The schema URL, if the manifest has one.
    #[serde(rename = "registry")]
    pub schema_url: String,
    /// The attributes that it defines, by key, and those of the semantic conventions that its signals use.
    pub attributes: BTreeMap<String, Attribute>,
    /// The metrics, by name.
    pub metrics: BTreeMap<String, MetricDefinition>,
    /// The refinements of metrics, by id: metrics as a part of a program records them, with more attributes.
    #[serde(skip)]
    pub refinements: BTreeMap<String, MetricDefinition>,
    /// The spans, by type; refinements of spans by id.
    #[serde(default)]
    pub spans: BTreeMap<String, SpanDefinition>,
    /// The groups of attributes, by id, which other groups extend.
    #[serde(default)]
    pub groups: BTreeMap<String, BTreeMap<String, Use>>,
}

/// The definition of an attribute in a [`Registry`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attribute {
    /// The type of its values.
    #[serde(rename = "type")]
    pub ty: Type,
    /// The stability of the attribute.
    pub stability: Stability,
    /// The deprecation, if the attribute is deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecated>,
    /// The description of the attribute.
    #[serde(skip)]
    pub brief: String,
    /// The descriptions of its enumeration's members, by the member's id.
    #[serde(skip)]
    pub members: BTreeMap<String, String>,
    /// Whether the enumeration is closed: no other value can be recorded.
    #[serde(skip)]
    pub closed: bool,
    /// Whether the attribute belongs to the semantic conventions.
    #[serde(skip)]
    pub is_convention: bool,
    /// The place of the definition.
    #[serde(skip)]
    pub place: Place,
}

/// The type of an attribute's values in a [`Registry`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Type {
    /// A string.
    String,
    /// An integer.
    Int,
    /// A double.
    Double,
    /// A boolean.
    Boolean,
    /// An array of strings.
    Strings,
    /// An array of integers.
    Ints,
    /// An array of doubles.
    Doubles,
    /// An array of booleans.
    Booleans,
    /// A value of any of these types.
    Any,
    /// An enumeration of strings: each member's id and value.
    Members(Vec<(String, String)>),
    /// An enumeration of integers: each member's id and value.
    Integers(Vec<(String, i64)>),
    /// A template: any number of attributes whose keys begin with this key.
    Template,
}

/// The definition of a metric in a [`Registry`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MetricDefinition {
    /// The instrument of the metric.
    pub instrument: DefinedInstrument,
    /// The code of the metric's unit.
    pub unit: String,
    /// The number type, if the registry defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<DefinedNumber>,
    /// The stability of the metric.
    pub stability: Stability,
    /// The attributes of the metric, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Use>,
    /// The deprecation, if the metric is deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecated>,
    /// The description of the metric.
    #[serde(skip)]
    pub brief: String,
    /// What only the registry of a written catalogue contains.
    #[serde(skip)]
    pub declared: Declared,
    /// Whether the metric belongs to the semantic conventions: its constant is in `meterstick-semconv`.
    #[serde(skip)]
    pub is_convention: bool,
    /// The metric that this is a refinement of.
    #[serde(skip)]
    pub refines: Option<Refined>,
    /// The place of the definition.
    #[serde(skip)]
    pub place: Place,
}

/// The metric that a refinement is recorded as.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Refined {
    /// The metric's name.
    pub name: String,
    /// The metric's description: an instrument has only one.
    pub brief: String,
    /// Whether the metric belongs to the semantic conventions.
    pub is_convention: bool,
}

/// What a registry has no field for: the annotations that a written catalogue contains.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Declared {
    /// Whether the instrument is observable.
    pub observable: bool,
    /// The bucket boundaries, if they are given.
    pub boundaries: Option<Vec<f64>>,
    /// The size of the exponential buckets, if it asks for them.
    pub exponential: Option<Exponential>,
    /// Whether it takes attributes with any keys, and the registry lists none.
    pub any_attributes: bool,
    /// The maximum number of attribute sets, if one is declared.
    pub cardinality_limit: Option<usize>,
}

/// The use of an attribute by a signal in a [`Registry`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "RequirementLevel", into = "RequirementLevel")]
#[non_exhaustive]
pub struct Use {
    /// The requirement level.
    pub level: RequirementLevel,
    /// The description for this signal, if it differs from that of the attribute.
    pub brief: Option<String>,
    /// Whether samplers need the attribute.
    pub sampling_relevant: bool,
}

impl From<RequirementLevel> for Use {
    fn from(level: RequirementLevel) -> Self {
        Self { level, brief: None, sampling_relevant: false }
    }
}

impl From<Use> for RequirementLevel {
    fn from(from: Use) -> Self {
        from.level
    }
}

/// The definition of a span in a [`Registry`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SpanDefinition {
    /// The kind of the span.
    pub kind: SpanKind,
    /// The stability of the span.
    pub stability: Stability,
    /// The attributes of the span, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Use>,
    /// The deprecation, if the span is deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecated>,
    /// The name of the span, if the registry defines a constant one.
    #[serde(skip)]
    pub name: Option<String>,
    /// The description of the span.
    #[serde(skip)]
    pub brief: String,
    /// The type of the span that this is a refinement of.
    #[serde(skip)]
    pub refines: Option<String>,
    /// The place of the definition.
    #[serde(skip)]
    pub place: Place,
}

/// The deprecation of a metric, a span or an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Deprecated {
    /// The new name, if it was renamed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_to: Option<String>,
    /// The reason, or the replacement.
    #[serde(skip)]
    pub note: String,
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal, $said:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            #[allow(dead_code, reason = "not all are in a message")]
            pub(crate) const WORDS: &[&str] = &[$($word),+];

            pub(crate) fn of(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// The words for it in a sentence.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $said,)+
                }
            }
        }
    };
}

words! {
    /// The instrument of a metric in a [`Registry`].
    DefinedInstrument {
        /// A counter.
        Counter = "counter", "counter";
        /// An up-down counter.
        UpDownCounter = "updowncounter", "up-down counter";
        /// A histogram.
        Histogram = "histogram", "histogram";
        /// A gauge.
        Gauge = "gauge", "gauge";
    }
}

words! {
    /// The number type of a metric in a [`Registry`].
    DefinedNumber {
        /// Integers.
        Int = "int", "integers";
        /// Doubles.
        Double = "double", "doubles";
    }
}

words! {
    /// The kind of a span in a [`Registry`].
    SpanKind {
        /// Work within the program.
        Internal = "internal", "internal";
        /// A request that is sent to another service.
        Client = "client", "client";
        /// A request that is served.
        Server = "server", "server";
        /// A message that is sent.
        Producer = "producer", "producer";
        /// A message that is received.
        Consumer = "consumer", "consumer";
    }
}

words! {
    /// The stability of a metric, a span or an attribute.
    Stability {
        /// It does not change incompatibly.
        Stable = "stable", "stable";
        /// It will be stable soon.
        ReleaseCandidate = "release_candidate", "release candidate";
        /// It can change.
        Beta = "beta", "beta";
        /// It can change, and is newer than `Beta`.
        Alpha = "alpha", "alpha";
        /// It can change at any time.
        Development = "development", "in development";
    }
}

words! {
    /// The requirement level of an attribute.
    RequirementLevel {
        /// The attribute is always present.
        Required = "required", "required";
        /// The attribute is present under a condition.
        ConditionallyRequired = "conditionally_required", "conditionally required";
        /// The attribute is present by default.
        Recommended = "recommended", "recommended";
        /// The attribute is present if the user asks for it.
        OptIn = "opt_in", "opt-in";
    }
}
