//! What is used of the registry: facts only, each once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::Result;

#[derive(Debug, Serialize, Deserialize)]
pub struct Facts {
    /// Which registry this is.
    pub registry: String,
    /// The attributes of all metrics, by key.
    pub attributes: BTreeMap<String, Attribute>,
    /// The metrics that are not deprecated, by name.
    pub metrics: BTreeMap<String, Metric>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribute {
    #[serde(rename = "type")]
    pub ty: Type,
    pub stability: Stability,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    String,
    Int,
    Double,
    Boolean,
    Strings,
    /// An enumeration of strings: each member's name and value.
    Members(Vec<(String, String)>),
    /// An enumeration of integers.
    Integers(Vec<(String, i64)>),
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Metric {
    pub instrument: Instrument,
    pub unit: String,
    /// The number that the registry names, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    pub stability: Stability,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Level>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Instrument {
    Counter,
    UpDownCounter,
    Histogram,
    Gauge,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Number {
    Int,
    Double,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stability {
    Stable,
    ReleaseCandidate,
    Beta,
    Alpha,
    Development,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Required,
    ConditionallyRequired,
    Recommended,
    OptIn,
}

impl Facts {
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(serde_json::from_str(&text)?)
    }

    /// One line an attribute and a metric, so that a new registry is read as a difference.
    pub fn to_json(&self) -> Result<String> {
        fn lines<T: Serialize>(of: &BTreeMap<String, T>) -> Result<String> {
            let line =
                |(key, value)| Ok(format!("    {}: {}", serde_json::to_string(key)?, serde_json::to_string(value)?));
            Ok(of.iter().map(line).collect::<Result<Vec<_>>>()?.join(",\n"))
        }
        Ok(format!(
            "{{\n  \"registry\": {},\n  \"attributes\": {{\n{}\n  }},\n  \"metrics\": {{\n{}\n  }}\n}}\n",
            serde_json::to_string(&self.registry)?,
            lines(&self.attributes)?,
            lines(&self.metrics)?,
        ))
    }

    /// The namespaces of the metrics, each with whether it has stable ones.
    pub fn namespaces(&self) -> BTreeMap<&str, bool> {
        let mut namespaces = BTreeMap::new();
        for (name, metric) in &self.metrics {
            *namespaces.entry(root(name)).or_default() |= metric.stability == Stability::Stable;
        }
        namespaces
    }
}

/// The first part of a name or key.
pub fn root(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// What follows the first part of a name or key.
pub fn rest(name: &str) -> &str {
    name.split_once('.').map_or(name, |(_, rest)| rest)
}

impl Metric {
    pub fn number(&self) -> Number {
        let by_unit = if matches!(self.unit.as_str(), "s" | "ms" | "1") { Number::Double } else { Number::Int };
        self.number.unwrap_or(by_unit)
    }

    pub fn rust_number(&self) -> &'static str {
        match (self.number(), self.instrument) {
            (Number::Double, _) => "f64",
            (Number::Int, Instrument::Counter | Instrument::Histogram) => "u64",
            (Number::Int, Instrument::UpDownCounter | Instrument::Gauge) => "i64",
        }
    }
}

impl Stability {
    pub fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::ReleaseCandidate => "release candidate",
            Self::Beta => "beta",
            Self::Alpha => "alpha",
            Self::Development => "in development",
        }
    }
}

impl Level {
    pub fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::ConditionallyRequired => "conditionally required",
            Self::Recommended => "recommended",
            Self::OptIn => "opt-in",
        }
    }
}
