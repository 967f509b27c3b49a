//! The attributes of the metrics: a module a namespace.

use std::collections::{BTreeMap, BTreeSet};

use meterstick_catalog::generate::emit::attribute::items;
use meterstick_catalog::generate::name::root;
use meterstick_catalog::registry::{Attribute, Registry};

use super::STYLE;
use crate::output::Output;
use crate::{Result, page};

pub fn modules(facts: &Registry, output: &mut Output) -> Result<()> {
    let used: BTreeSet<_> = facts.metrics.values().flat_map(|metric| metric.attributes.keys()).collect();
    let mut namespaces: BTreeMap<&str, Vec<(&str, &Attribute)>> = BTreeMap::new();
    for (key, attribute) in facts.attributes.iter().filter(|(key, _)| used.contains(key)) {
        namespaces.entry(root(key)).or_default().push((key, attribute));
    }
    let mut modules = String::from(
        "//! Attributes, as typed keys, and the enumerations of their values: a module a namespace.\n//!\n\
         //! A namespace is there when a namespace of metrics is that uses its attributes.\n\n",
    );
    for (namespace, attributes) in namespaces {
        modules += &format!("#[cfg({})]\npub mod {namespace};\n", used_by(facts, namespace));
        let title = format!("//! [The attributes of `{namespace}`]({}).\n\n", page::attributes(namespace));
        output.code(&format!("src/attribute/{namespace}.rs"), &(title + &items(&STYLE, &attributes)))?;
    }
    output.code("src/attribute/mod.rs", &modules)
}

/// Which features turn it on.
fn used_by(facts: &Registry, namespace: &str) -> String {
    let metrics = facts.metrics.iter();
    let users = metrics.filter(|(_, metric)| metric.attributes.keys().any(|key| root(key) == namespace));
    let users: BTreeSet<_> = users.map(|(name, _)| format!("feature = \"{}\"", root(name))).collect();
    let users: Vec<_> = users.into_iter().collect();
    if let [user] = &users[..] { user.clone() } else { format!("any({})", users.join(", ")) }
}
