//! Histograms over a small known set.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use super::global;
use super::ledger::{Entry, Ledger};
use super::lone::Lone;
use super::lower::Sdk;
use super::ring::Ring;
use super::series::{Binding, Known, Series, State};
use super::threads::{Owner, PerThread};
use crate::attribute::{Field, Set};
use crate::number::{MeasurementError, Wire};

/// A ring of values a thread. It is emptied into the SDK's bound handles by its thread when there is a burst in it, and
/// by the hook at collection, one at a time.
///
/// The SDK's handle takes a mutex at each value. Threads that would all wait for it there wait here instead, once in a
/// ringful. A thread that finds itself alone hands its values on at once, for a while.
#[doc(hidden)]
pub struct Rings<W: Wire, S: Sdk<W>> {
    threads: PerThread<OnceLock<Box<Ring>>>,
    series: Box<[Series<W, S>]>,
    lone: Apart<Lone<W>>,
    ledger: Ledger<W>,
    /// What came too fast for a provider that was found and is held up: slots and values. Under the ledger only.
    aside: Mutex<Vec<(u16, u64)>>,
}

/// So many values are set aside at the most.
const ASIDE: usize = 1 << 16;

/// How often a thread whose ring is full lets others go first before it waits for them.
const YIELDS: u32 = 32;

/// On cache lines of its own.
#[repr(align(128))]
struct Apart<T>(T);

impl<W: Wire, S: Sdk<W>> Known<W, S> for Rings<W, S> {
    fn new(sets: usize, _: &'static [Field]) -> Self {
        let (threads, series, lone) = (PerThread::new(), Series::many(sets), Apart(Lone::new()));
        Self { threads, series, lone, ledger: Ledger::new(), aside: Mutex::default() }
    }

    #[inline]
    fn record_fast<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> bool {
        let slot = set.slot();
        let Some(series) = self.series.get(slot) else { return false };
        let state = binding.state();
        if state == State::Hooked && self.lone.0.is_here() {
            let Some(bound) = series.bound().filter(|_| self.lone.0.spends(value)) else { return false };
            S::measure_bound(bound, value);
            return true;
        }
        if state != State::Direct
            && series.is_touched()
            && let Some(ring) = self.threads.get().and_then(OnceLock::get)
            && ring.push_within_burst(slot, value.to_bits())
        {
            if state == State::Waiting {
                self.wait(binding);
            }
            return true;
        }
        false
    }

    fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        let slot = set.slot();
        let series = &self.series[slot];
        series.touch(set);
        self.lone.0.leave(&self.ledger);
        if binding.state() == State::Direct
            && let Some(sdk) = binding.sdk()
        {
            // The SDK takes no hook, so nobody would come to collect.
            let value = self.ledger.open().enter(value)?;
            series.measure(sdk, State::Direct, value);
            return Ok(());
        }
        match self.threads.get_or(OnceLock::new) {
            Owner::This(ring) => {
                let ring = ring.get_or_init(Ring::new);
                if ring.push(slot, value.to_bits()) {
                    self.make_room(binding, ring);
                }
            }
            Owner::Any(ring) => {
                let mut ledger = self.ledger.open();
                let ring = ring.get_or_init(Ring::new);
                while !ring.has_room() {
                    let written = ring.written();
                    // Whoever binds it needs the ledger.
                    drop(ledger);
                    global::look_before_dropping();
                    ledger = self.ledger.open();
                    if binding.sdk().is_some() {
                        self.drain(binding, ring, &mut ledger);
                    } else if global::was_found() {
                        if !self.set_aside(ring, &ledger) {
                            self.refuse(binding, ring);
                        }
                    } else if ring.written() == written {
                        // What others have put in since may be younger than the look.
                        ring.forget();
                    }
                }
                ring.push(slot, value.to_bits());
                self.drain(binding, ring, &mut ledger);
            }
        }
        match binding.state() {
            State::Waiting => self.wait(binding),
            State::Hooked => {}
            // It was bound since.
            State::Direct => self.collect(binding),
        }
        Ok(())
    }

    #[cold]
    fn collect(&self, binding: &Binding<S>) {
        self.drain_aside(binding);
        for ring in self.threads.iter().filter_map(OnceLock::get) {
            self.drain(binding, ring, &mut self.ledger.open());
        }
    }
}

