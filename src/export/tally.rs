//! `Tally`: the numbers of exported, left out and dropped items of an exporter.
// Used by `map`, `metrics`, `sink`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The numbers of items that an exporter has exported, left out and dropped. Each span, log or metric is in one of them.
///
/// The exporter shares it. It can be read after the exporter is dropped.
///
/// ```
/// use meterstick::export;
///
/// let exporter = export::metrics(|_| Ok::<_, std::io::Error>(()));
/// let tally = exporter.tally();
/// assert_eq!((tally.exported(), tally.left_out(), tally.dropped(), tally.failed_batches()), (0, 0, 0, 0));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tally(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    exported: AtomicU64,
    left_out: AtomicU64,
    dropped: AtomicU64,
    failed_batches: AtomicU64,
}

impl Tally {
    /// Returns the number of items in batches that the closure accepted.
    #[must_use]
    pub fn exported(&self) -> u64 {
        self.0.exported.load(Ordering::Acquire)
    }

    /// Returns the number of items for which the closure returned `None`.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        self.0.left_out.load(Ordering::Acquire)
    }

    /// Returns the number of lost items: the closure failed or panicked, or the exporter was shut down.
    #[must_use]
    pub fn dropped(&self) -> u64 {
        self.0.dropped.load(Ordering::Acquire)
    }

    /// Returns the number of batches that failed: of which at least one item was dropped, or an empty collection that the closure
    /// returned an error for.
    #[must_use]
    pub fn failed_batches(&self) -> u64 {
        self.0.failed_batches.load(Ordering::Acquire)
    }

    pub(super) fn count(&self, batch: &Batch) {
        let add = |count: &AtomicU64, more: usize| count.fetch_add(more as u64, Ordering::AcqRel);
        add(&self.0.exported, batch.exported);
        add(&self.0.left_out, batch.left_out);
        add(&self.0.dropped, batch.dropped);
        add(&self.0.failed_batches, usize::from(batch.failure.is_some()));
    }
}

/// The counts of one batch.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub exported: usize,
    pub left_out: usize,
    pub dropped: usize,
    /// Why items were dropped.
    pub failure: Option<String>,
}
