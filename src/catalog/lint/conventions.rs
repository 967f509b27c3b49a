//! Compares names with those of conventions: equal names, and near misses.
// Uses `lint`, `lint::report`, `lint::rule`, `lint::units`, `text`. Used by `lint::report`.

use std::collections::{BTreeMap, BTreeSet};

use super::units::UNITS;
use super::{Finding, Lint, words};
use crate::catalog::text::distance;

/// The names of conventions, compared with the names of a catalogue.
pub(super) struct Conventions<'a> {
    names: BTreeSet<&'a str>,
    /// By their letters alone.
    letters: BTreeMap<String, &'a str>,
}

impl<'a> Conventions<'a> {
    pub(super) fn new(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: BTreeSet<_> = names.into_iter().collect();
        let letters = names.iter().map(|name| (words(name).collect(), *name)).collect();
        Self { names, letters }
    }

    /// Whether a finding about this metric is about a name of the convention, which cannot be changed here. A key can be the
    /// program's own, except for the keys with which OpenTelemetry reports on itself.
    pub(super) fn answers_for(&self, finding: &Finding, metric: &str) -> bool {
        if finding.attribute.is_some() && !(finding.lint == Lint::Reserved && metric.starts_with("otel.")) {
            return false;
        }
        let about_names = [
            Lint::NoNamespace,
            Lint::UpperCase,
            Lint::NotSnakeCase,
            Lint::Delimiters,
            Lint::NameIsNamespace,
            Lint::UnitInName,
            Lint::TotalInName,
            Lint::PluralUpDownCounter,
            Lint::PluralName,
            Lint::PluralNamespace,
            Lint::Reserved,
        ];
        about_names.contains(&finding.lint) && self.names.contains(metric)
    }

    /// The convention's name that a name is nearly, if there is one.
    pub(super) fn near(&self, name: &str) -> Option<&'a str> {
        if self.names.contains(name) {
            return None;
        }
        let lower = name.to_ascii_lowercase();
        let letters = |name: &str| words(name).collect::<String>();
        if let Some(same) = self.letters.get(&letters(&lower)) {
            return Some(same);
        }
        // Without the suffixes that Prometheus appends.
        let mut kept: Vec<_> = words(&lower).collect();
        while kept.last().is_some_and(|last| UNITS.contains(last) || ["total", "ratio"].contains(last)) {
            kept.pop();
            if let Some(same) = self.letters.get(&kept.concat()) {
                return Some(same);
            }
        }
        // One letter more, less or different. In a short name, that is too much.
        let long = |name: &str| name.len() > 8;
        self.names.iter().copied().find(|known| long(known) && long(name) && distance(known, &lower) == 1)
    }
}
