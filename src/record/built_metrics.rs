//! What a program has built: each declaration once, with its scope if it is a static.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::declare::Descriptor;

/// By name. The names of metrics are few, as each is kept by the SDK, too; instruments that are built again are found here.
static BUILT: Mutex<BTreeMap<&'static str, Vec<Descriptor>>> = Mutex::new(BTreeMap::new());

/// Has a declaration in the list from now on. It is called once an instrument and runs no code of the user.
pub(crate) fn was_built(descriptor: &Descriptor) {
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    let of_name = built.entry(descriptor.name).or_default();
    if !of_name.contains(descriptor) {
        of_name.push(*descriptor);
    }
}

/// The list, in the order of the names.
pub(crate) fn built_metrics() -> Vec<Descriptor> {
    let built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    built.values().flatten().copied().collect()
}
