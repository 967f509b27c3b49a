//! Checks a registry against the rules of declarations, and reports each problem with its line.
// Uses `emit`, `emit::metric`, `emit::span`, `name`, `registry`, `set`, `style`, `unit`. Used by `emit::file`,
// `generate`.

use std::collections::{BTreeMap, BTreeSet};

use meterstick::unit::One;
use meterstick::{Boundaries, Key, Meter, Name};

use super::emit::metric::sets;
use super::emit::{is_enumeration, metric, span};
use super::name::{constant, enumeration, module, rest};
use super::set;
use super::style::is_of_semconv;
use super::unit::Units;
use crate::registry::{Attribute, DefinedInstrument, MetricDefinition, Place, Problems, Registry, Type};

/// Adds the problems of the metrics and spans that get constants.
pub fn check(registry: &Registry, units: &Units, spans: bool, problems: &mut Problems) {
    let own = || registry.metrics.iter().filter(|(_, metric)| !metric.is_convention);
    for (name, metric) in own() {
        check_metric(name, metric, units, problems);
    }
    // A refinement has more attributes.
    let refinements = registry.refinements.iter().map(|(id, metric)| ("refinement", id, metric));
    for (what, name, metric) in own().map(|(name, metric)| ("metric", name, metric)).chain(refinements) {
        check_sets(registry, what, name, metric, problems);
    }
    check_alike(registry, problems);
    // Including those that are re-exported.
    let all = registry.metrics.iter().chain(&registry.refinements);
    let all = all.map(|(name, of)| {
        let has_set = !of.is_convention && !metric::signal(registry, name, of).attributes.is_empty();
        (name.as_str(), &of.place, has_set.then(|| set::name(name)))
    });
    apart(all, "metrics", problems);
    if spans {
        let all = registry.spans.iter().map(|(ty, of)| {
            let has_set = !span::signal(registry, ty, of).attributes.is_empty();
            (ty.as_str(), &of.place, has_set.then(|| span::set_name(ty)))
        });
        apart(all, "spans", problems);
    }
    for (key, attribute) in registry.attributes.iter().filter(|(_, attribute)| !attribute.is_convention) {
        // The only rule of keys.
        if key.is_empty()
            && let Err(rule) = Key::<bool>::try_new("")
        {
            problems.add(&attribute.place, rule.to_string());
        }
        let has_none = match &attribute.ty {
            Type::Members(members) => members.is_empty(),
            Type::Integers(members) => members.is_empty(),
            _ => false,
        };
        if attribute.closed && has_none {
            let message = format!(
                "the attribute `{key}` is closed, and all of its members are deprecated: add one that is not, or remove `closed`"
            );
            problems.add(&attribute.place, message);
        }
        if let Some((one, other, value)) = repeated(&attribute.ty) {
            let message = format!(
                "the members `{one}` and `{other}` of the attribute `{key}` both have the value `{value}`: give one of the two another \
                 value, or remove it"
            );
            problems.add(&attribute.place, message);
        }
    }
    let constants = written_attributes(registry).map(|(key, attribute)| {
        let ty = is_enumeration(&attribute.ty).then(|| enumeration(rest(key)));
        (key.as_str(), &attribute.place, ty)
    });
    apart(constants, "attributes", problems);
}

/// The ids of two members with the same value, and the value.
fn repeated(ty: &Type) -> Option<(&str, &str, String)> {
    fn first<T: Ord + ToString>(members: &[(String, T)]) -> Option<(&str, &str, String)> {
        let mut ids = BTreeMap::new();
        members.iter().find_map(|(id, value)| Some((ids.insert(value, id.as_str())?, id.as_str(), value.to_string())))
    }
    match ty {
        Type::Members(members) => first(members),
        Type::Integers(members) => first(members),
        _ => None,
    }
}

/// The attributes that get constants: the registry's own, and the enumerations of the conventions that it uses and that
/// `meterstick-semconv` has not.
pub fn written_attributes(registry: &Registry) -> impl Iterator<Item = (&String, &Attribute)> {
    let used: BTreeSet<_> = registry
        .metrics
        .values()
        .chain(registry.refinements.values())
        .filter(|metric| !metric.is_convention)
        .flat_map(|metric| metric.attributes.keys())
        .chain(registry.spans.values().flat_map(|span| span.attributes.keys()))
        .collect();
    registry.attributes.iter().filter(move |(key, attribute)| {
        let is_here = !attribute.is_convention || (used.contains(key) && is_enumeration(&attribute.ty));
        is_here && !is_of_semconv(registry, key) && !is_replaced(registry, key)
    })
}

