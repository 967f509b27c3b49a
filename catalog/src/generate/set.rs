//! Attribute sets: which metrics share one, and the names of the fields.
// Uses `name`, `registry`. Used by `check`, `emit`, `emit::file`, `emit::metric`, `emit::set`, `emit::span`.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{KEYWORDS, apart, camel, constant, rest, root, snake};
use crate::registry::{Attribute, Registry, RequirementLevel, Stability, Type, Use};

/// A metric or a span and its attributes.
#[derive(Debug)]
pub struct Signal<'a> {
    pub name: &'a str,
    pub stable: bool,
    pub attributes: BTreeMap<&'a str, &'a Use>,
    /// The attributes that the set's constructor takes: the required ones, unless an earlier release took others.
    pub constructor: BTreeSet<&'a str>,
}

/// The attributes that a registry requires.
pub fn required<'a>(attributes: &BTreeMap<&'a str, &'a Use>) -> BTreeSet<&'a str> {
    attributes.iter().filter(|(_, of)| of.level == RequirementLevel::Required).map(|(key, _)| *key).collect()
}

/// The set of one signal, or of several with the same attributes.
#[derive(Debug)]
pub struct Set<'a> {
    /// The set's name: that of its first signal; stable signals come first.
    pub name: String,
    pub stable: bool,
    /// The set's aliases for the other signals, and whether they are stable.
    pub aliases: BTreeMap<String, bool>,
    /// The constants of the signals, each with whether it is stable; the one that names the set comes first.
    pub of: Vec<(String, bool)>,
    /// The common prefix of all keys, if there are several.
    pub prefix: Option<&'a str>,
    /// The fields: first those of the constructor, each group by key.
    pub fields: Vec<Field<'a>>,
}

#[derive(Debug)]
pub struct Field<'a> {
    pub ident: String,
    pub key: &'a str,
    /// Whether the constructor takes it.
    pub in_constructor: bool,
    /// The requirement level, if it is the same for all signals.
    pub level: Option<RequirementLevel>,
    pub stability: Stability,
    /// The description, if it is the same for all signals.
    pub brief: &'a str,
}

impl Set<'_> {
    pub fn has_default(&self) -> bool {
        !self.fields.iter().any(|field| field.in_constructor)
    }

    /// Whether the set borrows.
    pub fn borrows(&self, registry: &Registry) -> bool {
        self.fields.iter().any(|field| borrows(&registry.attributes[field.key]))
    }
}

/// Whether a value of the attribute borrows.
pub fn borrows(attribute: &Attribute) -> bool {
    match attribute.ty {
        Type::Members(_) => !attribute.closed,
        Type::Int | Type::Double | Type::Boolean | Type::Integers(_) => false,
        _ => true,
    }
}

/// The name of a metric's set.
pub fn name(metric: &str) -> String {
    apart(camel(rest(metric)), "Attributes")
}

/// The sets of a namespace's signals, named by a function of a signal's name.
pub fn of<'a>(registry: &'a Registry, signals: Vec<Signal<'a>>, named: fn(&str) -> String) -> Vec<Set<'a>> {
    let mut shared: BTreeMap<BTreeSet<(&str, bool)>, Vec<Signal<'a>>> = BTreeMap::new();
    for signal in signals.into_iter().filter(|signal| !signal.attributes.is_empty()) {
        let keys = signal.attributes.keys().map(|key| (*key, signal.constructor.contains(key)));
        shared.entry(keys.collect()).or_default().push(signal);
    }
    let mut sets: Vec<_> = shared.into_iter().map(|(keys, signals)| set(registry, &keys, signals, named)).collect();
    sets.sort_by(|a, b| a.name.cmp(&b.name));
    sets
}

fn set<'a>(
    registry: &'a Registry,
    keys: &BTreeSet<(&'a str, bool)>,
    mut signals: Vec<Signal<'a>>,
    named: fn(&str) -> String,
) -> Set<'a> {
    signals.sort_by_key(|signal| (!signal.stable, signal.name));
    let all: Vec<_> = keys.iter().map(|(key, _)| *key).collect();
    let namespace = root(signals[0].name);
    let mut fields: Vec<_> = keys.iter().map(|&(key, taken)| field(registry, &signals, key, taken)).collect();
    for (field, ident) in fields.iter_mut().zip(idents(&all, namespace)) {
        field.ident = ident;
    }
    fields.sort_by_key(|field| !field.in_constructor);
    Set {
        name: named(signals[0].name),
        stable: signals[0].stable,
        aliases: signals[1..].iter().map(|signal| (named(signal.name), signal.stable)).collect(),
        of: signals.iter().map(|signal| (constant(rest(signal.name)), signal.stable)).collect(),
        prefix: prefix(&all),
        fields,
    }
}

fn field<'a>(registry: &'a Registry, signals: &[Signal<'a>], key: &'a str, in_constructor: bool) -> Field<'a> {
    let levels: BTreeSet<_> = signals.iter().map(|signal| signal.attributes[key].level).collect();
    let definition = &registry.attributes[key];
    let said = |signal: &Signal<'a>| signal.attributes[key].brief.as_deref();
    let brief = said(&signals[0]).filter(|brief| signals.iter().all(|signal| said(signal) == Some(brief)));
    Field {
        ident: String::new(),
        key,
        in_constructor,
        level: levels.first().copied().filter(|_| levels.len() == 1),
        stability: definition.stability,
        brief: brief.unwrap_or(&definition.brief),
    }
}

/// The names of the fields, distinct from each other.
fn idents(all: &[&str], namespace: &str) -> Vec<String> {
    let short: Vec<_> = all.iter().map(|key| ident(key, all, namespace)).collect();
    let mut idents: Vec<String> = Vec::new();
    for (i, name) in short.iter().enumerate() {
        let is_alone = short.iter().filter(|other| *other == name).count() == 1;
        let mut name = if is_alone { name.clone() } else { snake(all[i]) };
        // Each field has a method with its name, besides `new`.
        if KEYWORDS.contains(&name.as_str()) || name == "new" {
            name.push('_');
        }
        while idents.contains(&name) {
            name.push('_');
        }
        idents.push(name);
    }
    idents
}

/// The parts at the beginning of all keys, if there are several keys.
fn prefix<'a>(keys: &[&'a str]) -> Option<&'a str> {
    let (first, others) = keys.split_first().filter(|(_, others)| !others.is_empty())?;
    let ends = first.match_indices('.').map(|(at, _)| at).collect::<Vec<_>>();
    let begins = |key: &&str, at: usize| key.get(..=at) == Some(&first[..=at]);
    let at = ends.into_iter().rev().find(|at| others.iter().all(|key| begins(key, *at)))?;
    Some(&first[..at])
}

/// The name of a field: the last part of its key, and as many parts before it as it needs to be clear.
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

/// Parts of keys that are not clear by themselves.
const VAGUE: [&str; 19] = [
    "address", "code", "full", "id", "level", "name", "number", "port", "reason", "result", "revision", "size",
    "state", "status", "summary", "template", "text", "title", "version",
];
