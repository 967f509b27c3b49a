//! The list of everything that a program has built: each declaration once, with its scope if it is a static.
// Uses `declare`, `map`. Used by `cache`, `instrument`, `slot`.

use std::sync::{Mutex, PoisonError};

use super::map::{self, Map};
use crate::declare::Descriptor;

/// By name. The SDK keeps every metric, too, so they are few; an instrument that is built again is found here.
static BUILT: Mutex<Map<&'static str, Vec<Descriptor>>> = Mutex::new(map::new());

/// Adds a declaration to the list. Called once per instrument; it runs no user code.
pub(crate) fn was_built(descriptor: &Descriptor) {
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    let of_name = built.entry(descriptor.name).or_default();
    if !of_name.contains(descriptor) {
        of_name.push(*descriptor);
    }
}

/// Returns the list, in the order of the names.
pub(crate) fn built_metrics() -> Vec<Descriptor> {
    let built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    let mut names: Vec<_> = built.keys().copied().collect();
    names.sort_unstable();
    names.iter().flat_map(|name| &built[name]).copied().collect()
}
