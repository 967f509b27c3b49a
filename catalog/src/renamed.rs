//! Finds the replacements of removed metrics and attributes between two catalogues.
// Uses `document`, `nearest`. Used by `attributes`, `check`, `metrics`.

use crate::document::{AttributeEntry, MetricEntry};
use crate::nearest::nearest;

/// The replacement of a removed metric: a new one with its kind, unit, numbers and attributes.
pub(crate) fn metric<'a>(gone: &MetricEntry, old: &[&MetricEntry], new: &[&'a MetricEntry]) -> Option<&'a MetricEntry> {
    let alike = |one: &MetricEntry| {
        let keys = |metric: &MetricEntry| metric.attributes.iter().map(|one| one.key.clone()).collect::<Vec<_>>();
        (one.kind, &one.unit, one.number) == (gone.kind, &gone.unit, gone.number) && keys(one) == keys(gone)
    };
    successor(gone, old, new, |metric| &metric.name, alike)
}

/// The replacement of a removed attribute: a new one with its type and values.
pub(crate) fn attribute<'a>(
    gone: &AttributeEntry,
    old: &[&AttributeEntry],
    new: &[&'a AttributeEntry],
) -> Option<&'a AttributeEntry> {
    let alike = |one: &AttributeEntry| one.ty == gone.ty && one.values == gone.values;
    successor(gone, old, new, |attribute| &attribute.key, alike)
}

/// The only similar new item, if it can replace nothing else; otherwise the one with the nearest name.
fn successor<'a, T>(
    gone: &T,
    old: &[&T],
    new: &[&'a T],
    name: fn(&T) -> &str,
    alike: impl Fn(&T) -> bool,
) -> Option<&'a T> {
    let is_in = |one: &T, all: &[&T]| all.iter().any(|other| name(other) == name(one));
    let candidates: Vec<&'a T> = new.iter().copied().filter(|one| alike(one) && !is_in(one, old)).collect();
    let rivals = old.iter().filter(|one| alike(one) && !is_in(one, new)).count();
    if let ([only], 1) = (&candidates[..], rivals) {
        return Some(only);
    }
    let near = nearest(name(gone), candidates.iter().map(|one| name(one)))?;
    candidates.iter().copied().find(|one| name(one) == near)
}
