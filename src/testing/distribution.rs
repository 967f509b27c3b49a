//! What a histogram recorded.

use core::marker::PhantomData;

use crate::unit::{Quantity, Unit};

/// What a histogram recorded of one set of attributes, in its unit.
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
    /// How many values there were.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Their sum.
    pub fn sum(&self) -> Quantity<f64, U> {
        Quantity::new(self.sum)
    }

    /// The least value.
    #[must_use]
    pub fn min(&self) -> Option<Quantity<f64, U>> {
        self.min.map(Quantity::new)
    }

    /// The greatest value.
    #[must_use]
    pub fn max(&self) -> Option<Quantity<f64, U>> {
        self.max.map(Quantity::new)
    }

    /// How fine exponential buckets are: each boundary is 2^(2^-scale) times the one before. `None` if they have the
    /// boundaries that were declared.
    #[must_use]
    pub fn scale(&self) -> Option<i8> {
        self.scale
    }

    /// The buckets: the upper boundary, which is infinite for the last, and how many values were up to it and over the
    /// one before. Of exponential buckets, the first one has the zeros.
    pub fn buckets(&self) -> impl Iterator<Item = (f64, u64)> + '_ {
        self.bounds.iter().copied().chain([f64::INFINITY]).zip(self.counts.iter().copied())
    }

    /// An estimate of a quantile, between 0 and 1: evenly spread within its bucket, and never outside of what was
    /// recorded. `None` if nothing was, or if there is no such quantile.
    #[must_use]
    pub fn quantile(&self, quantile: f64) -> Option<Quantity<f64, U>> {
        let (min, max) = (self.min?, self.max?);
        if self.count == 0 || !(0.0..=1.0).contains(&quantile) {
            return None;
        }
        let rank = quantile * self.count as f64;
        let (mut below, mut lower) = (0.0, min);
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
