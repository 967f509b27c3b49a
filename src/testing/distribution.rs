//! `Distribution`: the values that a histogram recorded.
// Uses `unit`. Used by `meter`.

use core::marker::PhantomData;

use crate::unit::{Quantity, Unit};

/// The values that a histogram recorded for one attribute set, in its unit.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::testing::TestMeter;
/// use meterstick::unit::{Millis, Seconds};
///
/// const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("wait");
///
/// let meter = TestMeter::new();
/// let wait = WAIT.build(&meter);
/// wait.record(Millis(250.0));
/// wait.record(Seconds(1.0));
///
/// let distribution = meter.distribution(&wait, ());
/// assert_eq!(distribution.count(), 2);
/// assert_eq!(distribution.max(), Some(Seconds(1.0)));
/// ```
pub struct Distribution<U> {
    pub(super) count: u64,
    pub(super) sum: f64,
    pub(super) min: Option<f64>,
    pub(super) max: Option<f64>,
    pub(super) bounds: Vec<f64>,
    pub(super) counts: Vec<u64>,
    pub(super) scale: Option<i8>,
    pub(super) unit: PhantomData<fn() -> U>,
}

impl<U: Unit> Distribution<U> {
    /// Returns the number of values.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Returns the sum of the values.
    pub fn sum(&self) -> Quantity<f64, U> {
        Quantity::new(self.sum)
    }

    /// Returns the minimum of the values.
    #[must_use]
    pub fn min(&self) -> Option<Quantity<f64, U>> {
        self.min.map(Quantity::new)
    }

    /// Returns the maximum of the values.
    #[must_use]
    pub fn max(&self) -> Option<Quantity<f64, U>> {
        self.max.map(Quantity::new)
    }

    /// Returns the scale of exponential buckets: each boundary is 2^(2^-scale) times the one before. `None` for explicit
    /// boundaries.
    #[must_use]
    pub fn scale(&self) -> Option<i8> {
        self.scale
    }

    /// Returns the buckets: the inclusive upper bound, infinity for the last bucket, and the number of values. The first
    /// exponential bucket contains the zeros.
    pub fn buckets(&self) -> impl Iterator<Item = (f64, u64)> + '_ {
        self.bounds.iter().copied().chain([f64::INFINITY]).zip(self.counts.iter().copied())
    }

    /// Estimates a quantile between 0 and 1, by linear interpolation within its bucket, between the minimum and the maximum.
    /// `None` if there are no values or `quantile` is not between 0 and 1.
    #[must_use]
    pub fn quantile(&self, quantile: f64) -> Option<Quantity<f64, U>> {
        let (min, max) = (self.min?, self.max?);
        if self.count == 0 || !(0.0..=1.0).contains(&quantile) {
            return None;
        }
        let rank = quantile * self.count as f64;
        let (mut below, mut lower) = (0.0, min);
        if self.buckets().next().is_none() {
            // Without boundaries, all are in one bucket.
            return Some(Quantity::new((min + (max - min) * quantile).clamp(min, max)));
        }
        for (upper, count) in self.buckets() {
            let (count, upper) = (count as f64, upper.min(max));
            if count > 0.0 && below + count >= rank {
                let within = ((rank - below) / count).clamp(0.0, 1.0);
                return Some(Quantity::new((lower + (upper - lower) * within).clamp(min, max)));
            }
            below += count;
            lower = upper.max(min);
        }
        Some(Quantity::new(max))
    }
}

impl<U: Unit> core::fmt::Debug for Distribution<U> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Distribution")
            .field("count", &self.count)
            .field("sum", &self.sum())
            .field("min", &self.min())
            .field("max", &self.max())
            .finish_non_exhaustive()
    }
}
