//! Histograms over a small known set.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering, fence};

use thread_local::ThreadLocal;

use super::global;
use super::ledger::Ledger;
use super::lower::Sdk;
use super::series::{Binding, Known, Series, State};
use crate::attribute::Set;
use crate::number::{MeasurementError, Wire};

/// A ring of values a thread. Its thread alone writes it; it is emptied into the SDK's bound handles by that thread when
/// it is full and by the hook at collection, one at a time.
///
/// The SDK's handle takes a mutex at each value. Threads that would all wait for it there wait here instead, once in a
/// ringful.
#[doc(hidden)]
pub struct Rings<W: Wire, S: Sdk<W>> {
    threads: ThreadLocal<Ring>,
    series: Box<[Series<W, S>]>,
    ledger: Ledger<W>,
}

const LENGTH: u32 = 64;

struct Ring {
    /// How many values were written: by the ring's thread only.
    written: AtomicU32,
    /// How many were handed on: under the ledger only.
    read: AtomicU32,
    values: [AtomicU64; LENGTH as usize],
    slots: [AtomicU32; LENGTH as usize],
}

impl Ring {
    fn new() -> Self {
        Self {
            written: AtomicU32::new(0),
            read: AtomicU32::new(0),
            values: [const { AtomicU64::new(0) }; LENGTH as usize],
            slots: [const { AtomicU32::new(0) }; LENGTH as usize],
        }
    }

    fn is_full(&self) -> bool {
        self.written.load(Ordering::Relaxed).wrapping_sub(self.read.load(Ordering::Acquire)) >= LENGTH
    }

    #[inline]
    fn push(&self, slot: usize, value: u64) {
        let written = self.written.load(Ordering::Relaxed);
        let at = (written % LENGTH) as usize;
        self.values[at].store(value, Ordering::Relaxed);
        self.slots[at].store(slot as u32, Ordering::Relaxed);
        self.written.store(written.wrapping_add(1), Ordering::Release);
    }

    /// Takes all values out. Only one may do so at a time.
    fn drain(&self, mut take: impl FnMut(usize, u64)) {
        let written = self.written.load(Ordering::Acquire);
        let mut read = self.read.load(Ordering::Relaxed);
        while read != written {
            let at = (read % LENGTH) as usize;
            take(self.slots[at].load(Ordering::Relaxed) as usize, self.values[at].load(Ordering::Relaxed));
            read = read.wrapping_add(1);
        }
        self.read.store(read, Ordering::Release);
    }
}

impl<W: Wire, S: Sdk<W>> Known<W, S> for Rings<W, S> {
    fn new(sets: usize) -> Self {
        Self { threads: ThreadLocal::new(), series: Series::many(sets), ledger: Ledger::new() }
    }

    #[inline]
    fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        let slot = set.slot();
        self.series[slot].touch(set);
        let ring = self.threads.get_or(Ring::new);
        let mut result = Ok(());
        if ring.is_full() {
            result = self.make_room(binding, ring);
        }
        ring.push(slot, value.to_bits());
        if binding.state() != State::Hooked {
            return self.record_unhooked(binding, ring);
        }
        result
    }

    #[cold]
    fn collect(&self, sdk: &S) -> Result<(), MeasurementError> {
        let mut result = Ok(());
        for ring in &self.threads {
            result = result.and(self.drain(sdk, ring));
        }
        result
    }
}

impl<W: Wire, S: Sdk<W>> Rings<W, S> {
    fn drain(&self, sdk: &S, ring: &Ring) -> Result<(), MeasurementError> {
        let mut result = Ok(());
        let mut ledger = self.ledger.open();
        ring.drain(|slot, bits| {
            let Some(bound) = self.series[slot].bind(sdk) else { return };
            match ledger.enter(W::from_bits(bits)) {
                Ok(value) => S::measure_bound(bound, value),
                Err(error) => result = Err(error),
            }
        });
        result
    }

    #[cold]
    #[inline(never)]
    fn make_room(&self, binding: &Binding<S>, ring: &Ring) -> Result<(), MeasurementError> {
        if binding.sdk().is_none() {
            global::look();
        }
        match binding.sdk() {
            Some(sdk) => self.drain(sdk, ring),
            None => {
                // There is no provider. The oldest values make room.
                let _one_at_a_time = self.ledger.open();
                ring.drain(|_, _| ());
                Ok(())
            }
        }
    }

    #[cold]
    fn record_unhooked(&self, binding: &Binding<S>, ring: &Ring) -> Result<(), MeasurementError> {
        if binding.sdk().is_none() {
            global::tick();
        }
        fence(Ordering::SeqCst);
        match binding.sdk() {
            Some(sdk) if binding.state() == State::Direct => self.drain(sdk, ring),
            _ => Ok(()),
        }
    }
}
