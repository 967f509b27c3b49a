//! Writes the constants of metrics, and the structs of their attribute sets.
// Uses `emit`, `emit::set`, `name`, `registry`, `set`, `style`, `unit`. Used by `check`, `emit::file`, `writers`.

use std::collections::BTreeSet;

use super::super::name::{constant, module, rest};
use super::super::set::{self, Set, Signal};
use super::super::style::{Style, is_of_semconv};
use super::super::unit::Units;
use super::{code as named, deprecated, doc, docs, import, is_enumeration, set as structure, static_arguments};
use crate::registry::{
    DefinedInstrument, DefinedNumber, MetricDefinition, Registry, RequirementLevel, Stability, Type,
};

/// The attributes that can be fields. A template cannot, because it stands for any number of keys.
pub fn signal<'a>(registry: &'a Registry, name: &'a str, metric: &'a MetricDefinition) -> Signal<'a> {
    let attributes = metric.attributes.iter().filter(|(key, _)| registry.attributes[*key].ty != Type::Template);
    let attributes = attributes.map(|(key, of)| (key.as_str(), of)).collect();
    let constructor = set::required(&attributes);
    Signal { name, stable: metric.stability == Stability::Stable, attributes, constructor }
}

/// The metrics of one file or module, and their attribute sets.
///
/// # Errors
///
/// If a set has the name of an import of the file.
pub fn items(
    registry: &Registry,
    style: &Style,
    units: &Units,
    stable: bool,
    metrics: &[(&String, &MetricDefinition)],
    sets: &[Set<'_>],
) -> Result<String, String> {
    let mut imports = Imports::default();
    let mut code = String::new();
    for (name, metric) in metrics {
        code += &declaration(registry, style, units, name, metric, &mut imports)?;
        code += "\n";
    }
    for set in sets {
        if set.stable == stable {
            imports.meterstick.insert("Attributes");
            let keys = set.fields.iter().map(|field| field.key);
            let enumerations =
                keys.filter(|key| is_enumeration(&registry.attributes[*key].ty) && !is_of_semconv(registry, key));
            imports.attribute.extend(enumerations.map(module));
            code += &structure::structure(registry, style, set);
            code += "\n";
        }
        for (alias, _) in set.aliases.iter().filter(|(_, of)| **of == stable) {
            if set.stable != stable {
                imports.above.insert(&set.name);
            }
            let lifetime = if set.borrows(registry) { "<'a>" } else { "" };
            let of = &set.name;
            code +=
                &format!("/// The same attributes as of [`{of}`].\npub type {alias}{lifetime} = {of}{lifetime};\n\n");
        }
    }
    let mut names: BTreeSet<_> = imports.meterstick.iter().chain(&imports.unit).copied().collect();
    for set in sets.iter().flat_map(|set| set.aliases.keys().chain([&set.name])) {
        if !names.insert(set) {
            return Err(format!("the attribute set `{set}` has the name of something else"));
        }
    }
    let attribute: BTreeSet<_> = imports.attribute.iter().map(String::as_str).collect();
    let (attribute, unit) = match (style.package, imports.counts) {
        (true, true) => (import("crate::attribute", &attribute), "use crate::unit;\n"),
        (true, false) => (import("crate::attribute", &attribute), ""),
        // Within one file, paths are written out.
        (false, _) => (String::new(), ""),
    };
    Ok(format!(
        "{}{}{attribute}{unit}{}\n{}",
        import("meterstick", &imports.meterstick),
        import("meterstick::unit", &imports.unit),
        import("super", &imports.above),
        code.trim_end()
    ))
}

/// The imports of a file.
#[derive(Default)]
struct Imports<'a> {
    meterstick: BTreeSet<&'a str>,
    unit: BTreeSet<&'a str>,
    attribute: BTreeSet<String>,
    above: BTreeSet<&'a str>,
    /// The package's own units.
    counts: bool,
}

/// The kind's type, the step that begins its declaration, and its name with an article.
fn kind(metric: &MetricDefinition) -> (&'static str, &'static str, &'static str) {
    match (metric.instrument, metric.declared.observable) {
        (DefinedInstrument::Counter, false) => ("Counter", "counter", "a counter"),
        (DefinedInstrument::UpDownCounter, false) => ("UpDownCounter", "up_down_counter", "an up-down counter"),
        (DefinedInstrument::Histogram, _) => ("Histogram", "histogram", "a histogram"),
        (DefinedInstrument::Gauge, false) => ("Gauge", "gauge", "a gauge"),
        (DefinedInstrument::Counter, true) => ("ObservableCounter", "observable_counter", "an observable counter"),
        (DefinedInstrument::UpDownCounter, true) => {
            ("ObservableUpDownCounter", "observable_up_down_counter", "an observable up-down counter")
        }
        (DefinedInstrument::Gauge, true) => ("ObservableGauge", "observable_gauge", "an observable gauge"),
    }
}

