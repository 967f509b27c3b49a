//! Counters that each thread owns: the fast path of the sums.
//!
//! The closed sums of a program share one space of indices; an instrument has a [`Range`] of it. Each thread has a page of counters
//! for each part of the space that it uses. A counter has one writer, its thread, which adds with a relaxed load and a relaxed
//! store. Collectors read it, and store in `sent` the value up to which they have flushed it. So no value is lost or counted
//! twice, and no locked instruction is needed:
//!
//! - *writer*: `counter` is stored by its thread only. `sent` is stored only under the lock of the range's instrument.
//! - *order*: a counter is one atomic, so each collector reads a value that is not older than what the one before it read (they
//!   are ordered by the instrument's lock). A value that a collector does not see yet is seen by a later one.
//! - *a thread ends*: its pages belong to its index, and the next thread of this index goes on with them
//!   ([`thread_index`] orders the two).
//! - *an instrument is dropped*: its range is zeroed and taken again. No thread can be inside of it then, since each call
//!   borrows the instrument.
//!
//! Pages are never freed: their number is bounded by the maximum numbers of threads and of sets that were alive at the same time.
// Uses `free`, `number`, `record`, `sync`, `thread_index`. Used by `core`, `counts`, `fasts`, `preset`, `recorder`,
// `slot`, `store::sums`.

use std::cell::Cell;

use super::free::Free;
use super::stream::WireSum;
use super::sync::{AtomicU16, AtomicU64, Mutex, Ordering, lock, statics, thread_local};
use super::thread_index;

/// Counters per page: 1 KiB, and another 1 KiB for the values that were flushed of them.
const COUNTERS: usize = if cfg!(meterstick_loom) { 4 } else { 128 };
/// Pages in the space.
const PAGES: usize = if cfg!(meterstick_loom) { 16 } else { 512 };
/// Indices that are never given out, so that index 0 with any slot leads to a page that no thread has.
const RESERVED: usize = 2 * super::MAX_SLOTS;
const _: () = assert!(
    cfg!(meterstick_loom) || COUNTERS * PAGES == 1 << 16,
    "an index is 16 bits, so a page's number needs no check"
);

/// A page of one thread, on cache lines of its own.
#[repr(align(128))]
pub(super) struct Page {
    /// Written by the thread only.
    counters: [AtomicU64; COUNTERS],
    /// Written under the lock of the instrument that has the index.
    sent: [AtomicU64; COUNTERS],
}

impl Page {
    fn new() -> Self {
        let zeros = || std::array::from_fn(|_| AtomicU64::new(0));
        Self { counters: zeros(), sent: zeros() }
    }
}

