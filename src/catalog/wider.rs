//! One metric with several attribute sets: it is listed with the widest.
// Uses `attribute`, `declare`. Used by `linked`, `list`.

use std::cmp::Reverse;

use crate::attribute::{Field, is_narrower};
use crate::declare::Descriptor;

/// Gives each declaration the widest set of those that have its name, and leaves out what is then listed twice. The list is sorted
/// by name. Sets of which none is wider stay as they are.
pub(super) fn widest(all: Vec<Descriptor>) -> Vec<Descriptor> {
    let mut list: Vec<Descriptor> = Vec::with_capacity(all.len());
    for of_name in all.chunk_by(|one, other| one.name == other.name) {
        let start = list.len();
        for metric in of_name {
            let wider = of_name.iter().filter(|other| is_wider(other, metric)).max_by_key(|other| width(other));
            let set = wider.filter(|other| width(other) > width(metric)).unwrap_or(metric);
            let Descriptor { attributes, any_keys, cardinality, cardinality_limit, .. } = *set;
            let metric = Descriptor { attributes, any_keys, cardinality, cardinality_limit, ..*metric };
            if !list[start..].contains(&metric) {
                list.push(metric);
            }
        }
    }
    list
}

/// Whether the set of `metric` could replace that of `other`.
fn is_wider(other: &Descriptor, metric: &Descriptor) -> bool {
    if other.attributes.is_empty() {
        return other.any_keys;
    }
    is_narrower((other.attributes, other.any_keys), (metric.attributes, metric.any_keys))
        && metric
            .attributes
            .iter()
            .all(|field| other.attributes.iter().all(|of| of.key != field.key || has_values(of, field)))
}

/// Whether an attribute can have each value of another.
fn has_values(of: &Field, field: &Field) -> bool {
    of.open || (!field.open && field.members.iter().all(|member| of.members.contains(member)))
}

/// Orders sets, of which each could replace the other: by their keys, and then by their values. Of sets with any keys, the one that
/// requires fewer is wider.
fn width(metric: &Descriptor) -> (bool, Reverse<usize>, usize, usize, usize) {
    let required = metric.attributes.iter().filter(|field| field.required).count();
    let optional = metric.attributes.len() - required;
    let required = if metric.any_keys { required } else { 0 };
    let cardinality = metric.cardinality.unwrap_or(usize::MAX);
    (metric.any_keys, Reverse(required), metric.attributes.len(), optional, cardinality)
}
