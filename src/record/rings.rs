//! Histograms over a small known set.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU16, AtomicU32, AtomicU64, Ordering};
use std::thread;

use super::global;
use super::ledger::{Entry, Ledger};
use super::lower::Sdk;
use super::series::{Binding, Known, Series, State};
use super::threads::{Owner, PerThread};
use crate::attribute::{Field, Set};
use crate::number::{MeasurementError, Wire};

/// A ring of values a thread. Its thread alone writes it; it is emptied into the SDK's bound handles by that thread when
/// it is full and by the hook at collection, one at a time.
///
/// The SDK's handle takes a mutex at each value. Threads that would all wait for it there wait here instead, once in a
/// ringful.
#[doc(hidden)]
pub struct Rings<W: Wire, S: Sdk<W>> {
    threads: PerThread<OnceLock<Box<Ring>>>,
    series: Box<[Series<W, S>]>,
    ledger: Ledger<W>,
}

/// How many values a ring holds.
const LENGTH: u32 = 256;

/// After so many values the ring's thread empties it, unless others are at it and there is room for so many more.
const BURST: u32 = 64;

/// How often a thread whose ring is full lets others go first before it waits for them.
const YIELDS: u32 = 32;

struct Ring {
    /// How many values were written: by the ring's thread only.
    written: AtomicU32,
    /// How many were handed on: under the ledger only.
    read: AtomicU32,
    values: [AtomicU64; LENGTH as usize],
    slots: [AtomicU16; LENGTH as usize],
}

impl Ring {
    fn new() -> Box<Self> {
        Box::new(Self {
            written: AtomicU32::new(0),
            read: AtomicU32::new(0),
            values: [const { AtomicU64::new(0) }; LENGTH as usize],
            slots: [const { AtomicU16::new(0) }; LENGTH as usize],
        })
    }

    /// Whether the next value completes a burst. Then room has to be made for another one, once it is in.
    #[inline]
    fn completes_a_burst(&self) -> bool {
        self.written.load(Ordering::Relaxed) % BURST == BURST - 1
    }

    /// Puts a value in. There always is room for one.
    #[inline]
    fn push(&self, slot: usize, value: u64) {
        let written = self.written.load(Ordering::Relaxed);
        let at = (written % LENGTH) as usize;
        self.values[at].store(value, Ordering::Relaxed);
        self.slots[at].store(slot as u16, Ordering::Relaxed);
        self.written.store(written.wrapping_add(1), Ordering::Release);
    }

    /// Whether another burst would fit.
    fn has_room(&self) -> bool {
        // `read` is stored after what was read; so is what is written over it.
        self.written.load(Ordering::Relaxed).wrapping_sub(self.read.load(Ordering::Acquire)) <= LENGTH - BURST
    }

    /// Takes all values out. Only one may do so at a time.
    #[inline]
    fn drain(&self, mut take: impl FnMut(usize, u64)) {
        let written = self.written.load(Ordering::Acquire);
        let mut read = self.read.load(Ordering::Relaxed);
        while read != written {
            let at = (read % LENGTH) as usize;
            take(usize::from(self.slots[at].load(Ordering::Relaxed)), self.values[at].load(Ordering::Relaxed));
            read = read.wrapping_add(1);
        }
        self.read.store(read, Ordering::Release);
    }

    /// Drops the oldest values. Only under the ledger, too.
    fn forget(&self, count: u32) {
        self.read.store(self.read.load(Ordering::Relaxed).wrapping_add(count), Ordering::Release);
    }
}

impl<W: Wire, S: Sdk<W>> Known<W, S> for Rings<W, S> {
    fn new(sets: usize, _: &'static [Field]) -> Self {
        Self { threads: PerThread::new(), series: Series::many(sets), ledger: Ledger::new() }
    }

