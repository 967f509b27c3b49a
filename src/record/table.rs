//! Gauges over a small known set.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::global;
use super::lower::Sdk;
use super::series::{Binding, Known, Series};
use crate::attribute::Set;
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
}

impl<W: Wire, S: Sdk<W>> Known<W, S> for Table<W, S> {
    fn new(sets: usize) -> Self {
        let waiting = || Waiting { there: AtomicBool::new(false), value: AtomicU64::new(0) };
        Self { slots: (0..sets).map(|_| waiting()).collect(), series: Series::many(sets) }
    }

    #[inline]
    fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        let slot = set.slot();
        match self.series[slot].bound() {
            Some(bound) => S::measure_bound(bound, value),
            None => self.record_unbound(binding, set, slot, value),
        }
        Ok(())
    }

    #[cold]
    fn collect(&self, sdk: &S) -> Result<(), MeasurementError> {
        for (waiting, series) in self.slots.iter().zip(&self.series) {
            if waiting.there.swap(false, Ordering::SeqCst)
                && let Some(bound) = series.bind(sdk)
            {
                S::measure_bound(bound, W::from_bits(waiting.value.load(Ordering::SeqCst)));
            }
        }
        Ok(())
    }
}

impl<W: Wire, S: Sdk<W>> Table<W, S> {
    #[cold]
    fn record_unbound<A: Set>(&self, binding: &Binding<S>, set: &A, slot: usize, value: W) {
        let series = &self.series[slot];
        series.touch(set);
        if binding.sdk().is_none() {
            let waiting = &self.slots[slot];
            waiting.value.store(value.to_bits(), Ordering::SeqCst);
            waiting.there.store(true, Ordering::SeqCst);
            global::tick();
        }
        // Who binds hands over what waits; if that was a moment too early, it is done here.
        if let Some(sdk) = binding.sdk()
            && let Some(bound) = series.bind(sdk)
        {
            self.slots[slot].there.store(false, Ordering::SeqCst);
            S::measure_bound(bound, value);
        }
    }
}
