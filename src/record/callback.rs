//! Whether this thread runs a callback of the SDK.
// Uses `sync`. Used by `binder`, `collect`, `instrument`, `testing`.

use std::cell::Cell;

#[cfg(meterstick_loom)]
use super::sync::LocalCell as _;
use super::sync::thread_local;

thread_local! {
    static IS_INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// Runs a callback of the SDK. Instruments that are first used in it are bound after the collection.
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

/// Whether this thread is inside [`in_callback`]. It can be inside a callback that this crate does not see.
pub(crate) fn is_in_callback() -> bool {
    IS_INSIDE.get()
}