    #[inline]
    fn record_fast<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> bool {
        let (slot, state) = (set.slot(), binding.state());
        if state != State::Direct
            && self.series.get(slot).is_some_and(Series::is_touched)
            && let Some(ring) = self.threads.get().and_then(OnceLock::get)
            && !ring.completes_a_burst()
        {
            ring.push(slot, value.to_bits());
            if state == State::Waiting {
                self.wait(binding);
            }
            return true;
        }
        false
    }

    fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        let slot = set.slot();
        self.series[slot].touch(set);
        let (ring, result) = match self.threads.get_or(OnceLock::new) {
            Owner::This(ring) => {
                let ring = ring.get_or_init(Ring::new);
                let is_full = ring.completes_a_burst();
                ring.push(slot, value.to_bits());
                (ring, if is_full { self.make_room(binding, ring) } else { Ok(()) })
            }
            Owner::Any(ring) => {
                let mut ledger = self.ledger.open();
                let ring = ring.get_or_init(Ring::new);
                ring.push(slot, value.to_bits());
                let emptied = binding.sdk().map(|sdk| self.drain(sdk, ring, &mut ledger));
                if emptied.is_none() && !ring.has_room() {
                    ring.forget(BURST);
                }
                (ring, emptied.unwrap_or(Ok(())))
            }
        };
        match (binding.state(), binding.sdk()) {
            (State::Waiting, _) => self.wait(binding),
            // Where the SDK takes no hook, nobody would come to collect.
            (State::Direct, Some(sdk)) => return self.drain(sdk, ring, &mut self.ledger.open()),
            _ => {}
        }
        result
    }

    #[cold]
    fn collect(&self, sdk: &S) -> Result<(), MeasurementError> {
        let mut result = Ok(());
        for ring in self.threads.iter().filter_map(OnceLock::get) {
            result = result.and(self.drain(sdk, ring, &mut self.ledger.open()));
        }
        result
    }
}

impl<W: Wire, S: Sdk<W>> Rings<W, S> {
    fn drain(&self, sdk: &S, ring: &Ring, ledger: &mut Entry<'_, W>) -> Result<(), MeasurementError> {
        let mut result = Ok(());
        let mut measure = |(bound, value)| match ledger.enter(value) {
            Ok(value) => S::measure_bound(bound, value),
            Err(error) => result = Err(error),
        };
        // Nothing overtakes the taking of a handle's mutex. So the next handle is looked up before this one's.
        let mut ready = None;
        ring.drain(|slot, bits| {
            let series = &self.series[slot];
            let bound = series.bound().or_else(|| series.bind(sdk));
            let next = bound.map(|bound| (bound, W::from_bits(bits)));
            if let Some(now) = std::mem::replace(&mut ready, next) {
                measure(now);
            }
        });
        if let Some(last) = ready {
            measure(last);
        }
        result
    }

    /// A value came that nobody collects yet.
    #[inline]
    fn wait(&self, binding: &Binding<S>) {
        global::tick();
        // Whoever binds it collects, and the hook does. Without a hook it may have been a moment too early.
        if binding.state() == State::Direct
            && let Some(sdk) = binding.sdk()
        {
            let _ = self.collect(sdk);
        }
    }

    /// Makes room for another burst. Several threads that measure all the time come here at once; then those that have
    /// room go on, and one empties its ring.
    fn make_room(&self, binding: &Binding<S>, ring: &Ring) -> Result<(), MeasurementError> {
        let Some(sdk) = binding.sdk() else {
            let _one_at_a_time = self.ledger.open();
            if !ring.has_room() {
                // There is no provider. The oldest values make room.
                ring.forget(BURST);
            }
            return Ok(());
        };
        let mut yields = 0;
        let mut ledger = loop {
            match self.ledger.try_open() {
                Some(ledger) => break ledger,
                None if ring.has_room() => return Ok(()),
                None if yields < YIELDS => thread::yield_now(),
                None => break self.ledger.open(),
            }
            yields += 1;
        };
        self.drain(sdk, ring, &mut ledger)
    }
}
