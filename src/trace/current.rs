//! The current context, also on a thread that ends.
//!
//! OpenTelemetry keeps it in a thread-local value and panics once that is dropped. The destructor of another thread-local value
//! can run a span after that, and a panic in such a destructor aborts the process.
// Uses `safely`. Used by `drive`, `future`, `source`, `started`.

use std::mem;

use opentelemetry::{Context, ContextGuard};

use crate::safely::safely;

/// Whether the thread has a current context. It is initialized after the context, and the standard library drops the last value
/// first, so this is dropped before the context is. Where the order is another, `safely` contains the panic.
struct Exists(bool);

impl Exists {
    fn new() -> Self {
        Self(safely(|| Context::map_current(|_| ())).is_some())
    }
}

/// Without a destructor, the standard library would not record that the value was dropped.
impl Drop for Exists {
    fn drop(&mut self) {
        self.0 = false;
    }
}

thread_local! {
    static EXISTS: Exists = Exists::new();
}

fn exists() -> bool {
    EXISTS.try_with(|exists| exists.0).unwrap_or(false)
}

/// Returns the current context, or an empty one after it was dropped.
pub(super) fn current() -> Context {
    exists().then(|| safely(Context::current)).flatten().unwrap_or_default()
}

/// Makes a context the current one of this thread until the guard is dropped. Does nothing if the thread's contexts were dropped,
/// or while code outside of this crate borrows the current one.
pub(super) fn attach(context: Context) -> Attached {
    Attached(exists().then(|| safely(|| context.attach())).flatten())
}

/// Guard: a context is the current one until it is dropped.
pub(super) struct Attached(Option<ContextGuard>);

impl Drop for Attached {
    fn drop(&mut self) {
        let Some(guard) = self.0.take() else { return };
        if exists() {
            // A span that ends with its context runs span processors.
            safely(|| drop(guard));
        } else {
            // The thread drops its contexts as a whole.
            mem::forget(guard);
        }
    }
}
