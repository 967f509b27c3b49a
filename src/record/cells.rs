//! Sums over a small known set.

use core::marker::PhantomData;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use opentelemetry::KeyValue;

use super::global;
use super::ledger::{Entry, Ledger};
use super::lower::Sdk;
use super::series::{Binding, Known, State};
use super::set::{canonical_set, of_slot};
use super::threads::{Owner, PerThread};
use crate::attribute::{Field, Set};
use crate::number::{MeasurementError, Wire};

/// A cell a thread and slot. Its thread alone writes it, by a plain load and store; who collects reads it, keeps in mind
/// what it has handed on, and hands on what is new by the SDK's ordinary call.
#[doc(hidden)]
pub struct Cells<W, S> {
    threads: PerThread<Block>,
    slots: Box<[Slot]>,
    /// The attributes of the slots where they do not follow from the number. There are no such sets in most instruments,
    /// which saves most of the memory.
    kept: OnceLock<Box<[OnceLock<Box<[KeyValue]>>]>>,
    fields: &'static [Field],
    /// The slots that are used, in the order in which they came: in that order the SDK decides which sets are over its limit.
    order: Mutex<Vec<u16>>,
    /// How often it was collected. Of what rounds only.
    collections: AtomicU64,
    ledger: Ledger<W>,
    sdk: PhantomData<fn() -> S>,
}

/// What all threads know of a slot.
#[derive(Default)]
struct Slot {
    /// That its attributes are known, and it is in the order.
    used: AtomicBool,
    /// That it makes a data point though nothing may have been added: it is new, or it was given a zero.
    counts: AtomicBool,
}

/// The cells of one thread, on cache lines of their own, and two of them since they are fetched in pairs: no other
/// thread's writes are near.
#[repr(align(128))]
struct Block {
    near: [AtomicU64; NEAR],
    /// What else there is, once its thread is there.
    rest: OnceLock<Rest>,
    /// After which collection its cells began anew. Of what rounds only.
    since: AtomicU64,
}

struct Rest {
    /// The cells of a larger set. There is a whole number of lines of them.
    far: Box<[Line]>,
    /// What was handed on of each cell. Written under the ledger only.
    sent: Box<[AtomicU64]>,
}

/// The most sets whose cells are in the block itself, a load nearer.
const NEAR: usize = 32;

/// In so many steps any difference is handed on.
const STEPS: usize = 3;

#[repr(align(128))]
struct Line([AtomicU64; LINE]);

const LINE: usize = 16;

impl Block {
    fn new() -> Self {
        Self { near: [const { AtomicU64::new(0) }; NEAR], rest: OnceLock::new(), since: AtomicU64::new(0) }
    }

    fn rest(&self, sets: usize) -> &Rest {
        self.rest.get_or_init(|| {
            let lines = if sets > NEAR { sets.div_ceil(LINE) } else { 0 };
            Rest {
                far: (0..lines).map(|_| Line([const { AtomicU64::new(0) }; LINE])).collect(),
                sent: (0..sets).map(|_| AtomicU64::new(0)).collect(),
            }
        })
    }

    /// The cell of one of so many sets, which is mostly known when this is compiled; if there is one yet.
    #[inline]
    fn cell(&self, sets: usize, slot: usize) -> Option<&AtomicU64> {
        if sets <= NEAR {
            Some(&self.near[slot % NEAR])
        } else {
            Some(&self.rest.get()?.far[slot / LINE].0[slot % LINE])
        }
    }
}

impl<W: Wire, S: Sdk<W>> Known<W, S> for Cells<W, S> {
    fn new(sets: usize, fields: &'static [Field]) -> Self {
        let slots = (0..sets).map(|_| Slot::default()).collect();
        let (threads, kept, ledger) = (PerThread::new(), OnceLock::new(), Ledger::new());
        let (order, collections) = (Mutex::default(), AtomicU64::new(0));
        Self { threads, slots, kept, fields, order, collections, ledger, sdk: PhantomData }
    }

    #[inline]
    fn record_fast<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> bool {
        let (slot, sets) = (set.slot(), A::CARDINALITY.unwrap_or(0));
        let state = binding.state();
        if state != State::Direct
            && value != W::default()
            && let Some(block) = self.threads.get()
            && self.is_current(block)
            && let Some(cell) = block.cell(sets, slot)
        {
            let old = W::from_bits(cell.load(Ordering::Relaxed));
            // A cell that is not zero has been used before.
            if old != W::default()
                && let Some(new) = old.plus(value)
            {
                cell.store(new.to_bits(), Ordering::Relaxed);
                if state == State::Waiting {
                    self.wait(binding);
                }
                return true;
            }
        }
        false
    }

    fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        match binding.state() {
            State::Hooked => self.add(set, value),
            State::Waiting => {
                self.add(set, value)?;
                self.wait(binding);
                Ok(())
            }
            State::Direct => {
                // Where the SDK takes no hook, nobody would come to collect.
                let value = self.ledger.open().enter(value)?;
                if let Some(sdk) = binding.sdk() {
                    let slot = set.slot();
                    sdk.measure(value, self.kept(slot).unwrap_or_else(|| self.keep(slot, canonical_set(set))));
                }
                Ok(())
            }
        }
    }

    #[cold]
    fn collect(&self, binding: &Binding<S>) {
        let Some(sdk) = binding.sdk() else { return };
        let mut ledger = self.ledger.open();
        let sets = self.slots.len();
        for n in (0..).map_while(|at| self.used(at)) {
            let mut counts = self.slots[n].counts.swap(false, Ordering::Relaxed);
            let mut sum = W::default();
            for (block, rest) in self.threads.iter().filter_map(|block| Some((block, block.rest.get()?))) {
                let Some(cell) = block.cell(sets, n) else { continue };
                let all = W::from_bits(cell.load(Ordering::Relaxed));
                let mut sent = W::from_bits(rest.sent[n].load(Ordering::Relaxed));
                // Mostly one step. The difference of two integers with a sign may take more.
                for _ in 0..STEPS {
                    let new = all.step_since(sent);
                    // A float's difference is rounded, so that a bit more may be sent than there is. A sum that only goes
                    // up waits until there is as much.
                    if new == W::default() || (S::IS_MONOTONIC && new < W::default()) {
                        break;
                    }
                    sent = sent.joined(new);
                    match ledger.enter(new) {
                        Ok(new) => match sum.plus(new) {
                            Some(both) => (sum, counts) = (both, true),
                            None => self.hand_on(sdk, n, std::mem::replace(&mut sum, new)),
                        },
                        Err(error) => binding.refusals().refuse(error),
                    }
                }
                rest.sent[n].store(sent.to_bits(), Ordering::Relaxed);
            }
            if counts {
                self.hand_on(sdk, n, sum);
            }
        }
        if W::ROUNDS {
            self.collections.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl<W: Wire, S: Sdk<W>> Cells<W, S> {
    #[inline]
    fn add<A: Set>(&self, set: &A, value: W) -> Result<(), MeasurementError> {
        match self.threads.get_or(Block::new) {
            Owner::This(block) => {
                // While it is collected, it is added to what there is.
                if !self.is_current(block)
                    && let Some(ledger) = self.ledger.try_open()
                {
                    self.begin_anew(block, &ledger);
                }
                self.add_to(block, set, value)
            }
            Owner::Any(block) => {
                let ledger = self.ledger.open();
                self.begin_anew(block, &ledger);
                self.add_to(block, set, value)
            }
        }
    }

    /// Whether its cells are of this collection's time. What is added to a float that has grown is rounded the more, which a
    /// difference would show; so they begin anew after each collection. Integers go on.
    #[inline]
    fn is_current(&self, block: &Block) -> bool {
        !W::ROUNDS || block.since.load(Ordering::Relaxed) == self.collections.load(Ordering::Relaxed)
    }

    #[cold]
    fn begin_anew(&self, block: &Block, _ledger: &Entry<'_, W>) {
        let Some(rest) = block.rest.get().filter(|_| !self.is_current(block)) else { return };
        let sets = self.slots.len();
        for (n, sent) in rest.sent.iter().enumerate() {
            if let Some(cell) = block.cell(sets, n) {
                let waits =
                    W::from_bits(cell.load(Ordering::Relaxed)).since(W::from_bits(sent.load(Ordering::Relaxed)));
                cell.store(waits.to_bits(), Ordering::Relaxed);
                sent.store(W::default().to_bits(), Ordering::Relaxed);
            }
        }
        block.since.store(self.collections.load(Ordering::Relaxed), Ordering::Relaxed);
    }

    fn order(&self) -> MutexGuard<'_, Vec<u16>> {
        self.order.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The slot that came as so manieth.
    fn used(&self, at: usize) -> Option<usize> {
        self.order().get(at).copied().map(usize::from)
    }

    fn add_to<A: Set>(&self, block: &Block, set: &A, value: W) -> Result<(), MeasurementError> {
        let (n, sets) = (set.slot(), self.slots.len());
        let slot = &self.slots[n];
        block.rest(sets);
        let Some(cell) = block.cell(sets, n) else { return Ok(()) };
        let old = W::from_bits(cell.load(Ordering::Relaxed));
        let new = old.plus(value).ok_or(MeasurementError::TotalOutOfRange)?;
        if !slot.used.load(Ordering::Relaxed) {
            let attributes = canonical_set(set);
            // A flattened set has its digits elsewhere than its fields.
            if of_slot(self.fields, n).as_ref() != Some(&attributes) {
                self.keep(n, attributes);
            }
            let mut order = self.order();
            if !slot.used.load(Ordering::Relaxed) {
                slot.counts.store(true, Ordering::Relaxed);
                order.push(n as u16);
                slot.used.store(true, Ordering::Release);
            }
        }
        if value == W::default() {
            slot.counts.store(true, Ordering::Relaxed);
        }
        cell.store(new.to_bits(), Ordering::Relaxed);
        Ok(())
    }

    fn hand_on(&self, sdk: &S, slot: usize, sum: W) {
        match self.kept(slot) {
            Some(attributes) => sdk.measure(sum, attributes),
            None => sdk.measure(sum, &of_slot(self.fields, slot).unwrap_or_default()),
        }
    }

    fn kept(&self, slot: usize) -> Option<&[KeyValue]> {
        Some(self.kept.get()?[slot].get()?)
    }

    fn keep(&self, slot: usize, attributes: Box<[KeyValue]>) -> &[KeyValue] {
        let kept = self.kept.get_or_init(|| self.slots.iter().map(|_| OnceLock::new()).collect());
        kept[slot].get_or_init(|| attributes)
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
}
