//! A live instrument, as those see it who use it.

use std::sync::Arc;

use super::cells::Fast;
use super::collect::Member;
use super::set::AnySet;
use crate::number::MeasurementError;

/// A live instrument, whatever its kind and store.
pub trait Recorder<W>: Send + Sync {
    /// Records a value of a set. `slot` is the set's slot if it is closed.
    fn record(&self, slot: usize, set: &dyn AnySet, value: W) -> Result<(), MeasurementError>;

    /// Records a value, or counts and reports why not.
    fn record_or_refuse(&self, slot: usize, set: &dyn AnySet, value: W);

    /// Counts and reports a refusal.
    fn refuse(&self, error: MeasurementError);

    /// Counts and reports a value that was dropped, because nobody said what its attributes are.
    fn abandon(&self);

    fn refused(&self) -> u64;
    fn dropped(&self) -> u64;

    fn fast(&self) -> Arc<Fast>;
    fn member(self: Arc<Self>) -> Arc<dyn Member>;
}
