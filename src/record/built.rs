//! Which declaration a thread is building, so that a test's view gives a histogram the buckets that it asks for.

use std::cell::Cell;

use crate::declare::{Descriptor, Exponential};

thread_local! {
    static BUILT: Cell<Option<Exponential>> = const { Cell::new(None) };
}

/// That this thread builds an instrument: the SDK asks its views on the same thread.
pub(super) struct Building {
    before: Option<Exponential>,
}

impl Building {
    pub(super) fn of(descriptor: &Descriptor) -> Self {
        Self { before: BUILT.replace(descriptor.exponential) }
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        BUILT.set(self.before);
    }
}

/// The exponential buckets that the declaration asks for which this thread is building.
pub(crate) fn exponential_of_built() -> Option<Exponential> {
    BUILT.get()
}
