//! The values of one thread that wait for the SDK.

use std::sync::atomic::{AtomicU16, AtomicU32, AtomicU64, Ordering, fence};

/// How many values a ring holds.
const LENGTH: u32 = 256;

/// After so many values the ring's thread empties it, unless others are at it and there is room for so many more.
const BURST: u32 = 64;

/// A ring of values. Its thread alone writes it; who empties it holds the ledger. It is on cache lines of its own, since what is next
/// to it may be what all threads write.
#[repr(align(128))]
pub(super) struct Ring {
    /// How many values were written.
    written: AtomicU32,
    /// How many were handed on or dropped: under the ledger only, once there is a provider.
    read: AtomicU32,
    values: [AtomicU64; LENGTH as usize],
    slots: [AtomicU16; LENGTH as usize],
}

/// That all values up to there were taken out.
struct Taken<'a> {
    ring: &'a Ring,
    written: u32,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.ring.read.store(self.written, Ordering::Release);
    }
}

impl Ring {
    pub(super) fn new() -> Box<Self> {
        Box::new(Self {
            written: AtomicU32::new(0),
            read: AtomicU32::new(0),
            values: [const { AtomicU64::new(0) }; LENGTH as usize],
            slots: [const { AtomicU16::new(0) }; LENGTH as usize],
        })
    }

    /// Puts a value in, unless it completes a burst: then room has to be made for another one, once it is in.
    #[inline]
    pub(super) fn push_within_burst(&self, slot: usize, value: u64) -> bool {
        let written = self.written.load(Ordering::Relaxed);
        let is_within = written % BURST != BURST - 1;
        if is_within {
            self.write(written, slot, value);
        }
        is_within
    }

    /// Puts a value in. There always is room for one. Returns whether it completes a burst.
    pub(super) fn push(&self, slot: usize, value: u64) -> bool {
        let written = self.written.load(Ordering::Relaxed);
        self.write(written, slot, value);
        written % BURST == BURST - 1
    }

    #[inline]
    fn write(&self, written: u32, slot: usize, value: u64) {
        let at = (written % LENGTH) as usize;
        self.values[at].store(value, Ordering::Relaxed);
        self.slots[at].store(slot as u16, Ordering::Relaxed);
        self.written.store(written.wrapping_add(1), Ordering::Release);
    }

    /// Whether another burst would fit.
    pub(super) fn has_room(&self) -> bool {
        // `read` is stored after what was read; so is what is written over it.
        self.written.load(Ordering::Relaxed).wrapping_sub(self.read.load(Ordering::Acquire)) <= LENGTH - BURST
    }

    /// Takes all values out, with their slots, in one piece or two.
    #[inline]
    pub(super) fn drain(&self, mut take: impl FnMut(&[AtomicU64], &[AtomicU16])) {
        // In this order: whoever drops values may have been at it a moment ago, and had written what it dropped.
        let mut read = self.read.load(Ordering::Acquire);
        let written = self.written.load(Ordering::Acquire);
        // Also if the SDK panics on one: none is handed on twice.
        let _taken = Taken { ring: self, written };
        while read != written {
            let start = read % LENGTH;
            let count = written.wrapping_sub(read).min(LENGTH - start);
            let piece = start as usize..(start + count) as usize;
            take(&self.values[piece.clone()], &self.slots[piece]);
            read = read.wrapping_add(count);
        }
    }

    /// How many values were written.
    pub(super) fn written(&self) -> u32 {
        self.written.load(Ordering::Relaxed)
    }

    /// Drops all values, if there is no room. For the ring's thread, as long as there is no provider, and
    /// without the ledger, for which threads would contend. So it has to see afterwards that there still is none. If there
    /// is one, the ring may be being emptied from where it was before, and has to be emptied before the thread goes on.
    ///
    /// Returns how many were dropped.
    pub(super) fn forget(&self) -> u32 {
        let (written, read) = (self.written.load(Ordering::Relaxed), self.read.load(Ordering::Acquire));
        if written.wrapping_sub(read) <= LENGTH - BURST {
            return 0;
        }
        // Unless it was emptied just now.
        let exchanged = self.read.compare_exchange(read, written, Ordering::Release, Ordering::Relaxed);
        fence(Ordering::SeqCst);
        exchanged.map_or(0, |read| written.wrapping_sub(read))
    }
}
