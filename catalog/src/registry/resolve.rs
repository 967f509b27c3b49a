//! Resolves the references of a registry, so that each signal has all of its attributes.
// Uses `model`, `nearest`, `problem`, `raw`, `registry`. Used by `read`.

use std::collections::BTreeMap;

use super::model::{
    Attribute, MetricDefinition, Refined, Registry, RequirementLevel, SpanDefinition, Stability, Type, Use,
};
use super::raw::{Common, Group, Import, Imported, Raw, RawUse, What};
use super::{Place, Problems};
use crate::nearest::nearest;

/// The context in which a registry is resolved.
pub(super) struct Resolver<'a> {
    /// The registries that it depends on, the nearest first.
    pub(super) dependencies: &'a [&'a Registry],
    /// What the user can do about an undefined attribute.
    pub(super) advice: &'a str,
    /// Whether all dependencies could be read. If not, undefined references are not reported, because they may be in the others.
    pub(super) complete: bool,
    /// Whether the registry is resolved already, so that attributes are defined wherever they occur.
    pub(super) resolved: bool,
    pub(super) problems: &'a mut Problems,
}

type Uses = BTreeMap<String, RawUse>;

impl Resolver<'_> {
    pub(super) fn resolve(&mut self, raw: Raw) -> Registry {
        let mut registry = Registry { attributes: self.definitions(raw.definitions), ..Registry::default() };
        let groups = self.by_id(&raw.groups);
        let mut known = BTreeMap::new();
        for group in &raw.groups {
            self.uses(group, &raw.groups, &groups, &mut known, &mut Vec::new());
        }
        // The refined signals come before their refinements.
        let refines = |group: &&Group| match &group.what {
            What::Metric { instrument: None, .. } | What::Span { kind: None, .. } => true,
            // In format 1, a refinement is a metric that extends one with the same name.
            What::Metric { name, .. } => extends_metric(group, name, &raw.groups, &groups),
            _ => false,
        };
        let (refinements, signals): (Vec<_>, Vec<_>) = raw.groups.iter().partition(refines);
        let first = signals.len();
        for (at, group) in signals.into_iter().chain(refinements).enumerate() {
            let uses = known.get(group.id.as_str()).cloned().unwrap_or_default();
            let uses = self.defined(uses, &mut registry);
            match &group.what {
                What::Attributes => drop(registry.groups.insert(group.id.clone(), uses)),
                What::Metric { .. } if at >= first => self.metric_refinement(group, uses, &mut registry),
                What::Metric { .. } => self.metric(group, uses, &mut registry),
                What::Span { .. } => self.span(group, uses, &mut registry),
                What::Other => {}
            }
        }
        for import in &raw.imports {
            self.import(import, &mut registry);
        }
        registry
    }

    /// Reports a reference that is neither here nor in a dependency that was read.
    fn missing(&mut self, place: &Place, message: String) {
        if self.complete {
            self.problems.add(place, message);
        }
    }

    fn definitions(&mut self, all: Vec<(String, Attribute)>) -> BTreeMap<String, Attribute> {
        let mut definitions: BTreeMap<String, Attribute> = BTreeMap::new();
        for (key, definition) in all {
            match definitions.get(&key) {
                None => drop(definitions.insert(key, definition)),
                Some(first) if !self.resolved => {
                    let message = format!(
                        "the attribute `{key}` is defined twice, first at {}: remove one of the two, or write `ref: {key}`",
                        first.place
                    );
                    self.problems.add(&definition.place, message);
                }
                Some(first) if first.ty != definition.ty => {
                    let message = format!(
                        "the attribute `{key}` has two types, the other one at {}: resolve the registry again",
                        first.place
                    );
                    self.problems.add(&definition.place, message);
                }
                Some(_) => {}
            }
        }
        definitions
    }

    fn by_id<'g>(&mut self, groups: &'g [Group]) -> BTreeMap<&'g str, usize> {
        let mut by_id = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            if let Some(first) = by_id.insert(group.id.as_str(), at) {
                let first: &Group = &groups[first];
                // Two metrics with one name are reported separately.
                if !matches!((&group.what, &first.what), (What::Metric { name, .. }, What::Metric { name: other, .. }) if name == other)
                {
                    let message = format!(
                        "the id `{}` is defined twice, first at {}: give one of the two another id",
                        group.id, first.place
                    );
                    self.problems.add(&group.place, message);
                }
            }
        }
        by_id
    }

    /// The attributes of a group, with those of the groups that it extends and includes.
    fn uses<'g>(
        &mut self,
        group: &'g Group,
        groups: &'g [Group],
        by_id: &BTreeMap<&'g str, usize>,
        known: &mut BTreeMap<&'g str, Uses>,
        within: &mut Vec<&'g str>,
    ) -> Uses {
        if let Some(uses) = known.get(group.id.as_str()) {
            return uses.clone();
        }
        let mut uses = Uses::new();
        if within.contains(&group.id.as_str()) {
            self.problems.add(&group.place, format!("the group `{}` extends itself: remove an `extends`", group.id));
            return uses;
        }
        within.push(&group.id);
        for (id, place) in group.extends.iter().chain(&group.includes) {
            let inherited = match by_id.get(id.as_str()) {
                Some(at) => self.uses(&groups[*at], groups, by_id, known, within),
                None => match self.of_dependency(id) {
                    Some(of) => of.iter().map(|(key, of)| (key.clone(), raw(key, of, place))).collect(),
                    None => {
                        let ids = by_id.keys().copied();
                        let message = format!(
                            "the group `{id}` is neither defined here nor in a dependency{}",
                            nearest(id, ids).map_or_else(
                                || ": correct the id, or define it".to_owned(),
                                |near| format!(": write `{near}`")
                            )
                        );
                        self.missing(place, message);
                        Uses::new()
                    }
                },
            };
            for (key, one) in inherited {
                merge(&mut uses, key, one);
            }
        }
        for one in &group.uses {
            merge(&mut uses, one.key.clone(), one.clone());
        }
        within.pop();
        known.insert(&group.id, uses.clone());
        uses
    }

    /// The attributes of a group or signal of a dependency.
    fn of_dependency(&self, id: &str) -> Option<&BTreeMap<String, Use>> {
        self.dependencies.iter().find_map(|dependency| {
            let metric = || Some(&dependency.metrics.get(id.strip_prefix("metric.")?)?.attributes);
            let span = || Some(&dependency.spans.get(id.strip_prefix("span.")?)?.attributes);
            dependency.groups.get(id).or_else(metric).or_else(span)
        })
    }

    /// Looks up each attribute, and copies the definitions of dependencies.
    fn defined(&mut self, uses: Uses, registry: &mut Registry) -> BTreeMap<String, Use> {
        let mut defined = BTreeMap::new();
        for (key, one) in uses {
            if !registry.attributes.contains_key(&key) {
                let found = self.dependencies.iter().find_map(|dependency| dependency.attributes.get(&key));
                match found {
                    Some(found) => drop(registry.attributes.insert(key.clone(), found.clone())),
                    None => {
                        let keys = self.dependencies.iter().flat_map(|dependency| dependency.attributes.keys());
                        let near = nearest(&key, registry.attributes.keys().chain(keys).map(String::as_str));
                        let advice =
                            near.map_or_else(|| self.advice.to_owned(), |near| format!("write `{near}`, or define it"));
                        self.missing(&one.place, format!("the attribute `{key}` is not defined: {advice}"));
                        continue;
                    }
                }
            }
            let definition = &registry.attributes[&key];
            let level = one.level.unwrap_or(RequirementLevel::Recommended);
            if definition.ty == Type::Template && level == RequirementLevel::Required {
                let message =
                    format!("the attribute `{key}` is a template and cannot be required: write `recommended`");
                self.problems.add(&one.place, message);
            }
            let brief = one.brief.filter(|brief| *brief != definition.brief);
            defined.insert(key, Use { level, brief, sampling_relevant: one.sampling_relevant });
        }
        defined
    }

    fn metric(&mut self, group: &Group, uses: BTreeMap<String, Use>, registry: &mut Registry) {
        let What::Metric { name, instrument, unit, number, declared } = &group.what else { return };
        if group.common.excluded {
            return;
        }
        let (Some(instrument), Some(unit)) = (instrument, unit) else { return };
        let mut metric = MetricDefinition {
            instrument: *instrument,
            unit: unit.clone(),
            number: *number,
            stability: Stability::Development,
            attributes: uses,
            deprecated: None,
            brief: String::new(),
            declared: declared.clone(),
            is_convention: false,
            refines: None,
            place: group.place.clone(),
        };
        common(&group.common, &mut metric.brief, &mut metric.stability, &mut metric.deprecated);
        if let Some(first) = registry.metrics.get(name) {
            let message = format!(
                "the metric `{name}` is defined twice, first at {}: rename one of the two, or leave the name out with `--skip {name}`",
                first.place
            );
            self.problems.add(&group.place, message);
            return;
        }
        registry.metrics.insert(name.clone(), metric);
    }

    /// A refinement of a metric: with its kind and unit, and more attributes.
    fn metric_refinement(&mut self, group: &Group, uses: BTreeMap<String, Use>, registry: &mut Registry) {
        let What::Metric { name, instrument, unit, .. } = &group.what else { return };
        if group.common.excluded {
            return;
        }
        let of_dependency = || self.dependencies.iter().find_map(|dependency| dependency.metrics.get(name));
        // A missing metric was reported already, or is skipped.
        let Some(base) = registry.metrics.get(name).or_else(of_dependency) else { return };
        let id = group.id.strip_prefix("metric.").unwrap_or(&group.id);
        let of = |what: &str| format!("the refinement `{id}` has another {what} than the metric `{name}`: remove it");
        if instrument.is_some_and(|instrument| instrument != base.instrument) {
            return self.problems.add(&group.place, of("instrument"));
        }
        if unit.as_ref().is_some_and(|unit| *unit != base.unit) {
            return self.problems.add(&group.place, of("unit"));
        }
        let refines = Refined { name: name.clone(), brief: base.brief.clone(), is_convention: base.is_convention };
        let mut metric =
            MetricDefinition { attributes: uses, is_convention: false, refines: Some(refines), ..base.clone() };
        metric.place = group.place.clone();
        common(&group.common, &mut metric.brief, &mut metric.stability, &mut metric.deprecated);
        if let Some(first) = registry.refinements.get(id) {
            let message =
                format!("the refinement `{id}` is defined twice, first at {}: rename one of the two", first.place);
            return self.problems.add(&group.place, message);
        }
        registry.refinements.insert(id.to_owned(), metric);
    }

    fn span(&mut self, group: &Group, uses: BTreeMap<String, Use>, registry: &mut Registry) {
        let What::Span { ty, kind, name } = &group.what else { return };
        if group.common.excluded {
            return;
        }
        let (id, mut span) = match kind {
            Some(kind) => {
                let span = SpanDefinition {
                    kind: *kind,
                    stability: Stability::Development,
                    attributes: BTreeMap::new(),
                    deprecated: None,
                    name: None,
                    brief: String::new(),
                    refines: None,
                    place: Place::default(),
                };
                (ty, span)
            }
            None => {
                let of_dependency = || self.dependencies.iter().find_map(|dependency| dependency.spans.get(ty));
                let Some(base) = registry.spans.get(ty).or_else(of_dependency) else { return };
                (&group.id, SpanDefinition { refines: Some(ty.clone()), ..base.clone() })
            }
        };
        span.attributes = uses;
        span.place = group.place.clone();
        // A name that depends on attributes is described by a sentence.
        let fixed =
            name.as_ref().filter(|name| !name.contains(['{', '`', '*', '\n']) && !name.is_empty() && name.len() <= 64);
        span.name = fixed.cloned().or(span.name);
        common(&group.common, &mut span.brief, &mut span.stability, &mut span.deprecated);
        if let Some(first) = registry.spans.get(id) {
            let message = format!("the span `{id}` is defined twice, first at {}: rename one of the two", first.place);
            self.problems.add(&group.place, message);
            return;
        }
        registry.spans.insert(id.clone(), span);
    }

    fn import(&mut self, import: &Import, registry: &mut Registry) {
        let mut found = false;
        for dependency in self.dependencies {
            match import.of {
                Imported::Metrics => {
                    for (name, metric) in &dependency.metrics {
                        if matches(&import.pattern, name) {
                            found = true;
                            take_over(&metric.attributes, dependency, registry);
                            registry.metrics.entry(name.clone()).or_insert_with(|| metric.clone());
                        }
                    }
                }
                Imported::Spans => {
                    for (ty, span) in &dependency.spans {
                        if matches(&import.pattern, ty) {
                            found = true;
                            take_over(&span.attributes, dependency, registry);
                            registry.spans.entry(ty.clone()).or_insert_with(|| span.clone());
                        }
                    }
                }
            }
        }
        if !found {
            let what = if import.of == Imported::Metrics { "metric" } else { "span" };
            let message = format!(
                "`{}` is not a {what} of a dependency: correct the name, or add the dependency to the manifest",
                import.pattern
            );
            self.missing(&import.place, message);
        }
    }
}

