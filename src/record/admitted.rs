//! `Admitted`: the attribute sets that are within a declared cardinality limit.
// Uses `limit`, `sync`. Used by `series`, `store::open`.

use std::collections::HashSet;

use opentelemetry::KeyValue;

use super::limit::Limit;
use super::sync::{Mutex, lock};

/// The first sets in arrival order, at most as many as the limit. The store of the instrument shares them with the instruments
/// that are bound from it.
pub(super) struct Admitted {
    limit: usize,
    sets: Mutex<HashSet<Box<[KeyValue]>>>,
}

impl Admitted {
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, sets: Mutex::default() }
    }

    /// Admits a set, or returns the limit that it exceeds. The answer for a set never changes.
    pub(super) fn admit(&self, canonical: &[KeyValue]) -> Result<(), Limit> {
        let mut sets = lock(&self.sets);
        if sets.contains(canonical) {
            return Ok(());
        }
        if sets.len() == self.limit {
            return Err(Limit::Declared(self.limit));
        }
        sets.insert(canonical.into());
        Ok(())
    }
}
