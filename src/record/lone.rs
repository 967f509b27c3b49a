//! The one thread that measures, as long as it is the only one.

use core::marker::PhantomData;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use super::ledger::{Entry, Ledger};
use super::threads;
use crate::number::Wire;

/// Which thread hands its values to the SDK at once, as nobody is there that it could be in the way of.
///
/// Who empties its ring many times while nobody else does, is alone; and is no longer, once another one does. It has an
/// allowance from the ledger, so that it need not open it for each value.
pub(super) struct Lone<W> {
    /// The thread's place, with [`COMPANY`] once it is to leave, or [`NOBODY`].
    place: AtomicU64,
    /// What is left of the allowance: that thread's own.
    left: AtomicU64,
    /// Who emptied its ring last, and how often since another one did: under the ledger only.
    last: AtomicU64,
    times: AtomicU32,
    wire: PhantomData<fn() -> W>,
}

const NOBODY: u64 = u64::MAX;

/// No place's number has this bit.
const COMPANY: u64 = 1 << 63;

/// So often a thread has to empty its ring, one time after the other, to be alone.
const ALONE: u32 = 16;

impl<W: Wire> Lone<W> {
    pub(super) fn new() -> Self {
        Self {
            place: AtomicU64::new(NOBODY),
            left: AtomicU64::new(W::default().to_bits()),
            last: AtomicU64::new(NOBODY),
            times: AtomicU32::new(0),
            wire: PhantomData,
        }
    }

    /// Whether this thread is alone, or was when it last looked.
    #[inline]
    pub(super) fn is_here(&self) -> bool {
        self.place.load(Ordering::Relaxed) & !COMPANY == threads::here()
    }

    /// Takes a value of the thread that is alone from its allowance, if it still is and there is enough.
    #[inline]
    pub(super) fn spends(&self, value: W) -> bool {
        let left = W::from_bits(self.left.load(Ordering::Relaxed));
        let is_enough = value <= left && self.place.load(Ordering::Relaxed) & COMPANY == 0;
        if is_enough {
            self.left.store(left.since(value).to_bits(), Ordering::Relaxed);
        }
        is_enough
    }

    /// Notes that this thread has emptied its ring: maybe it is alone now, or another one no longer is. To be called
    /// with the ledger opened.
    pub(super) fn emptied(&self, ledger: &mut Entry<'_, W>) {
        let (here, place) = (threads::here(), self.place.load(Ordering::Relaxed));
        if self.last.load(Ordering::Relaxed) != here {
            self.last.store(here, Ordering::Relaxed);
            self.times.store(0, Ordering::Relaxed);
            if place != NOBODY {
                self.place.fetch_or(COMPANY, Ordering::Relaxed);
            }
            return;
        }
        let times = self.times.load(Ordering::Relaxed);
        if times < ALONE {
            self.times.store(times + 1, Ordering::Relaxed);
        } else if place == NOBODY
            && let Ok(allowance) = ledger.enter(W::ALLOWANCE)
        {
            self.left.store(allowance.to_bits(), Ordering::Relaxed);
            self.place.store(here, Ordering::Relaxed);
        }
    }

    /// Has this thread be like others again, if it was alone.
    pub(super) fn leave(&self, ledger: &Ledger<W>) {
        if self.is_here() {
            ledger.open().cancel(W::from_bits(self.left.load(Ordering::Relaxed)));
            self.place.store(NOBODY, Ordering::Relaxed);
        }
    }
}
