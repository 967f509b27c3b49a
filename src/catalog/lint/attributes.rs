//! Lints of attribute keys.
// Uses `declare`, `lint`, `lint::names`, `lint::rule`. Used by `lint`.

use super::names::spelling;
use super::{Found, Lint};
use crate::declare::Descriptor;

pub(super) fn check(metric: &Descriptor, found: &mut Found) {
    for field in metric.attributes {
        for (lint, fix) in spelling(field.key) {
            found.add_of(metric, field.key, lint, fix);
        }
        let within = |key: &str| key.strip_prefix(field.key).is_some_and(|rest| rest.starts_with('.'));
        if let Some(other) = metric.attributes.iter().find(|other| within(other.key)) {
            let fix = format!("rename it: it is the namespace of `{}`", other.key);
            found.add_of(metric, field.key, Lint::KeyIsNamespace, fix);
        }
    }
}
