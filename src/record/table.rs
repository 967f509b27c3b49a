//! Gauges over a small known set.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::global;
use super::lower::Sdk;
use super::series::{Binding, Known, Series, State};
use crate::attribute::{Field, Set};
use crate::number::{MeasurementError, Wire};

/// A bound handle a slot, bound at its first measurement.
#[doc(hidden)]
pub struct Table<W: Wire, S: Sdk<W>> {
    slots: Box<[Waiting]>,
    series: Box<[Series<W, S>]>,
}

/// The last value of a slot that came before there was a provider.
struct Waiting {
    there: AtomicBool,
    value: AtomicU64,
    handed_on: Once,
}

impl<W: Wire, S: Sdk<W>> Known<W, S> for Table<W, S> {
    fn new(sets: usize, _: &'static [Field]) -> Self {
        let waiting = || Waiting { there: AtomicBool::new(false), value: AtomicU64::new(0), handed_on: Once::new() };
        Self { slots: (0..sets).map(|_| waiting()).collect(), series: Series::many(sets) }
    }

    #[inline]
    fn record_fast<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> bool {
        let slot = set.slot();
        match (self.series.get(slot).and_then(Series::bound), self.slots.get(slot)) {
            (Some(bound), _) => {
                S::measure_bound(bound, value);
                true
            }
            (None, Some(waiting)) if waiting.there.load(Ordering::Relaxed) && binding.state() == State::Waiting => {
                waiting.value.store(value.to_bits(), Ordering::Relaxed);
                global::tick();
                if binding.state() != State::Waiting {
                    self.bound_since(binding, slot, value);
                }
                true
            }
            _ => false,
        }
    }

    fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        let slot = set.slot();
        self.series[slot].touch(set);
        if binding.sdk().is_none() {
            let waiting = &self.slots[slot];
            waiting.value.store(value.to_bits(), Ordering::Relaxed);
            waiting.there.store(true, Ordering::Release);
            global::tick();
            self.bound_since(binding, slot, value);
        } else if let Some(sdk) = binding.sdk() {
            self.hand_on(binding, sdk, slot);
            self.series[slot].measure(sdk, binding.state(), value);
        }
        Ok(())
    }

    #[cold]
    fn collect(&self, binding: &Binding<S>) {
        let Some(sdk) = binding.sdk() else { return };
        let waits = |slot: &Waiting| slot.there.load(Ordering::Acquire) && !slot.handed_on.is_completed();
        for (slot, _) in self.slots.iter().enumerate().filter(|(_, slot)| waits(slot)) {
            binding.settle();
            self.hand_on(binding, sdk, slot);
        }
    }
}

impl<W: Wire, S: Sdk<W>> Table<W, S> {
    /// Hands on a value that waits, if it is bound since. Whoever binds it does so, too; that may have been a moment before
    /// this value was there.
    #[cold]
    fn bound_since(&self, binding: &Binding<S>, slot: usize, value: W) {
        if let Some(sdk) = binding.sdk()
            && !self.hand_on(binding, sdk, slot)
        {
            self.series[slot].measure(sdk, binding.state(), value);
        }
    }

    /// Hands on what waits for a slot, once. It is older than whatever comes after that, so who comes meanwhile waits.
    /// Returns whether something waited.
    fn hand_on(&self, binding: &Binding<S>, sdk: &S, slot: usize) -> bool {
        let (series, waiting) = (&self.series[slot], &self.slots[slot]);
        let mut waited = false;
        waiting.handed_on.call_once_force(|_| {
            waited = waiting.there.load(Ordering::Acquire);
            if waited {
                series.measure(sdk, binding.state(), W::from_bits(waiting.value.load(Ordering::Relaxed)));
            }
        });
        waited
    }
}
