//! `Ring`: the values of one thread that are not flushed yet.
// Uses `models`, `store`, `sync`. No other module uses it.

use super::super::sync::{AtomicU16, AtomicU32, AtomicU64, Ordering, Turns};

/// Values a ring holds: 2.6 KB. With 128 instead of 256, threads that record without a pause wait for one another.
const LENGTH: u32 = if cfg!(meterstick_loom) { 8 } else { 256 };

/// After this number of values the ring is to be flushed. One lock is then taken for 64 values.
const BURST: u32 = if cfg!(meterstick_loom) { 4 } else { 64 };

/// A ring with one writer, its thread, and one reader at a time, who holds the instrument's lock. It has cache lines of its
/// own.
#[repr(align(128))]
pub(super) struct Ring {
    /// Number of values written. Stored by the thread only, after the value.
    written: AtomicU32,
    /// Number of values read. Stored by the reader only, after it has read them.
    read: AtomicU32,
    values: [AtomicU64; LENGTH as usize],
    slots: [AtomicU16; LENGTH as usize],
    turns: [Turns; LENGTH as usize],
}

/// Whether a value was pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pushed {
    Yes,
    /// It was, and completes a burst.
    Burst,
    /// It was not: the ring is full.
    No,
}

/// The values that are taken out.
pub(super) struct Drain<'a> {
    ring: &'a Ring,
    at: u32,
    up_to: u32,
}

impl Iterator for Drain<'_> {
    type Item = (u16, u64);

    #[inline]
    fn next(&mut self) -> Option<(u16, u64)> {
        if self.at == self.up_to {
            return None;
        }
        let at = (self.at % LENGTH) as usize;
        self.at = self.at.wrapping_add(1);
        self.ring.turns[at].read();
        Some((self.ring.slots[at].load(Ordering::Relaxed), self.ring.values[at].load(Ordering::Relaxed)))
    }
}

/// Moves `read` on by what was taken: none is passed twice.
impl Drop for Drain<'_> {
    fn drop(&mut self) {
        // Release: the writer, which loads this, writes over what was read before.
        self.ring.read.store(self.at, Ordering::Release);
    }
}

impl Ring {
    pub(super) fn new() -> Box<Self> {
        Box::new(Self {
            written: AtomicU32::new(0),
            read: AtomicU32::new(0),
            values: std::array::from_fn(|_| AtomicU64::new(0)),
            slots: std::array::from_fn(|_| AtomicU16::new(0)),
            turns: std::array::from_fn(|_| Turns::new()),
        })
    }

    /// Pushes a value, unless it is the first or the last one of a burst: those are looked after. For the ring's thread.
    #[inline]
    pub(super) fn push_within_burst(&self, slot: usize, value: u64) -> bool {
        let written = self.written.load(Ordering::Relaxed);
        let is_within = (written.wrapping_sub(1)) % BURST < BURST - 2;
        if is_within {
            self.write(written, slot, value);
        }
        is_within
    }

    /// Pushes a value. For the ring's thread.
    #[inline]
    pub(super) fn push(&self, slot: usize, value: u64) -> Pushed {
        let written = self.written.load(Ordering::Relaxed);
        // Looked at once a burst: within one, there is room.
        if written % BURST < 1 && !self.has_room() {
            return Pushed::No;
        }
        self.write(written, slot, value);
        if written % BURST == BURST - 1 { Pushed::Burst } else { Pushed::Yes }
    }

    #[inline]
    fn write(&self, written: u32, slot: usize, value: u64) {
        let at = (written % LENGTH) as usize;
        self.turns[at].write();
        self.values[at].store(value, Ordering::Relaxed);
        self.slots[at].store(slot as u16, Ordering::Relaxed);
        // Release: a reader that sees the number sees the value.
        self.written.store(written.wrapping_add(1), Ordering::Release);
    }

    /// Whether another burst fits.
    pub(super) fn has_room(&self) -> bool {
        // Acquire: what the reader has read is not written over before.
        self.written.load(Ordering::Relaxed).wrapping_sub(self.read.load(Ordering::Acquire)) <= LENGTH - BURST
    }

    /// Takes all values out. For the reader.
    pub(super) fn drain(&self) -> Drain<'_> {
        // Acquire: a reader that sees the number sees the values.
        Drain { ring: self, at: self.read.load(Ordering::Relaxed), up_to: self.written.load(Ordering::Acquire) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.written.load(Ordering::Relaxed) == self.read.load(Ordering::Relaxed)
    }
}

#[cfg(all(meterstick_loom, test))]
mod tests {
    use std::sync::Arc;

    use super::{Pushed, Ring};
    use crate::record::models::explore;

    #[test]
    fn a_ring_gives_each_value_once_and_in_order_and_writes_over_none_that_is_being_read() {
        explore(|| {
            let ring: Arc<Ring> = Ring::new().into();
            let writer = loom::thread::spawn({
                let ring = Arc::clone(&ring);
                move || {
                    let pushes = |value| {
                        ring.push_within_burst(value, value as u64) || ring.push(value, value as u64) != Pushed::No
                    };
                    // The ring holds eight: the ninth goes over the first.
                    (1..=9).take_while(|value| pushes(*value)).count()
                }
            });
            let mut taken = Vec::new();
            (0..2).for_each(|_| taken.extend(ring.drain()));
            let pushed = writer.join().unwrap();
            taken.extend(ring.drain());
            assert_eq!(taken, (1..=pushed as u16).map(|value| (value, value.into())).collect::<Vec<_>>());
            assert!(ring.is_empty());
        });
    }
}
