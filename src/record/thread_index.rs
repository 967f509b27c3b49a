//! A small number for each live thread, taken again by later threads.
//!
//! A thread takes its index at its first call and gives it back when it ends. The mutex of [`FREE`] orders the two: what the
//! earlier thread wrote to its part of a store happens before all that the later thread reads there. So a thread is the sole
//! writer of whatever is kept for its index.
// Uses `sync`. Used by `models`, `per_thread`, `thread_counters`.

use std::cell::Cell;

#[cfg(meterstick_loom)]
use super::sync::LocalCell as _;
use super::sync::{Mutex, lock, statics, thread_local};

/// The most threads with an index at a time. Further threads record through the shared parts of the stores.
pub(super) const MOST: usize = if cfg!(meterstick_loom) { (1 << 3) - 1 } else { (1 << 16) - 1 };

const NONE: usize = usize::MAX;

/// Where a thread's value is in a [`PerThread`](super::per_thread::PerThread): the bucket and the place in it. Each bucket is
/// twice as large as the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) bucket: u32,
    pub(super) at: u32,
}

/// A place in no bucket.
const NOWHERE: Place = Place { bucket: u32::MAX, at: 0 };

impl Place {
    pub(super) fn new(index: usize) -> Self {
        let bucket = (index + 1).ilog2();
        Self { bucket, at: (index + 1 - (1 << bucket)) as u32 }
    }
}

statics! {
    /// The indices that were given back, and the first that was never taken.
    static FREE: Mutex<(Vec<usize>, usize)> = Mutex::new((Vec::new(), 0));
}

/// A thread's index, given back when the thread ends.
struct Taken(Cell<usize>);

impl Taken {
    fn take() -> Self {
        let mut free = lock(&FREE);
        let index = free.0.pop().or_else(|| {
            let next = free.1;
            (next < MOST).then(|| {
                free.1 = next + 1;
                next
            })
        });
        drop(free);
        INDEX.set(index.unwrap_or(NONE));
        PLACE.set(index.map_or(NOWHERE, Place::new));
        Self(Cell::new(index.unwrap_or(NONE)))
    }

    fn give_back(&self) {
        let index = self.0.replace(NONE);
        if index == NONE {
            return;
        }
        INDEX.set(NONE);
        PLACE.set(NOWHERE);
        // Before the index is free: what this does belongs to the index.
        if let Some(at_exit) = AT_EXIT.get() {
            at_exit();
        }
        lock(&FREE).0.push(index);
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        self.give_back();
    }
}

/// Gives this thread's index back. Loom destroys thread-local values only after the thread was joined, and after its statics.
#[cfg(all(meterstick_loom, test))]
pub(super) fn give_back() {
    if INDEX.get() != NONE {
        TAKEN.with(Taken::give_back);
    }
}

thread_local! {
    static INDEX: Cell<usize> = const { Cell::new(NONE) };
    static PLACE: Cell<Place> = const { Cell::new(NOWHERE) };
    static TAKEN: Taken = Taken::take();
    static AT_EXIT: Cell<Option<fn()>> = const { Cell::new(None) };
}

/// This thread's index; `None` while the thread's local values are being destroyed, and if there are too many threads.
#[inline]
pub(super) fn get() -> Option<usize> {
    let index = INDEX.get();
    if index != NONE { Some(index) } else { take() }
}

#[cold]
fn take() -> Option<usize> {
    // Fails once the value was destroyed: the thread has given its index back.
    let _ = TAKEN.try_with(|_| ());
    let index = INDEX.get();
    (index != NONE).then_some(index)
}

/// This thread's place, in no bucket as long as it has not asked for its index.
#[inline]
pub(super) fn place() -> Place {
    PLACE.get()
}

/// Has a function run when this thread ends, before its index is free for another thread.
pub(super) fn at_exit(function: fn()) {
    AT_EXIT.set(Some(function));
}
