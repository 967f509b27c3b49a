//! A namespace's module: its metrics and their sets of attributes.

use std::collections::BTreeSet;

use super::{import, is_enumeration, see, set as structure, static_arguments};
use crate::Result;
use crate::facts::{Facts, Instrument, Metric, Stability, rest, root};
use crate::name::constant;
use crate::output::Output;
use crate::set::{self, Set};
use crate::{describe, page, unit};

/// A namespace with stable metrics is a folder, whose second file has what is experimental.
pub fn module(facts: &Facts, namespace: &str, stable: bool, output: &mut Output) -> Result<()> {
    let sets = set::of(facts, namespace);
    let metrics = |stable: bool| {
        let of = facts.metrics.iter().filter(move |(name, _)| root(name) == namespace);
        of.filter(move |(_, metric)| (metric.stability == Stability::Stable) == stable).collect::<Vec<_>>()
    };
    let title = format!("//! The metrics of `{namespace}`: {}.\n\n", see(namespace));
    let experimental = metrics(false);
    if !stable {
        return output
            .code(&format!("src/namespaces/{namespace}.rs"), &(title + &items(facts, false, &experimental, &sets)?));
    }
    let mut head = title;
    if !experimental.is_empty() {
        head += "#[cfg(feature = \"experimental\")]\nmod experimental;\n";
        head += "#[cfg(feature = \"experimental\")]\npub use experimental::*;\n\n";
        let doc = "//! What is not stable yet.\n\n";
        let code = items(facts, false, &experimental, &sets)?;
        output.code(&format!("src/namespaces/{namespace}/experimental.rs"), &format!("{doc}{code}"))?;
    }
    let code = items(facts, true, &metrics(true), &sets)?;
    output.code(&format!("src/namespaces/{namespace}/mod.rs"), &format!("{head}{code}"))
}

/// The metrics of one file, and the sets that belong to it.
fn items(facts: &Facts, stable: bool, metrics: &[(&String, &Metric)], sets: &[Set<'_>]) -> Result<String> {
    let mut imports = Imports::default();
    let mut code = String::new();
    for (name, metric) in metrics {
        code += &declaration(facts, name, metric, &mut imports)?;
        code += "\n";
    }
    for set in sets {
        if set.stable == stable {
            imports.meterstick.insert("Attributes");
            let keys = set.fields.iter().map(|field| field.key);
            imports.attribute.extend(keys.filter(|key| is_enumeration(&facts.attributes[*key].ty)).map(root));
            code += &structure::structure(facts, set);
            code += "\n";
        }
        for (alias, _) in set.aliases.iter().filter(|(_, of)| **of == stable) {
            if set.stable != stable {
                imports.above.insert(&set.name);
            }
            let lifetime = if set.borrows(facts) { "<'a>" } else { "" };
            let of = &set.name;
            code +=
                &format!("/// The same attributes as of [`{of}`].\npub type {alias}{lifetime} = {of}{lifetime};\n\n");
        }
    }
    let mut names: BTreeSet<_> = imports.meterstick.iter().chain(&imports.unit).copied().collect();
    for set in sets.iter().flat_map(|set| set.aliases.keys().chain([&set.name])) {
        if !names.insert(set) {
            return Err(format!("the set `{set}` has the name of an import").into());
        }
    }
    let unit = if imports.counts { "use crate::unit;\n" } else { "" };
    Ok(format!(
        "{}{}{}{unit}{}\n{}",
        import("meterstick", &imports.meterstick),
        import("meterstick::unit", &imports.unit),
        import("crate::attribute", &imports.attribute),
        import("super", &imports.above),
        code.trim_end()
    ))
}

/// What a file imports.
#[derive(Default)]
struct Imports<'a> {
    meterstick: BTreeSet<&'a str>,
    unit: BTreeSet<&'a str>,
    attribute: BTreeSet<&'a str>,
    above: BTreeSet<&'a str>,
    /// The package's own units.
    counts: bool,
}

fn declaration(facts: &Facts, name: &str, metric: &Metric, imports: &mut Imports<'_>) -> Result<String> {
    let (kind, start, article) = match metric.instrument {
        Instrument::Counter => ("Counter", "counter", "a counter"),
        Instrument::UpDownCounter => ("UpDownCounter", "up_down_counter", "an up-down counter"),
        Instrument::Histogram => ("Histogram", "histogram", "a histogram"),
        Instrument::Gauge => ("Gauge", "gauge", "a gauge"),
    };
    let (unit, number) = (unit::of(metric)?, metric.rust_number());
    imports.meterstick.extend(["Meter", "Metric", kind]);
    imports.unit.extend(unit.imports);
    imports.counts |= unit.path.starts_with("unit::");

    let (mut set, mut attributes) = (String::new(), String::new());
    if !metric.attributes.is_empty() {
        let of = set::name(name);
        set = format!(", {of}{}", static_arguments(facts, metric.attributes.keys()));
        attributes = format!(".attributes::<{of}>()");
    }
    let (constant, unit, code) = (constant(rest(name)), unit.path, &metric.unit);
    let (page, stability) = (page::metric(name), metric.stability.name());
    let description = describe::metric(name, metric);
    Ok(format!(
        "/// [`{name}`]({page}): {article} in `{code}`, {stability}.\n\
         pub const {constant}: Metric<{kind}<{number}, {unit}{set}>> =\n\
         Meter::{start}::<{number}>().unit::<{unit}>().name(\"{name}\").description(\"{description}\"){attributes};\n"
    ))
}
