//! The identity of a metric: whether two declarations of one name are the same metric.
// Uses `attribute`, `declare`, `text`. Used by `rule`.

use super::text::{Fold, alike};
use crate::attribute::Field;
use crate::declare::Descriptor;

/// What differs between two declarations of one name, if anything does. The scope and the cardinality limit may differ (*Metrics
/// SDK, duplicate instrument registration*).
pub(super) const fn difference(a: &Descriptor, b: &Descriptor) -> Option<&'static str> {
    if a.kind as u8 != b.kind as u8 {
        return Some("kinds");
    }
    if a.form as u8 != b.form as u8 {
        return Some("kinds of numbers");
    }
    if !alike(a.unit, b.unit, Fold::Exact) {
        return Some("units");
    }
    if !alike(a.description, b.description, Fold::Exact) {
        return Some("descriptions");
    }
    if !same_boundaries(a.boundaries.as_slice(), b.boundaries.as_slice()) || !same_exponential(a, b) {
        return Some("kinds of buckets");
    }
    let same_keys = same_fields(a.attributes, b.attributes) && a.any_keys == b.any_keys;
    if !same_keys || a.cardinality.is_some() != b.cardinality.is_some() {
        return Some("sets of attributes");
    }
    None
}

const fn same_boundaries(a: &[f64], b: &[f64]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

const fn same_exponential(a: &Descriptor, b: &Descriptor) -> bool {
    match (a.exponential, b.exponential) {
        (None, None) => true,
        (Some(a), Some(b)) => a.max_size == b.max_size && a.max_scale == b.max_scale,
        _ => false,
    }
}

const fn same_fields(a: &[Field], b: &[Field]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && same_field(&a[i], &b[i]) {
        i += 1;
    }
    i == a.len() && i == b.len()
}

const fn same_field(a: &Field, b: &Field) -> bool {
    a.ty as u8 == b.ty as u8
        && a.required == b.required
        && a.open == b.open
        && alike(a.key, b.key, Fold::Exact)
        && same_members(a.members, b.members)
}

const fn same_members(a: &[&str], b: &[&str]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && alike(a[i], b[i], Fold::Exact) {
        i += 1;
    }
    i == a.len() && i == b.len()
}
