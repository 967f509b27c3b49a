//! Code that is not ours, run so that its panic goes no further.

use std::fmt::{self, Display};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs it. `None` if it panics: the program's panic hook has reported that by then.
pub(crate) fn safely<T>(work: impl FnOnce() -> T) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(value) => Some(value),
        Err(payload) => {
            // The payload's destructor is not ours either. The payload of its panic is leaked, as it could panic again.
            if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
                mem::forget(second);
            }
            None
        }
    }
}

/// Displays what another displays; if that panics, what it has displayed until then.
pub(crate) struct Safe<'a, T: ?Sized>(pub(crate) &'a T);

impl<T: Display + ?Sized> Display for Safe<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        safely(|| self.0.fmt(f)).unwrap_or(Ok(()))
    }
}
