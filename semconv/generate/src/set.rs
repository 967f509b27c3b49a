//! The sets of attributes: which metrics share one, and how their fields are named.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Facts, Level, Metric, Stability, Type, rest, root};
use crate::name::{camel, snake};

/// The set of one metric or of several with the same attributes.
pub struct Set<'a> {
    /// Its own name: that of its first metric, of which the stable ones come first.
    pub name: String,
    pub stable: bool,
    /// The names that it has for the other metrics, and whether they are stable.
    pub aliases: BTreeMap<String, bool>,
    /// What all its keys begin with, if there are several.
    pub prefix: Option<&'a str>,
    /// The required ones first, each by key.
    pub fields: Vec<Field<'a>>,
}

pub struct Field<'a> {
    pub ident: String,
    pub key: &'a str,
    pub required: bool,
    /// For whom it is what: one level, or that there are several.
    pub level: Option<Level>,
    pub stability: Stability,
}

impl Set<'_> {
    pub fn has_required(&self) -> bool {
        self.fields.iter().any(|field| field.required)
    }

    /// Whether it borrows.
    pub fn borrows(&self, facts: &Facts) -> bool {
        self.fields.iter().any(|field| borrows(&facts.attributes[field.key].ty))
    }
}

/// Whether a value of the type borrows.
pub fn borrows(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::Strings | Type::Members(_))
}

/// The name of a metric's set.
pub fn name(metric: &str) -> String {
    camel(rest(metric))
}

/// The sets of a namespace's metrics.
pub fn of<'a>(facts: &'a Facts, namespace: &str) -> Vec<Set<'a>> {
    let mut shared: BTreeMap<BTreeSet<(&str, bool)>, Vec<(&String, &Metric)>> = BTreeMap::new();
    for (name, metric) in &facts.metrics {
        if root(name) == namespace && !metric.attributes.is_empty() {
            let keys = metric.attributes.iter().map(|(key, level)| (key.as_str(), *level == Level::Required));
            shared.entry(keys.collect()).or_default().push((name, metric));
        }
    }
    let mut sets: Vec<_> = shared.into_iter().map(|(keys, metrics)| set(facts, namespace, &keys, metrics)).collect();
    sets.sort_by(|a, b| a.name.cmp(&b.name));
    sets
}

fn set<'a>(
    facts: &'a Facts,
    namespace: &str,
    keys: &BTreeSet<(&'a str, bool)>,
    mut metrics: Vec<(&'a String, &'a Metric)>,
) -> Set<'a> {
    metrics.sort_by_key(|(name, metric)| (metric.stability != Stability::Stable, *name));
    let all: Vec<_> = keys.iter().map(|(key, _)| *key).collect();
    let mut fields: Vec<_> = keys
        .iter()
        .map(|&(key, required)| {
            let levels: BTreeSet<_> = metrics.iter().map(|(_, metric)| metric.attributes[key]).collect();
            let level = levels.first().copied().filter(|_| levels.len() == 1);
            Field {
                ident: ident(key, &all, namespace),
                key,
                required,
                level,
                stability: facts.attributes[key].stability,
            }
        })
        .collect();
    fields.sort_by_key(|field| !field.required);
    let stable = |metric: &Metric| metric.stability == Stability::Stable;
    Set {
        name: name(metrics[0].0),
        stable: stable(metrics[0].1),
        aliases: metrics[1..].iter().map(|(of, metric)| (name(of), stable(metric))).collect(),
        prefix: prefix(&all),
        fields,
    }
}

/// The parts that all keys begin with, where there are several keys.
fn prefix<'a>(keys: &[&'a str]) -> Option<&'a str> {
    let (first, others) = keys.split_first().filter(|(_, others)| !others.is_empty())?;
    let ends = first.match_indices('.').map(|(at, _)| at).collect::<Vec<_>>();
    let begins = |key: &&str, at: usize| key.get(..=at) == Some(&first[..=at]);
    let at = ends.into_iter().rev().find(|at| others.iter().all(|key| begins(key, *at)))?;
    Some(&first[..at])
}

/// What a field is called: the last part of its key, and as many before it as it takes to say what it is.
fn ident(key: &str, all: &[&str], namespace: &str) -> String {
    let starts = key.match_indices('.').map(|(at, _)| at + 1).collect::<Vec<_>>();
    let names = starts.into_iter().rev().chain([0]).map(|at| &key[at..]);
    let alike =
        |name: &str| all.iter().filter(|other| other.ends_with(&format!(".{name}")) || **other == name).count() > 1;
    let own = |name: &str| root(key) == namespace && rest(key) == name;
    let vague = |name: &str| KEYWORDS.contains(&name) || (VAGUE.contains(&name) && !own(name));
    let found = names.clone().find(|name| !vague(name) && !alike(name));
    snake(found.unwrap_or(key))
}

/// Names that no field can have.
const KEYWORDS: [&str; 5] = ["type", "in", "mod", "move", "ref"];

/// Parts of keys that say too little by themselves.
const VAGUE: [&str; 19] = [
    "address", "code", "full", "id", "level", "name", "number", "port", "reason", "result", "revision", "size",
    "state", "status", "summary", "template", "text", "title", "version",
];
