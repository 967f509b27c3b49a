//! Writes a whole registry into one file.
// Uses `check`, `emit`, `emit::attribute`, `emit::metric`, `emit::span`, `name`, `registry`, `set`, `style`, `unit`. No
// other module uses it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::check::written_attributes;
use super::super::name::{constant, module, rest, root};
use super::super::set;
use super::super::style::{Style, is_of_semconv, users};
use super::super::unit::{Units, declarations};
use super::{attribute, code as named, is_enumeration, metric, span};
use crate::registry::{Attribute, MetricDefinition, Registry, RequirementLevel, Stability, Use, conventions};

/// The first line of the file.
pub const MARK: &str = "// Written by meterstick-catalog. Change the registry, not this file.";

const STYLE: Style = Style::FILE;

/// The parts of the file.
#[derive(Debug)]
pub struct File {
    /// Comments that say what the file is.
    pub head: String,
    /// The units, which are inside a macro and formatted as they are.
    pub units: String,
    /// Everything else, not formatted.
    pub code: String,
}

/// Writes a whole registry.
///
/// # Errors
///
/// If the code cannot be put together, for example because names collide.
pub fn file(registry: &Registry, units: &Units, spans: bool) -> Result<File, String> {
    let mut code = String::new();
    if !registry.schema_url.is_empty() {
        code += "/// The schema URL of the registry.\n";
        code += &format!("#[allow(dead_code)]\npub const SCHEMA_URL: &str = {:?};\n\n", registry.schema_url);
    }
    let refined = refined(registry);
    code += &catalog(registry, &refined);
    code += &attributes(registry);
    code += &metrics(registry, units, &STYLE, registry.metrics.iter().chain(&registry.refinements))?;
    if !refined.is_empty() {
        code +=
            &open("Metrics with refinements, for the catalogue: with the attributes of all refinements.", "refined");
        code += &metrics(registry, units, &Style::WITHIN, &refined)?;
        code += "}\n\n";
    }
    if spans && !registry.spans.is_empty() {
        code += &self::spans(registry);
    }
    let mut own = String::new();
    if !units.declared().is_empty() {
        let declared = declarations(units.declared()).replace("    ", "        ");
        let module = open("The units of the counts.", "unit");
        own = format!("{module}    ::meterstick::unit! {{\n{declared}\n    }}\n}}\n");
    }
    Ok(File { head: head(registry, spans), units: own, code })
}

/// The beginning of a module, which allows unused constants.
fn open(doc: &str, module: &str) -> String {
    format!("/// {doc}\n#[allow(dead_code, deprecated, unused_imports, clippy::all)]\npub mod {module} {{\n")
}

fn head(registry: &Registry, spans: bool) -> String {
    let mut head = format!("{MARK}\n");
    let features = features(registry, spans);
    if !features.is_empty() {
        let features: Vec<_> = features.into_iter().map(|feature| format!("\"{feature}\"")).collect();
        head += &format!("// It needs meterstick-semconv with the features {}.\n", features.join(", "));
    }
    if spans && !registry.spans.is_empty() {
        head += "// It needs meterstick with the feature \"trace\".\n";
    }
    head
}

/// The features of `meterstick-semconv` that the code needs.
fn features(registry: &Registry, spans: bool) -> BTreeSet<&str> {
    let mut features = BTreeSet::new();
    for (name, metric) in registry.metrics.iter().filter(|(_, metric)| metric.is_convention) {
        features.insert(root(name));
        if metric.stability != Stability::Stable {
            features.insert("experimental");
        }
    }
    for metric in registry.refinements.values() {
        if let Some(of) = metric.refines.as_ref().filter(|of| of.is_convention) {
            features.insert(root(&of.name));
            let stable = conventions().metrics.get(&of.name).is_some_and(|base| base.stability == Stability::Stable);
            features.extend((!stable).then_some("experimental"));
        }
    }
    let metrics = registry.metrics.values().chain(registry.refinements.values());
    let of_metrics = metrics.filter(|metric| !metric.is_convention).flat_map(|metric| metric.attributes.keys());
    let of_spans = registry.spans.values().filter(|_| spans).flat_map(|span| span.attributes.keys());
    let keys = of_metrics.chain(of_spans);
    let keys = keys.filter(|key| is_of_semconv(registry, key) && is_enumeration(&registry.attributes[*key].ty));
    // A module needs one of several features. Modules with a single such feature come first.
    let mut any_of: Vec<_> = keys.map(|key| users(key)).collect();
    any_of.sort_by_key(|users| users.len());
    for users in any_of {
        if !users.iter().any(|user| features.contains(user)) {
            // The feature that most programs need anyway.
            features.extend(users.iter().find(|user| **user == "http").or(users.first()));
        }
    }
    features
}

