//! The sets of attributes that are within a declared limit.

use std::collections::HashSet;

use opentelemetry::KeyValue;

use super::limit::Limit;
use super::sync::{Mutex, lock};

/// The first sets that came, at most as many as the limit. The instrument's store and the instruments that are bound from it
/// share them.
pub(super) struct Admitted {
    limit: usize,
    sets: Mutex<HashSet<Box<[KeyValue]>>>,
}

impl Admitted {
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, sets: Mutex::default() }
    }

    /// Takes a set, if it is within the limit; if not, says which limit. It stays so.
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