/// Whether a group extends the metric with a name.
fn extends_metric(group: &Group, name: &str, groups: &[Group], by_id: &BTreeMap<&str, usize>) -> bool {
    let mut group = group;
    // At most as many steps as there are groups: a circle is reported elsewhere.
    for _ in groups {
        let Some(at) = group.extends.as_ref().and_then(|(id, _)| by_id.get(id.as_str())) else { return false };
        group = &groups[*at];
        if matches!(&group.what, What::Metric { name: other, .. } if other == name) {
            return true;
        }
    }
    false
}

/// Copies the definitions of the attributes of a dependency's signal.
fn take_over(uses: &BTreeMap<String, Use>, dependency: &Registry, registry: &mut Registry) {
    for key in uses.keys() {
        if let Some(definition) = dependency.attributes.get(key) {
            registry.attributes.entry(key.clone()).or_insert_with(|| definition.clone());
        }
    }
}

fn common(
    of: &Common,
    brief: &mut String,
    stability: &mut Stability,
    deprecated: &mut Option<super::model::Deprecated>,
) {
    if let Some(said) = &of.brief {
        brief.clone_from(said);
    }
    *stability = of.stability.unwrap_or(*stability);
    if of.deprecated.is_some() {
        deprecated.clone_from(&of.deprecated);
    }
}

