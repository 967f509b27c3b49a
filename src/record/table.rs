//! Gauges over a small known set.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard};

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
    /// Held by whoever takes out what waits.
    waits: Mutex<()>,
}

/// The last value of a slot that came before there was a provider.
struct Waiting {
    there: AtomicBool,
    value: AtomicU64,
}

impl<W: Wire, S: Sdk<W>> Known<W, S> for Table<W, S> {
    fn new(sets: usize) -> Self {
        let waiting = || Waiting { there: AtomicBool::new(false), value: AtomicU64::new(0) };
        Self { slots: (0..sets).map(|_| waiting()).collect(), series: Series::many(sets), waits: Mutex::new(()) }
    }

    #[inline]
    fn record_fast<A: Set>(&self, _: &Binding<S>, set: &A, value: W) -> bool {
        let slot = set.slot();
        match self.series[slot].bound() {
            // What waits is older, and has to go first.
            Some(bound) if !self.slots[slot].there.load(Ordering::Acquire) => {
                S::measure_bound(bound, value);
                true
            }
            _ => false,
        }
    }

    fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        let (series, waiting) = (&self.series[set.slot()], &self.slots[set.slot()]);
        series.touch(set);
        if binding.sdk().is_none() {
            waiting.value.store(value.to_bits(), Ordering::Relaxed);
            waiting.there.store(true, Ordering::Release);
            global::tick();
        }
        // Whoever binds it collects, and the hook does. What is there still is this value or one before it.
        let Some(sdk) = binding.sdk() else { return Ok(()) };
        let _one_at_a_time = self.lock();
        waiting.there.store(false, Ordering::Relaxed);
        if let Some(bound) = series.bind(sdk) {
            S::measure_bound(bound, value);
        }
        Ok(())
    }

    #[cold]
    fn collect(&self, sdk: &S) -> Result<(), MeasurementError> {
        let _one_at_a_time = self.lock();
        for (waiting, series) in self.slots.iter().zip(&self.series) {
            if waiting.there.load(Ordering::Acquire)
                && let Some(bound) = series.bind(sdk)
            {
                S::measure_bound(bound, W::from_bits(waiting.value.load(Ordering::Relaxed)));
                // Only now may a newer one pass by.
                waiting.there.store(false, Ordering::Release);
            }
        }
        Ok(())
    }
}

impl<W: Wire, S: Sdk<W>> Table<W, S> {
    fn lock(&self) -> MutexGuard<'_, ()> {
        self.waits.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
