//! The package's features, and the modules that they turn on.

use meterstick_catalog::registry::Registry;

use crate::facts::namespaces as of;

/// The features of the manifest: one a namespace.
pub fn manifest(facts: &Registry) -> String {
    let namespaces = of(facts);
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
pub fn namespaces(facts: &Registry) -> String {
    let mut modules = String::new();
    for name in of(facts).keys() {
        modules += &format!("#[cfg(feature = \"{name}\")]\npub mod {name};\n");
    }
    format!("//! The namespaces of metrics.\n\n{modules}")
}