/// The use of an attribute in a dependency, at the place where it is imported.
fn raw(key: &str, of: &Use, place: &Place) -> RawUse {
    RawUse {
        key: key.to_owned(),
        place: place.clone(),
        level: Some(of.level),
        brief: of.brief.clone(),
        sampling_relevant: of.sampling_relevant,
    }
}

/// A later use overrides an earlier one, except in fields that it does not have.
fn merge(uses: &mut Uses, key: String, one: RawUse) {
    match uses.get_mut(&key) {
        None => drop(uses.insert(key, one)),
        Some(known) => {
            known.place = one.place;
            known.level = one.level.or(known.level);
            known.brief = one.brief.or(known.brief.take());
            known.sampling_relevant |= one.sampling_relevant;
        }
    }
}

/// Whether a name matches a pattern, in which `*` stands for any text.
fn matches(pattern: &str, name: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == name };
    let Some(rest) = name.strip_prefix(before) else { return false };
    rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| matches(after, &rest[at..]))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_is_anything() {
        assert!(
            matches("jvm.*", "jvm.memory.used")
                && matches("*", "a")
                && matches("a.*.c", "a.b.b.c")
                && matches("a", "a")
        );
        assert!(!matches("jvm.*", "jvmx") && !matches("a", "ab") && !matches("a.*.c", "a.c"));
    }
}
