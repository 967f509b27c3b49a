//! The current context, on a thread that ends too.
//!
//! OpenTelemetry keeps it in a thread-local value and panics once that is dropped. The destructor of another thread-local
//! value may run a span after that, and a panic in such a destructor ends the process.

use std::mem;

use opentelemetry::{Context, ContextGuard};

use crate::safely::safely;

/// Whether the thread has a current context. Dropped before the context is: it is made after it, and the standard library
/// drops the last value first. Where it does not, `safely` contains the panic.
struct Exists(bool);

impl Exists {
    fn new() -> Self {
        Self(safely(|| Context::map_current(|_| ())).is_some())
    }
}

/// So that the standard library knows when it is dropped.
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

/// The current context; where there is none any more, an empty one.
pub(super) fn current() -> Context {
    exists().then(|| safely(Context::current)).flatten().unwrap_or_default()
}

/// Makes a context the current one of this thread until the guard is dropped. Where there is none any more, or while code
/// that is not ours borrows the current one, it does not become it.
pub(super) fn attach(context: Context) -> Attached {
    Attached(exists().then(|| safely(|| context.attach())).flatten())
}

/// Guard: a context is the current one.
pub(super) struct Attached(Option<ContextGuard>);

impl Drop for Attached {
    fn drop(&mut self) {
        let Some(guard) = self.0.take() else { return };
        if exists() {
            // A span that ends with its context runs processors.
            safely(|| drop(guard));
        } else {
            // The thread's contexts are dropped as a whole.
            mem::forget(guard);
        }
    }
}