impl<W: Wire, S: Sdk<W>> Rings<W, S> {
    /// Hands what is in a ring to the SDK, if it is bound.
    fn drain(&self, binding: &Binding<S>, ring: &Ring, ledger: &mut Entry<'_, W>) {
        let Some(sdk) = binding.sdk() else { return };
        let state = binding.state();
        ring.drain(|values, slots| {
            // Who waits for the ledger looks at it all the time, so that each entry costs. One for all mostly does.
            let are_entered = total::<W>(values).is_some_and(|total| ledger.enter(total).is_ok());
            for (value, slot) in values.iter().zip(slots) {
                let value = W::from_bits(value.load(Ordering::Relaxed));
                let series = &self.series[usize::from(slot.load(Ordering::Relaxed))];
                match if are_entered { Ok(value) } else { ledger.enter(value) } {
                    Ok(value) => series.measure(sdk, state, value),
                    Err(error) => binding.refusals().refuse(error),
                }
            }
        });
    }

    /// Puts what is in a ring aside, until it is bound. Returns whether there was room.
    fn set_aside(&self, ring: &Ring, _ledger: &Entry<'_, W>) -> bool {
        let mut aside = self.aside();
        let has_room = aside.len() < ASIDE;
        if has_room {
            ring.drain(|values, slots| {
                let values = values.iter().map(|value| value.load(Ordering::Relaxed));
                aside.extend(slots.iter().map(|slot| slot.load(Ordering::Relaxed)).zip(values));
            });
        }
        has_room
    }

    fn drain_aside(&self, binding: &Binding<S>) {
        let Some(sdk) = binding.sdk() else { return };
        let mut ledger = self.ledger.open();
        let aside = std::mem::take(&mut *self.aside());
        for (slot, value) in aside {
            match ledger.enter(W::from_bits(value)) {
                Ok(value) => self.series[usize::from(slot)].measure(sdk, binding.state(), value),
                Err(error) => binding.refusals().refuse(error),
            }
        }
    }

    fn aside(&self) -> MutexGuard<'_, Vec<(u16, u64)>> {
        self.aside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A value came that nobody collects yet.
    #[inline]
    fn wait(&self, binding: &Binding<S>) {
        global::tick();
        // Whoever binds it collects, and the hook does. Without a hook it may have been a moment too early.
        if binding.state() == State::Direct {
            self.collect(binding);
        }
    }

    /// Drops the older values of a provider that was waited for in vain.
    fn refuse(&self, binding: &Binding<S>, ring: &Ring) {
        binding.refusals().refuse_many(u64::from(ring.forget()), MeasurementError::NotBound);
    }

    /// Makes room in a ring that is full, if it is not bound.
    fn make_room_unbound(&self, binding: &Binding<S>, ring: &Ring) {
        global::look_before_dropping();
        if !global::was_found() {
            ring.forget();
        } else if binding.sdk().is_none() {
            let ledger = self.ledger.open();
            if binding.sdk().is_none() && !self.set_aside(ring, &ledger) {
                drop(ledger);
                global::wait_before_dropping(binding);
                if binding.sdk().is_none() {
                    self.refuse(binding, ring);
                }
            }
        }
        if !binding.is_out_of_reach() {
            self.drain(binding, ring, &mut self.ledger.open());
        }
    }

    /// Makes room for another burst. Several threads that measure all the time come here at once; then those that have
    /// room go on, and one empties its ring.
    fn make_room(&self, binding: &Binding<S>, ring: &Ring) {
        if binding.sdk().is_none() {
            if !ring.has_room() {
                self.make_room_unbound(binding, ring);
            }
            return;
        }
        let mut yields = 0;
        let mut ledger = loop {
            match self.ledger.try_open() {
                Some(ledger) => break ledger,
                None if ring.has_room() => return,
                None if yields < YIELDS => thread::yield_now(),
                None => break self.ledger.open(),
            }
            yields += 1;
        };
        self.drain(binding, ring, &mut ledger);
        self.lone.0.emptied(&mut ledger);
    }
}

/// What values come to, if that is in range.
fn total<W: Wire>(values: &[AtomicU64]) -> Option<W> {
    let value = |at: &AtomicU64| W::from_bits(at.load(Ordering::Relaxed));
    // Four sums at once: no addition has to wait for the one before.
    let mut sums = [W::default(); 4];
    let fours = values.chunks_exact(4);
    let rest = fours.remainder().iter().map(value);
    for four in fours {
        for (sum, at) in sums.iter_mut().zip(four) {
            *sum = sum.plus(value(at))?;
        }
    }
    rest.chain(sums).try_fold(W::default(), W::plus)
}
