//! Names of conventions: those that are meant, and those that are nearly hit.

use std::collections::{BTreeMap, BTreeSet};

use super::units::UNITS;
use super::{Finding, Lint, words};
use crate::catalog::text::distance;

/// What a convention's names say of the names of a catalogue.
pub(super) struct Conventions<'a> {
    names: BTreeSet<&'a str>,
    /// By the letters alone.
    letters: BTreeMap<String, &'a str>,
}

impl<'a> Conventions<'a> {
    pub(super) fn new(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: BTreeSet<_> = names.into_iter().collect();
        let letters = names.iter().map(|name| (words(name).collect(), *name)).collect();
        Self { names, letters }
    }

    /// Whether a finding is about a name that is the convention's: it cannot be changed here. A key may be the program's own, but
    /// those by which OpenTelemetry reports of itself are its.
    pub(super) fn answers_for(&self, finding: &Finding) -> bool {
        if finding.attribute.is_some() && !(finding.lint == Lint::Reserved && finding.metric.starts_with("otel.")) {
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
        about_names.contains(&finding.lint) && self.names.contains(finding.metric)
    }

    /// The convention's name that a name was perhaps to be.
    pub(super) fn near(&self, name: &str) -> Option<&'a str> {
        if self.names.contains(name) {
            return None;
        }
        let lower = name.to_ascii_lowercase();
        let letters = |name: &str| words(name).collect::<String>();
        if let Some(same) = self.letters.get(&letters(&lower)) {
            return Some(same);
        }
        // As Prometheus has it, with suffixes.
        let mut kept: Vec<_> = words(&lower).collect();
        while kept.last().is_some_and(|last| UNITS.contains(last) || ["total", "ratio"].contains(last)) {
            kept.pop();
            if let Some(same) = self.letters.get(&kept.concat()) {
                return Some(same);
            }
        }
        // One letter too many, too few, or another: of a short name that would be too much.
        let long = |name: &str| name.len() > 8;
        self.names.iter().copied().find(|known| long(known) && long(name) && distance(known, &lower) == 1)
    }
}
