//! The declaration that this thread is building. The view of a `TestMeter` reads it to create declared exponential buckets.
// Uses `declare`. Used by `collect`, `testing`.

use std::cell::Cell;

use crate::declare::{Descriptor, Exponential};

thread_local! {
    static BUILT: Cell<Option<Exponential>> = const { Cell::new(None) };
}

/// Guard that is alive while an instrument is built. The SDK calls its views on the same thread.
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

/// The exponential buckets of the declaration that this thread is building, if it declares some.
pub(crate) fn exponential_of_built() -> Option<Exponential> {
    BUILT.get()
}