thread_local! {
    /// This thread's pages; `None` for a page that it has not used, which takes the slow path. There is nothing to destroy, so
    /// that an access needs no check. A page of zeros in place of `None` would save a test and a branch, but in Rust 1.85
    /// no constant may refer to a static that has atomics in it.
    static MINE: [Cell<Option<&'static Page>>; PAGES] = const { [const { Cell::new(None) }; PAGES] };
}

/// What all threads share of the space.
struct Space {
    /// The pages by their number in the space, and by thread index.
    pages: Vec<Vec<Option<&'static Page>>>,
    /// The first index that was never given out.
    next: usize,
    free: Free,
}

statics! {
    static SPACE: Mutex<Space> = Mutex::new(Space { pages: Vec::new(), next: RESERVED, free: Free::new() });
}

/// The indices of one instrument.
#[derive(Debug)]
pub(super) struct Range {
    start: usize,
    len: usize,
}

impl Range {
    /// Takes a range; `None` if the space is full: then the instrument keeps its sums in the shared part of its store.
    pub(super) fn take(len: usize) -> Option<Self> {
        let mut space = lock(&SPACE);
        if let Some(start) = space.free.take(len) {
            return Some(Self { start, len });
        }
        let start = space.next;
        if len == 0 || start + len > COUNTERS * PAGES {
            return None;
        }
        space.next = start + len;
        Some(Self { start, len })
    }

    pub(super) const fn start(&self) -> u16 {
        self.start as u16
    }

    /// This thread's counter of a slot, if it has the page.
    #[inline]
    pub(super) fn own_if_there(&self, slot: usize) -> Option<&'static AtomicU64> {
        debug_assert!(slot < self.len);
        let index = self.start + slot;
        MINE.with(|mine| mine[index / COUNTERS].get()).map(|page| &page.counters[index % COUNTERS])
    }

    /// This thread's counter of a slot, with its page at the first use; `None` for a thread without an index.
    pub(super) fn own(&self, slot: usize) -> Option<&'static AtomicU64> {
        if let Some(counter) = self.own_if_there(slot) {
            return Some(counter);
        }
        let index = self.start + slot;
        Some(&make_page(index / COUNTERS)?.counters[index % COUNTERS])
    }

    /// Goes through the counters of a slot, of all threads, each with what was flushed of it. Neither code of the user nor a call
    /// of the SDK may run in it: the lock of the space is held.
    pub(super) fn each(&self, slot: usize, visit: &mut dyn FnMut(&AtomicU64, &AtomicU64)) {
        debug_assert!(slot < self.len);
        let index = self.start + slot;
        let space = lock(&SPACE);
        for page in space.pages.get(index / COUNTERS).into_iter().flatten().flatten() {
            visit(&page.counters[index % COUNTERS], &page.sent[index % COUNTERS]);
        }
    }
}

impl Drop for Range {
    fn drop(&mut self) {
        for slot in 0..self.len {
            self.each(slot, &mut |counter, sent| {
                counter.store(0, Ordering::Relaxed);
                sent.store(0, Ordering::Relaxed);
            });
        }
        // The lock orders the zeros before the next owner.
        lock(&SPACE).free.give_back(self.start, self.len);
    }
}

/// Gives this thread its page of a number.
#[cold]
fn make_page(number: usize) -> Option<&'static Page> {
    let thread = thread_index::get()?;
    thread_index::at_exit(|| {
        let _ = MINE.try_with(|mine| mine.iter().for_each(|page| page.set(None)));
    });
    let mut space = lock(&SPACE);
    if space.pages.len() <= number {
        space.pages.resize(number + 1, Vec::new());
    }
    let pages = &mut space.pages[number];
    if pages.len() <= thread {
        pages.resize(thread + 1, None);
    }
    let page = *pages[thread].get_or_insert_with(|| Box::leak(Box::new(Page::new())));
    MINE.with(|mine| mine[number].set(Some(page)));
    Some(page)
}

/// The start of an instrument's range, once its sums are collected: then calls add to their counter and look at nothing else.
#[derive(Debug, Default)]
pub struct Fast(AtomicU16);

impl Fast {
    pub(super) fn set(&self, start: u16) {
        self.0.store(start, Ordering::Relaxed);
    }

    pub(super) fn clear(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// Adds to this thread's counter, if the thread has used it before.
    ///
    /// No code of the user and no allocation may stand between the load and the store: it could add to the same counter.
    #[inline]
    pub(crate) fn add<W: WireSum>(&self, slot: usize, value: W) -> bool {
        if !W::PLAIN_STORES {
            return false;
        }
        let index = usize::from(self.0.load(Ordering::Relaxed)) + counter_of(slot, value);
        let Some(page) = MINE.with(|mine| mine[(index / COUNTERS) % PAGES].get()) else { return false };
        let counter = &page.counters[index % COUNTERS];
        let old = counter.load(Ordering::Relaxed);
        match W::add_to_counter(old, value) {
            Some(new) if old != 0 => {
                counter.store(new, Ordering::Relaxed);
                true
            }
            _ => false,
        }
    }
}

/// A slot has two counters, since a zero that is added makes a data point, too: the sum, and the number of zeros.
#[inline]
pub(super) fn counter_of<W: WireSum>(slot: usize, value: W) -> usize {
    2 * slot + usize::from(value == W::default())
}
