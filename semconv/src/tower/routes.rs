//! The routes that were seen, of which there is a bound.

use std::collections::HashSet;
use std::sync::{Arc, PoisonError, RwLock};

/// What an attribute says of a value that is not one of those that are told apart.
const OTHER: &str = "_OTHER";

#[derive(Debug)]
pub(super) struct Routes {
    most: usize,
    known: RwLock<HashSet<Arc<str>>>,
}

impl Routes {
    pub(super) fn new(most: usize) -> Self {
        Self { most, known: RwLock::default() }
    }

    pub(super) const fn most(&self) -> usize {
        self.most
    }

    /// The route, or `_OTHER` if it is one too many.
    pub(super) fn admit(&self, route: &str) -> Arc<str> {
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(route) {
            return Arc::clone(known);
        }
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let new = match known.get(route) {
            Some(known) => return Arc::clone(known),
            None if known.len() < self.most => route,
            None => match known.get(OTHER) {
                Some(other) => return Arc::clone(other),
                None => OTHER,
            },
        };
        let new: Arc<str> = new.into();
        known.insert(Arc::clone(&new));
        new
    }
}
