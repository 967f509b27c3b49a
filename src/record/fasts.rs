//! `Fasts`: which instruments take the fast path: a collected instrument, and those that are bound from it.
// Uses `map`, `thread_counters`. Used by `sink`.

use std::sync::{Arc, Weak};

use super::map::{self, Map};
use super::thread_counters::Fast;

/// The [`Fast`] of an instrument and of those that are bound from it, each with the start of its counters. It is behind the
/// instrument's lock, so all of them change together.
pub(super) struct Fasts {
    all: Map<usize, (Weak<Fast>, u16)>,
    is_on: bool,
}

fn id(fast: &Arc<Fast>) -> usize {
    Arc::as_ptr(fast).addr()
}

impl Fasts {
    pub(super) const fn new() -> Self {
        Self { all: map::new(), is_on: false }
    }

    pub(super) fn add(&mut self, fast: &Arc<Fast>, start: u16) {
        if self.is_on {
            fast.set(start);
        }
        self.all.insert(id(fast), (Arc::downgrade(fast), start));
    }

    pub(super) fn remove(&mut self, fast: &Arc<Fast>) {
        map::remove(&mut self.all, &id(fast));
    }

    /// Whether calls may add to their counters and look at nothing else.
    pub(super) fn switch(&mut self, is_on: bool) {
        self.is_on = is_on;
        for (fast, start) in self.all.values() {
            if let Some(fast) = fast.upgrade() {
                if is_on { fast.set(*start) } else { fast.clear() }
            }
        }
    }
}
