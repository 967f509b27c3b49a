//! The package's features, and the modules that they turn on.

use crate::facts::Facts;

/// The features of the manifest: one a namespace.
pub fn manifest(facts: &Facts) -> String {
    let namespaces = facts.namespaces();
    let names = |only_stable: bool| {
        let names = namespaces.iter().filter(|(_, stable)| **stable || !only_stable);
        names.map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
    };
    let mut features =
        format!("default = [{}]\nfull = [\"experimental\", {}]\nexperimental = []\n", names(true), names(false));
    for (name, stable) in namespaces {
        // Where nothing is stable, there is nothing without what is experimental.
        let needs = if stable { "" } else { "\"experimental\"" };
        features += &format!("{name} = [{needs}]\n");
    }
    features
}

/// The modules of the namespaces.
pub fn namespaces(facts: &Facts) -> String {
    let mut modules = String::new();
    for name in facts.namespaces().keys() {
        modules += &format!("#[cfg(feature = \"{name}\")]\npub mod {name};\n");
    }
    format!("//! The namespaces of metrics.\n\n{modules}")
}