/// The number type of a metric, by its registry or by its unit.
pub fn number(metric: &MetricDefinition) -> DefinedNumber {
    let by_unit =
        if matches!(metric.unit.as_str(), "s" | "ms" | "1") { DefinedNumber::Double } else { DefinedNumber::Int };
    metric.number.unwrap_or(by_unit)
}

fn rust_number(metric: &MetricDefinition) -> &'static str {
    match (number(metric), metric.instrument) {
        (DefinedNumber::Double, _) => "f64",
        (DefinedNumber::Int, DefinedInstrument::Counter | DefinedInstrument::Histogram) => "u64",
        (DefinedNumber::Int, DefinedInstrument::UpDownCounter | DefinedInstrument::Gauge) => "i64",
    }
}

fn declaration(
    registry: &Registry,
    style: &Style,
    units: &Units,
    name: &str,
    metric: &MetricDefinition,
    imports: &mut Imports<'_>,
) -> Result<String, String> {
    let (kind, start, article) = kind(metric);
    let (unit, number) = (units.get(metric)?, rust_number(metric));
    imports.meterstick.extend(["Meter", "Metric", kind]);
    imports.unit.extend(&unit.imports);
    imports.counts |= unit.path.contains("unit::");

    let signal = signal(registry, name, metric);
    let (mut set, mut steps) = (String::new(), String::new());
    let refines = metric.refines.as_ref();
    // A refinement is recorded in the same instrument, which has one description.
    let brief = refines.map_or(&metric.brief, |of| &of.brief);
    let description = style.describe.map_or_else(|| brief.clone(), |describe| describe(name, metric));
    if let Some(of) = refines.filter(|of| of.is_convention) {
        let base = format!("{}::{}", module(&of.name), constant(rest(&of.name)));
        steps += &format!(".description(::meterstick_semconv::{base}.descriptor().description)");
    } else if !description.is_empty() {
        steps += &format!(".description({description:?})");
    }
    let sets = sets(registry, metric);
    if let Some(limit) = metric.declared.cardinality_limit.or(sets.filter(|sets| *sets > KEPT)) {
        steps += &format!(".cardinality_at_most::<{limit}>()");
    }
    if !signal.attributes.is_empty() {
        let of = set::name(name);
        set = format!(", {of}{}", static_arguments(registry, signal.attributes.keys()));
        steps += &format!(".attributes::<{of}>()");
    } else if metric.declared.any_attributes {
        set = ", ::meterstick::KeyValues".to_owned();
        steps += ".attributes::<::meterstick::KeyValues>()";
    }
    if let Some(boundaries) = &metric.declared.boundaries {
        steps += &unit.boundaries(boundaries);
    }
    if let Some(size) = metric.declared.exponential {
        steps += &format!(".exponential_at_most({}, {})", size.max_size, size.max_scale);
    }
    let (constant, path, code) = (constant(rest(name)), &unit.path, &metric.unit);
    let stability = metric.stability.name();
    let recorded = refines.map_or(name, |of| &of.name);
    let refined = refines.filter(|of| of.name != name);
    let refined = refined.map_or_else(String::new, |of| format!(" a refinement of {},", named(&of.name)));
    let docs = match style.page {
        Some(page) => format!("/// [`{name}`]({}): {article} in `{code}`, {stability}.\n", page(name)),
        None => docs(&[doc(&metric.brief), format!("{}:{refined} {article} in `{code}`, {stability}.", named(name))]),
    };
    let deprecated = deprecated(metric.deprecated.as_ref());
    Ok(format!(
        "{docs}{deprecated}pub const {constant}: Metric<{kind}<{number}, {path}{set}>> =\n\
         Meter::{start}::<{number}>().unit::<{path}>().name({recorded:?}){steps};\n"
    ))
}

/// The default number of attribute sets that the SDK keeps of an instrument.
const KEPT: usize = 2000;

/// The number of possible attribute sets, if all are known.
pub fn sets(registry: &Registry, metric: &MetricDefinition) -> Option<usize> {
    if metric.declared.any_attributes {
        return None;
    }
    let fields = metric.attributes.iter().filter(|(key, _)| registry.attributes[*key].ty != Type::Template);
    fields.into_iter().try_fold(1_usize, |sets, (key, of)| {
        let attribute = &registry.attributes[key];
        let values = match &attribute.ty {
            Type::Boolean => 2,
            Type::Members(members) if attribute.closed => members.len(),
            Type::Integers(members) if attribute.closed => members.len(),
            _ => return None,
        };
        Some(sets.saturating_mul(values + usize::from(of.level != RequirementLevel::Required)))
    })
}