/// The path of a metric's constant, from the top of the file.
fn path(name: &str) -> String {
    format!("{}::{}", module(name), constant(rest(name)))
}

/// The metrics that have refinements, each with the attributes of all of them: a catalogue contains a metric once.
fn refined(registry: &Registry) -> BTreeMap<String, MetricDefinition> {
    let mut refined: BTreeMap<String, MetricDefinition> = BTreeMap::new();
    for metric in registry.refinements.values() {
        let Some(of) = &metric.refines else { continue };
        let base = registry.metrics.get(&of.name).unwrap_or(metric);
        let all = refined.entry(of.name.clone()).or_insert_with(|| MetricDefinition {
            is_convention: false,
            refines: Some(of.clone()),
            brief: of.brief.clone(),
            ..base.clone()
        });
        for (key, of) in &mut all.attributes {
            let required = metric.attributes.get(key).is_some_and(|of| of.level == RequirementLevel::Required);
            if of.level == RequirementLevel::Required && !required {
                of.level = RequirementLevel::Recommended;
            }
        }
        for (key, of) in &metric.attributes {
            let recommended =
                |of: &Use| Use { level: of.level.max(RequirementLevel::ConditionallyRequired), ..of.clone() };
            all.attributes.entry(key.clone()).or_insert_with(|| recommended(of));
        }
    }
    refined
}

/// The list of all metrics.
fn catalog(registry: &Registry, refined: &BTreeMap<String, MetricDefinition>) -> String {
    let names: BTreeSet<_> = registry.metrics.keys().chain(refined.keys()).collect();
    let module = |name: &String| if refined.contains_key(name) { "refined::" } else { "" };
    let paths: Vec<_> = names.into_iter().map(|name| format!("{}{}", module(name), path(name))).collect();
    format!(
        "/// All metrics of the registry.\n#[allow(dead_code, deprecated)]\n\
         pub const CATALOG: ::meterstick::catalog::Catalog = ::meterstick::catalog![{}];\n\n",
        paths.join(", ")
    )
}

fn attributes(registry: &Registry) -> String {
    let mut modules: BTreeMap<String, Vec<(&str, &Attribute)>> = BTreeMap::new();
    for (key, attribute) in written_attributes(registry) {
        modules.entry(module(key)).or_default().push((key, attribute));
    }
    if modules.is_empty() {
        return String::new();
    }
    let mut code =
        open("Attributes as typed keys, and the enumerations of their values: one module per namespace.", "attribute");
    for (module, attributes) in modules {
        code += &format!("/// The attributes of {}.\npub mod {module} {{\n", named(root(attributes[0].0)));
        code += &attribute::items(&STYLE, &attributes);
        code += "}\n\n";
    }
    code + "}\n\n"
}

fn metrics<'a>(
    registry: &'a Registry,
    units: &Units,
    style: &Style,
    all: impl IntoIterator<Item = (&'a String, &'a MetricDefinition)>,
) -> Result<String, String> {
    let mut modules: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for (name, metric) in all {
        modules.entry(module(name)).or_default().push((name, metric));
    }
    let mut code = String::new();
    for (module, metrics) in modules {
        code += &open(&format!("The metrics of {}.", named(root(metrics[0].0))), &module);
        for (name, _) in metrics.iter().filter(|(_, metric)| metric.is_convention) {
            code += &format!("pub use ::meterstick_semconv::{};\n", path(name));
        }
        let own: Vec<_> = metrics.into_iter().filter(|(_, metric)| !metric.is_convention).collect();
        let mut signals: Vec<_> = own.iter().map(|(name, of)| metric::signal(registry, name, of)).collect();
        // All are in one module, so stability makes no difference.
        signals.iter_mut().for_each(|signal| signal.stable = true);
        let sets = set::of(registry, signals, set::name);
        code += &metric::items(registry, style, units, true, &own, &sets)
            .map_err(|error| format!("the module `{module}` cannot be written: {error}"))?;
        code += "}\n\n";
    }
    Ok(code)
}

fn spans(registry: &Registry) -> String {
    let mut modules: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for (ty, span) in &registry.spans {
        modules.entry(module(ty)).or_default().push((ty, span));
    }
    let mut code = open("Declarations of spans: one module per namespace.", "span");
    for (module, spans) in modules {
        code += &format!("/// The spans of {}.\npub mod {module} {{\n", named(root(spans[0].0)));
        code += &span::items(registry, &Style::WITHIN, &spans);
        code += "}\n\n";
    }
    code + "}\n\n"
}
