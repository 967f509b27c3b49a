//! A resolved registry: each signal with all of its attributes.

use std::collections::BTreeMap;

use meterstick::Exponential;
use serde::{Deserialize, Serialize};

use super::Place;

/// A registry, resolved: each signal has all of its attributes.
///
/// ```
/// use meterstick_catalog::registry::Registry;
///
/// let text = "
/// file_format: definition/2
/// metrics:
/// - {name: shop.sent, instrument: counter, unit: By, brief: Sent., stability: development}
/// ";
/// let registry = Registry::parse(text, "shop.yaml").unwrap();
/// assert_eq!(registry.metrics["shop.sent"].brief, "Sent.");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Registry {
    /// Its schema URL, if the manifest has one.
    #[serde(rename = "registry")]
    pub schema_url: String,
    /// The attributes that it defines, by key, and those of the semantic conventions that its signals have.
    pub attributes: BTreeMap<String, Attribute>,
    /// Its metrics, by name.
    pub metrics: BTreeMap<String, MetricDefinition>,
    /// Refinements of metrics, by their ids: metrics as a part of a program records them, with more attributes.
    #[serde(skip)]
    pub refinements: BTreeMap<String, MetricDefinition>,
    /// Its spans, by type; refinements of spans by their ids.
    #[serde(default)]
    pub spans: BTreeMap<String, Span>,
    /// Its groups of attributes, by id: what other groups extend.
    #[serde(default)]
    pub groups: BTreeMap<String, BTreeMap<String, Use>>,
}

/// An attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attribute {
    /// The type of its values.
    #[serde(rename = "type")]
    pub ty: Type,
    /// How stable it is.
    pub stability: Stability,
    /// That it is deprecated, and for what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecated>,
    /// What it says.
    #[serde(skip)]
    pub brief: String,
    /// What it says of each member of its enumeration, by the member's id.
    #[serde(skip)]
    pub members: BTreeMap<String, String>,
    /// Whether its enumeration has all values: no other can be recorded.
    #[serde(skip)]
    pub closed: bool,
    /// Whether the semantic conventions define it.
    #[serde(skip)]
    pub is_convention: bool,
    /// Where it is defined.
    #[serde(skip)]
    pub place: Place,
}

/// The type of an attribute's values.
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
    /// Any of these.
    Any,
    /// An enumeration of strings: each member's id and value.
    Members(Vec<(String, String)>),
    /// An enumeration of integers: each member's id and value.
    Integers(Vec<(String, i64)>),
    /// Any number of attributes whose keys begin with this one's.
    Template,
}

/// A metric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MetricDefinition {
    /// Its instrument.
    pub instrument: Instrument,
    /// Its unit's code.
    pub unit: String,
    /// Its numbers, if the registry says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    /// How stable it is.
    pub stability: Stability,
    /// Its attributes, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Use>,
    /// That it is deprecated, and for what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecated>,
    /// What it measures.
    #[serde(skip)]
    pub brief: String,
    /// What only a registry that a catalogue was written as says.
    #[serde(skip)]
    pub declared: Declared,
    /// Whether the semantic conventions define it: its constant is that of `meterstick-semconv`.
    #[serde(skip)]
    pub is_convention: bool,
    /// The metric that it is a refinement of.
    #[serde(skip)]
    pub refines: Option<Refined>,
    /// Where it is defined.
    #[serde(skip)]
    pub place: Place,
}

/// The metric that a refinement is recorded as.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Refined {
    /// Its name.
    pub name: String,
    /// What it measures: an instrument has one description.
    pub brief: String,
    /// Whether the semantic conventions define it.
    pub is_convention: bool,
}

/// What a registry has no field for: annotations that a catalogue is written with.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Declared {
    /// Whether its instrument is an observable one.
    pub observable: bool,
    /// The boundaries of its buckets, if they are given.
    pub boundaries: Option<Vec<f64>>,
    /// The size of its exponential buckets, if it has such.
    pub exponential: Option<Exponential>,
    /// The maximum number of attribute sets, if one is declared.
    pub cardinality_limit: Option<usize>,
}

/// How a signal has an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "RequirementLevel", into = "RequirementLevel")]
#[non_exhaustive]
pub struct Use {
    /// For whom it is what.
    pub level: RequirementLevel,
    /// What it says here, if that is something else than what it says in general.
    pub brief: Option<String>,
    /// Whether a sampler wants to see it.
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

/// A span.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Span {
    /// Its kind.
    pub kind: SpanKind,
    /// How stable it is.
    pub stability: Stability,
    /// Its attributes, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Use>,
    /// That it is deprecated, and for what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecated>,
    /// Its name, if the registry has one that is always the same.
    #[serde(skip)]
    pub name: Option<String>,
    /// What it is one of.
    #[serde(skip)]
    pub brief: String,
    /// The type of the span that it is a refinement of.
    #[serde(skip)]
    pub refines: Option<String>,
    /// Where it is defined.
    #[serde(skip)]
    pub place: Place,
}

/// That something is deprecated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Deprecated {
    /// What it was renamed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_to: Option<String>,
    /// Why, or for what else.
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
    /// The instrument of a metric.
    Instrument {
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
    /// The numbers of a metric.
    Number {
        /// Integers.
        Int = "int", "integers";
        /// Doubles.
        Double = "double", "doubles";
    }
}

words! {
    /// The kind of a span.
    SpanKind {
        /// Within the program.
        Internal = "internal", "internal";
        /// A request that is sent.
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
    /// How stable something is.
    Stability {
        /// Nothing about it changes.
        Stable = "stable", "stable";
        /// It is about to be stable.
        ReleaseCandidate = "release_candidate", "release candidate";
        /// It may change.
        Beta = "beta", "beta";
        /// It may change.
        Alpha = "alpha", "alpha";
        /// It may change at any time.
        Development = "development", "in development";
    }
}

words! {
    /// For whom an attribute is what.
    RequirementLevel {
        /// It is always there.
        Required = "required", "required";
        /// It is there under a condition.
        ConditionallyRequired = "conditionally_required", "conditionally required";
        /// It is there by default.
        Recommended = "recommended", "recommended";
        /// It is there if the user wants it.
        OptIn = "opt_in", "opt-in";
    }
}
