//! Whether this thread runs a callback of the SDK's.

use std::cell::Cell;

#[cfg(meterstick_loom)]
use super::sync::LocalCell as _;
use super::sync::thread_local;

thread_local! {
    static IS_INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// Runs a callback of the SDK's: what is first used in it is bound when the collection is over.
pub(crate) fn in_callback<T>(callback: impl FnOnce() -> T) -> T {
    struct Before(bool);
    impl Drop for Before {
        fn drop(&mut self) {
            IS_INSIDE.set(self.0);
        }
    }
    let _before = Before(IS_INSIDE.replace(true));
    callback()
}

/// Whether this thread is inside a callback that came by way of [`in_callback`]. It may be inside another one.
pub(crate) fn is_in_callback() -> bool {
    IS_INSIDE.get()
}
