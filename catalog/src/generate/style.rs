//! What differs between the code of one registry and that of another.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::name::{module, root};
use crate::registry::{MetricDefinition, Registry, conventions};

/// Where the code stands, and what its documentation says.
#[derive(Debug)]
pub struct Style {
    /// Whether each module is a file of a package, which imports `crate::attribute` and `crate::unit`. If not, all are
    /// within one file.
    pub package: bool,
    /// The page that describes a metric, if sentences stay where they are.
    pub page: Option<fn(&str) -> String>,
    /// A metric's description, if it is not what the registry says.
    pub describe: Option<fn(&str, &MetricDefinition) -> String>,
    /// Units that the package declares by hand: their codes and names.
    pub units: &'static [(&'static str, &'static str)],
}

impl Style {
    /// All modules in one file.
    pub const FILE: Self = Self { package: false, page: None, describe: None, units: &[] };

    /// The path of the module that has an attribute's enumeration.
    pub fn attributes(&self, registry: &Registry, key: &str) -> String {
        let module = module(key);
        if is_of_semconv(registry, key) {
            format!("::meterstick_semconv::attribute::{module}")
        } else if self.package {
            module
        } else {
            format!("super::attribute::{module}")
        }
    }

    /// The path of a unit that the code declares.
    pub fn unit(&self, name: &str) -> String {
        if self.package { format!("unit::{name}") } else { format!("super::unit::{name}") }
    }
}

/// Whether `meterstick-semconv` has an attribute, so that nothing else is to have it: it has those of its metrics.
pub fn is_of_semconv(registry: &Registry, key: &str) -> bool {
    registry.attributes[key].is_convention && keys_of_metrics().contains(key)
}

/// The keys that `meterstick-semconv` has.
fn keys_of_metrics() -> &'static BTreeSet<&'static str> {
    static KEYS: OnceLock<BTreeSet<&str>> = OnceLock::new();
    KEYS.get_or_init(|| {
        conventions().metrics.values().flat_map(|metric| metric.attributes.keys().map(String::as_str)).collect()
    })
}

/// The features of `meterstick-semconv` that an attribute's module is there with: any of them, its own first.
pub fn users(key: &str) -> Vec<&'static str> {
    let metrics = conventions().metrics.iter();
    let users = metrics.filter(|(_, metric)| metric.attributes.keys().any(|other| root(other) == root(key)));
    let mut users: Vec<_> = users.map(|(name, _)| root(name)).collect();
    users.dedup();
    users.sort_by_key(|user| *user != root(key));
    users
}
