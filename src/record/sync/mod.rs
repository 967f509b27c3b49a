//! The atomics, locks and threads of the recording core: the standard library's, or loom's under `cfg(meterstick_loom)`, so
//! that the tests with loom run the code that ships. The cfg is our own, as dependencies know `cfg(loom)`.
// Uses `record`. Used by `admitted`, `callback`, `collect`, `core`, `counts`, `models`, `models::provider`,
// `per_thread`, `preset`, `section`, `series`, `store::gauges`, `store::histograms`, `store::open`, `store::ring`,
// `store::sums`, `stream`, `thread_counters`, `thread_index`.

#[cfg(meterstick_loom)]
mod under_loom;

#[cfg(not(meterstick_loom))]
pub(super) use std::{
    sync::{
        Mutex, MutexGuard, OnceLock,
        atomic::{AtomicBool, AtomicU8, AtomicU16, AtomicU32, AtomicU64, Ordering, fence},
    },
    thread_local,
};

#[cfg(meterstick_loom)]
pub(super) use self::under_loom::*;

/// Statics that have something of this module in them.
#[cfg(not(meterstick_loom))]
macro_rules! statics {
    ($($(#[$attribute:meta])* static $name:ident: $type:ty = $init:expr;)*) => {
        $($(#[$attribute])* static $name: $type = $init;)*
    };
}
#[cfg(not(meterstick_loom))]
pub(super) use statics;

/// Locks a mutex. The core's data is whole whenever user code can panic, so a poisoned lock is entered like any other.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Locks a mutex if no other thread holds it.
pub(super) fn try_lock<T>(mutex: &Mutex<T>) -> Option<MutexGuard<'_, T>> {
    match mutex.try_lock() {
        Ok(guard) => Some(guard),
        Err(std::sync::TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
        Err(std::sync::TryLockError::WouldBlock) => None,
    }
}

/// A reference to an `Arc` is about to be dropped, or the last one was: what its count orders, loom does not see.
#[cfg(not(meterstick_loom))]
pub(super) fn reference_dropped() {}

/// A place that is written and read in turns. Loom finds out if nothing orders the two, also where what is there is atomic:
/// loom does not let a read see a write that comes later.
#[cfg(not(meterstick_loom))]
pub(super) struct Turns;

#[cfg(not(meterstick_loom))]
impl Turns {
    pub(super) const fn new() -> Self {
        Self
    }
    #[inline(always)]
    pub(super) fn write(&self) {}
    #[inline(always)]
    pub(super) fn read(&self) {}
}
