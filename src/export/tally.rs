//! What became of what was exported.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What became of what an exporter was given: each span, log or metric is in one of three counts.
///
/// It is shared with the exporter, and outlives it.
///
/// ```
/// use meterstick::export;
///
/// let exporter = export::metrics(|_| Ok::<_, std::io::Error>(()));
/// let tally = exporter.tally();
/// assert_eq!((tally.handed_over(), tally.left_out(), tally.dropped(), tally.failed_batches()), (0, 0, 0, 0));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tally(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    handed_over: AtomicU64,
    left_out: AtomicU64,
    dropped: AtomicU64,
    failed_batches: AtomicU64,
}

impl Tally {
    /// How many were in batches that were taken.
    #[must_use]
    pub fn handed_over(&self) -> u64 {
        self.0.handed_over.load(Ordering::Acquire)
    }

    /// How many the closure mapped to `None`.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        self.0.left_out.load(Ordering::Acquire)
    }

    /// How many were lost: in batches that were refused, by a panic, or since they came after shutdown.
    #[must_use]
    pub fn dropped(&self) -> u64 {
        self.0.dropped.load(Ordering::Acquire)
    }

    /// How many batches failed: something of them was dropped.
    #[must_use]
    pub fn failed_batches(&self) -> u64 {
        self.0.failed_batches.load(Ordering::Acquire)
    }

    pub(super) fn count(&self, batch: &Batch) {
        let add = |count: &AtomicU64, more: usize| count.fetch_add(more as u64, Ordering::AcqRel);
        add(&self.0.handed_over, batch.handed_over);
        add(&self.0.left_out, batch.left_out);
        add(&self.0.dropped, batch.dropped);
        add(&self.0.failed_batches, usize::from(batch.failure.is_some()));
    }
}

/// What became of one batch.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub handed_over: usize,
    pub left_out: usize,
    pub dropped: usize,
    /// Why something of it was dropped.
    pub failure: Option<String>,
}
