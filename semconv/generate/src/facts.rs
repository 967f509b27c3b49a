//! What is kept of the registry: facts only, each once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use meterstick_catalog::generate::name::root;
use meterstick_catalog::registry::{Reader, Registry, Stability};
use serde::Serialize;

use crate::Result;

/// The facts that are kept.
pub fn read(path: &Path) -> Result<Registry> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// The facts of the conventions' registry: of a folder as it is written, or of what weaver resolves.
pub fn of(path: &Path) -> Result<Registry> {
    let mut registry = Reader::new().without_conventions().read(path)?;
    // What is deprecated gets no constant. Attributes stay, for registries that still have them.
    registry.metrics.retain(|_, metric| metric.deprecated.is_none());
    registry.spans.retain(|_, span| span.deprecated.is_none());
    // Those are lists of definitions, which nothing extends.
    registry.groups.retain(|id, attributes| !id.starts_with("registry.") && !attributes.is_empty());
    for metric in registry.metrics.values_mut() {
        metric.attributes.retain(|key, _| registry.attributes[key].deprecated.is_none());
    }
    Ok(registry)
}

/// One line an attribute, a metric, a span and a group, so that a new registry is read as a difference.
pub fn to_json(registry: &Registry) -> Result<String> {
    fn lines<T: Serialize>(of: &BTreeMap<String, T>) -> Result<String> {
        let line = |(key, value)| Ok(format!("    {}: {}", serde_json::to_string(key)?, serde_json::to_string(value)?));
        Ok(of.iter().map(line).collect::<Result<Vec<_>>>()?.join(",\n"))
    }
    Ok(format!(
        "{{\n  \"registry\": {},\n  \"attributes\": {{\n{}\n  }},\n  \"metrics\": {{\n{}\n  }},\n  \"spans\": {{\n{}\n  }},\n  \
         \"groups\": {{\n{}\n  }}\n}}\n",
        serde_json::to_string(&registry.schema_url)?,
        lines(&registry.attributes)?,
        lines(&registry.metrics)?,
        lines(&registry.spans)?,
        lines(&registry.groups)?,
    ))
}

/// The namespaces of the metrics, each with whether it has stable ones.
pub fn namespaces(registry: &Registry) -> BTreeMap<&str, bool> {
    let mut namespaces = BTreeMap::new();
    for (name, metric) in &registry.metrics {
        *namespaces.entry(root(name)).or_default() |= metric.stability == Stability::Stable;
    }
    namespaces
}
