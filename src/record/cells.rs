//! Sums over a small known set.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering, fence};

use thread_local::ThreadLocal;

use super::global;
use super::ledger::Ledger;
use super::lower::Sdk;
use super::series::{Binding, Known, Series, State};
use crate::attribute::Set;
use crate::number::{MeasurementError, Wire};

/// A cell a thread and slot. Its thread alone writes it, by a plain load and store; who collects reads it, and keeps in
/// mind what it has handed on.
#[doc(hidden)]
pub struct Cells<W: Wire, S: Sdk<W>> {
    threads: ThreadLocal<Block>,
    series: Box<[Series<W, S>]>,
    /// That a zero was added to a slot, which leaves no trace in a cell and still makes a data point.
    zeros: Box<[AtomicBool]>,
    ledger: Ledger<W>,
}

/// The cells of one thread.
struct Block {
    live: Box<[Line]>,
    /// What was handed on of each cell. Written under the ledger only.
    sent: Box<[AtomicU64]>,
}

/// Cells on cache lines of their own, and two of them since they are fetched in pairs: no other thread's writes are near.
#[repr(align(128))]
struct Line([AtomicU64; LINE]);

const LINE: usize = 16;

impl Block {
    fn new(sets: usize) -> Self {
        let zeros = |count| (0..count).map(|_| AtomicU64::new(0));
        Self {
            live: (0..sets.div_ceil(LINE)).map(|_| Line([const { AtomicU64::new(0) }; LINE])).collect(),
            sent: zeros(sets).collect(),
        }
    }

    #[inline]
    fn cell(&self, slot: usize) -> &AtomicU64 {
        &self.live[slot / LINE].0[slot % LINE]
    }
}

impl<W: Wire, S: Sdk<W>> Known<W, S> for Cells<W, S> {
    fn new(sets: usize) -> Self {
        Self {
            threads: ThreadLocal::new(),
            series: Series::many(sets),
            zeros: (0..sets).map(|_| AtomicBool::new(false)).collect(),
            ledger: Ledger::new(),
        }
    }

    #[inline]
    fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        if binding.state() != State::Hooked {
            return self.record_unhooked(binding, set, value);
        }
        self.add(set, value)
    }

    #[cold]
    fn collect(&self, sdk: &S) -> Result<(), MeasurementError> {
        let mut result = Ok(());
        let mut ledger = self.ledger.open();
        for (slot, series) in self.series.iter().enumerate() {
            let fresh = series.bound().is_none();
            let Some(bound) = series.bind(sdk) else { continue };
            // Taken down in any case, or a zero would make a second point at the next collection.
            let zero = self.zeros[slot].swap(false, Ordering::Relaxed);
            if fresh || zero {
                S::measure_bound(bound, W::default());
            }
            for block in &self.threads {
                let sent = W::from_bits(block.sent[slot].load(Ordering::Relaxed));
                let new = W::from_bits(block.cell(slot).load(Ordering::Relaxed)).since(sent);
                if new == W::default() {
                    continue;
                }
                // A float's difference may be rounded; then the rest is what is new the next time.
                block.sent[slot].store(sent.joined(new).to_bits(), Ordering::Relaxed);
                match ledger.enter(new) {
                    Ok(new) => S::measure_bound(bound, new),
                    Err(error) => result = Err(error),
                }
            }
        }
        result
    }
}

impl<W: Wire, S: Sdk<W>> Cells<W, S> {
    #[inline]
    fn add<A: Set>(&self, set: &A, value: W) -> Result<(), MeasurementError> {
        let slot = set.slot();
        let block = self.threads.get_or(|| Block::new(self.series.len()));
        let cell = block.cell(slot);
        let old = W::from_bits(cell.load(Ordering::Relaxed));
        if old == W::default() {
            self.series[slot].touch(set);
        }
        if value == W::default() {
            self.zeros[slot].store(true, Ordering::Relaxed);
        }
        let new = old.plus(value).ok_or(MeasurementError::TotalOutOfRange)?;
        cell.store(new.to_bits(), Ordering::Relaxed);
        Ok(())
    }

    #[cold]
    fn record_unhooked<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        match binding.sdk() {
            // Where the SDK takes no hook, nobody would come to collect.
            Some(sdk) if binding.state() == State::Direct => {
                let series = &self.series[set.slot()];
                series.touch(set);
                let mut ledger = self.ledger.open();
                if let Some(bound) = series.bind(sdk) {
                    S::measure_bound(bound, ledger.enter(value)?);
                }
                Ok(())
            }
            _ => {
                self.add(set, value)?;
                global::tick();
                // If it was bound between the two looks, who bound it may have collected too early.
                fence(Ordering::SeqCst);
                match binding.sdk() {
                    Some(sdk) if binding.state() == State::Direct => self.collect(sdk),
                    _ => Ok(()),
                }
            }
        }
    }
}