/// Whether an attribute is deprecated and its replacement has the same constant: `messaging.client_id` is `messaging.client.id`
/// now.
fn is_replaced(registry: &Registry, key: &str) -> bool {
    let path = |key: &str| (module(key), constant(rest(key)));
    let same = |(other, attribute): (&String, &Attribute)| {
        attribute.deprecated.is_none() && other != key && path(other) == path(key)
    };
    registry.attributes[key].deprecated.is_some() && registry.attributes.iter().any(same)
}

fn check_metric(name: &str, metric: &MetricDefinition, units: &Units, problems: &mut Problems) {
    let or_skip = format!("or leave it out with `--skip {name}`");
    let mut problem = |message: String| problems.add(&metric.place, format!("the metric `{name}` {message}"));
    if let Err(rule) = Name::try_new(name) {
        problem(format!("has a name that cannot be recorded: {rule}; rename it, {or_skip}"));
    }
    if let Err(error) = units.get(metric) {
        problem(format!("has the unit `{}`: {error}, {or_skip}", metric.unit));
    }
    let any = Meter::histogram::<f64>().unit::<One>().name("any");
    if let Err(rule) = any.try_description(&metric.brief) {
        problem(format!("has a `brief` that is too long: {rule}; shorten it, {or_skip}"));
    }
    let declared = &metric.declared;
    if metric.instrument != DefinedInstrument::Histogram
        && (declared.boundaries.is_some() || declared.exponential.is_some())
    {
        problem(format!("has buckets, and only a histogram can have them: remove them, {or_skip}"));
    }
    if metric.instrument == DefinedInstrument::Histogram && declared.observable {
        problem(format!("is an observable histogram, which does not exist: make it a histogram or a gauge, {or_skip}"));
    }
    if let Some(boundaries) = &declared.boundaries {
        if let Err(rule) = any.try_boundaries(boundaries) {
            problem(format!("has invalid boundaries: {rule}"));
        } else if boundaries.len() > Boundaries::MAX {
            problem(format!(
                "has {} boundaries, and a declaration has at most {}: leave some out",
                boundaries.len(),
                Boundaries::MAX
            ));
        }
    }
    if let Some(size) = declared.exponential
        && (size.max_size < 2 || !(-10..=20).contains(&size.max_scale))
    {
        problem(
            "has exponential buckets of at least 2, at a scale between -10 and 20: correct `exponential`".to_owned(),
        );
    }
}

/// Reports a limit that a declaration refuses.
fn check_sets(registry: &Registry, what: &str, name: &str, metric: &MetricDefinition, problems: &mut Problems) {
    let mut problem = |message: String| problems.add(&metric.place, format!("the {what} `{name}` {message}"));
    if metric.declared.any_attributes && !metric.attributes.is_empty() {
        problem("has attributes and `any_attributes`: remove one of the two".to_owned());
    }
    let Some(limit) = metric.declared.cardinality_limit else { return };
    match sets(registry, metric) {
        _ if limit == 0 => problem("has a `cardinality_limit` of 0: write at least 1, or remove the limit".to_owned()),
        Some(sets) if limit < sets => {
            let message = format!("has {sets} possible attribute sets, and a `cardinality_limit` of {limit}");
            problem(format!("{message}: write at least {sets}, or remove the limit"));
        }
        _ => {}
    }
}

/// Reports names that look the same to a reader.
fn check_alike(registry: &Registry, problems: &mut Problems) {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for (name, metric) in &registry.metrics {
        if let Some(other) = names.insert(name.to_ascii_lowercase().replace('.', "_"), name) {
            let message = format!(
                "the metrics `{other}` and `{name}` are one name where case makes no difference and `.` is `_`: rename one of the two, \
                 or leave it out with `--skip {name}`"
            );
            problems.add(&metric.place, message);
        }
    }
}

/// Reports names that would have the same constant, or else the same type: that of the values, or of the attribute set.
fn apart<'a>(names: impl Iterator<Item = (&'a str, &'a Place, Option<String>)>, what: &str, problems: &mut Problems) {
    let (mut constants, mut types) = (BTreeMap::new(), BTreeMap::new());
    for (name, place, ty) in names {
        let constant = format!("{}::{}", module(name), constant(rest(name)));
        let ty = ty.map(|ty| format!("{}::{ty}", module(name)));
        let same_type = ty.as_ref().and_then(|ty| types.insert(ty.clone(), name));
        let (other, written) = match (constants.insert(constant.clone(), name), same_type, ty) {
            (Some(other), ..) => (other, format!("be the constant `{constant}`")),
            (None, Some(other), Some(ty)) => (other, format!("have the type `{ty}`")),
            _ => continue,
        };
        let message = format!(
            "the {what} `{other}` and `{name}` would both {written}: rename one of the two, or leave it out with `--skip {name}`"
        );
        problems.add(place, message);
    }
}
