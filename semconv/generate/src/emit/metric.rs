//! A namespace's module: its metrics and their sets of attributes.

use meterstick_catalog::generate::emit::metric::{items, signal};
use meterstick_catalog::generate::name::root;
use meterstick_catalog::generate::set;
use meterstick_catalog::generate::unit::Units;
use meterstick_catalog::registry::{Registry, Stability};

use super::{STYLE, see};
use crate::Result;
use crate::constructors::Constructors;
use crate::output::Output;

/// A namespace with stable metrics is a folder, whose second file has what is experimental.
pub fn module(
    facts: &Registry,
    units: &Units,
    constructors: &Constructors,
    (namespace, stable): (&str, bool),
    output: &mut Output,
) -> Result<()> {
    let of = || facts.metrics.iter().filter(|(name, _)| root(name) == namespace);
    let signals = of().map(|(name, metric)| constructors.apply(signal(facts, name, metric)));
    let sets = set::of(facts, signals.collect(), set::name);
    let metrics = |stable: bool| {
        of().filter(move |(_, metric)| (metric.stability == Stability::Stable) == stable).collect::<Vec<_>>()
    };
    let title = format!("//! The metrics of `{namespace}`: {}.\n\n", see(namespace));
    let experimental = metrics(false);
    if !stable {
        let code = items(facts, &STYLE, units, false, &experimental, &sets)?;
        return output.code(&format!("src/namespaces/{namespace}.rs"), &(title + &code));
    }
    let mut head = title;
    if !experimental.is_empty() {
        head += "#[cfg(feature = \"experimental\")]\nmod experimental;\n";
        head += "#[cfg(feature = \"experimental\")]\npub use experimental::*;\n\n";
        let doc = "//! What is not stable yet.\n\n";
        let code = items(facts, &STYLE, units, false, &experimental, &sets)?;
        output.code(&format!("src/namespaces/{namespace}/experimental.rs"), &format!("{doc}{code}"))?;
    }
    let code = items(facts, &STYLE, units, true, &metrics(true), &sets)?;
    output.code(&format!("src/namespaces/{namespace}/mod.rs"), &format!("{head}{code}"))
}
