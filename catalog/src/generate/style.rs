//! `Style`: what differs between the code of one registry and that of another.
// Uses `name`, `registry`. Used by `check`, `emit`, `emit::attribute`, `emit::file`, `emit::metric`, `emit::set`,
// `emit::span`, `generate`, `unit`.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::name::{module, root};
use crate::registry::{MetricDefinition, Registry, conventions};

/// Where the code is written, and what its documentation contains.
#[derive(Debug)]
pub struct Style {
    /// Whether each module is a file of a package, which imports `crate::attribute` and `crate::unit`. Otherwise, all modules are
    /// in one file.
    pub package: bool,
    /// In one file, the path from a module of constants to the top of it.
    pub top: &'static str,
    /// The page that describes a metric, if the descriptions are not copied.
    pub page: Option<fn(&str) -> String>,
    /// A metric's description, if it is not the registry's.
    pub describe: Option<fn(&str, &MetricDefinition) -> String>,
    /// Units that the package declares by hand: their codes and names.
    pub units: &'static [(&'static str, &'static str)],
}

impl Style {
    /// All modules in one file.
    pub const FILE: Self = Self { package: false, top: "super::", page: None, describe: None, units: &[] };

    /// All modules in one file, and those of constants inside of another module.
    pub const WITHIN: Self = Self { top: "super::super::", ..Self::FILE };

    /// The path of the module that has an attribute's enumeration.
    pub fn attributes(&self, registry: &Registry, key: &str) -> String {
        let module = module(key);
        if is_of_semconv(registry, key) {
            format!("::meterstick_semconv::attribute::{module}")
        } else if self.package {
            module
        } else {
            format!("{}attribute::{module}", self.top)
        }
    }

    /// The path of a unit that the code declares.
    pub fn unit(&self, name: &str) -> String {
        if self.package { format!("unit::{name}") } else { format!("{}unit::{name}", self.top) }
    }
}

/// Whether `meterstick-semconv` has an attribute, so that it is not generated again: it has those of its metrics.
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

/// The features of `meterstick-semconv` that enable an attribute's module, its own first.
pub fn users(key: &str) -> Vec<&'static str> {
    let metrics = conventions().metrics.iter();
    let users = metrics.filter(|(_, metric)| metric.attributes.keys().any(|other| root(other) == root(key)));
    let mut users: Vec<_> = users.map(|(name, _)| root(name)).collect();
    users.dedup();
    users.sort_by_key(|user| *user != root(key));
    users
}
