//! The stores, in which values are kept until they are flushed to the SDK: a file for each kind of store.
//!
//! A store does not know whether its instrument is bound. It keeps a value in the calling thread's part, without a lock, and
//! flushes what it keeps into a [`Sink`].
// Uses `admitted`, `attribute`, `encoded`, `free`, `limit`, `models`, `number`, `per_thread`, `record`, `sdk`,
// `section`, `series`, `set`, `sink`, `sync`, `thread_counters`. Used by `core`, `lower`, `preset`.

mod gauges;
mod histograms;
mod open;
mod pending;
mod ring;
mod sums;

pub use self::gauges::Gauges;
pub use self::histograms::Histograms;
pub use self::open::Open;
pub use self::pending::{Last, Pending, Sum, Values};
pub use self::sums::Sums;

use std::sync::Arc;

use opentelemetry::KeyValue;

use super::encoded::Given;
use super::set::AnySet;
use super::sink::Sink;
use crate::attribute::Field;
use crate::number::{Bits, MeasurementError};

/// The store of an instrument.
pub trait Store: Local {
    /// A store in this one, of the sets that have some attributes in common.
    type Separate: Local;

    /// A store in this one for a number of sets, with its number; `None` if this one has a slot for each of them. It is for
    /// the time after binding. It is called inside a section; the sink is locked.
    fn separate(&self, _sets: usize, _fields: &'static [Field]) -> Option<(usize, Arc<Self::Separate>)> {
        None
    }
}

/// Where a store keeps values.
pub trait Local: Send + Sync + 'static {
    /// Keeps a value in this thread's part, if that is quick to do; `None` if it was not tried.
    #[inline]
    fn keep_fast(&self, slot: usize, set: &dyn AnySet, value: Bits) -> Option<Kept> {
        Some(self.keep(slot, set, value))
    }

    /// Keeps a value in this thread's part. `set` is visited before anything is read of what is written.
    fn keep(&self, slot: usize, set: &dyn AnySet, value: Bits) -> Kept;

    /// Keeps a value of a set or a thread that is new. It is called inside a [section](super::section); the sink is locked.
    fn keep_new(&self, slot: usize, given: Given, value: Bits, sink: &mut Sink) -> Kept;

    /// Flushes what is kept into the sink.
    fn flush(&self, part: Part, sink: &mut Sink);

    /// The number of values and sums that are kept, or were never flushed. Of what a flush would move into the backlog, any number.
    fn pending(&self) -> u64;

    /// The start of the counters that the [fast path](super::thread_counters::Fast) adds to.
    fn first_counter(&self) -> Option<u16> {
        None
    }

    /// The sum or the last value of a set, if there is one. It is called inside a section; the sink is locked, and what is kept is
    /// flushed into it where that is simpler.
    fn value(&self, _slot: usize, _canonical: &[KeyValue], _sink: &mut Sink) -> Option<Bits> {
        None
    }

    /// Has the sum of a set exported at zero, if it is a store of sums. It is called inside a section; the sink is locked.
    fn init(&self, _slot: usize, _attributes: Vec<KeyValue>, _sink: &mut Sink) {}

    /// A store in this one has been flushed for the last time.
    fn leave(&self, _number: usize, _sink: &mut Sink) {}
}

/// What became of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept, in [`Part::Own`] of this number.
    Yes(usize),
    /// The same, and this part is to be flushed soon.
    Full(usize),
    /// It is not kept: the part of the thread has to be flushed first.
    NoRoom,
    /// It is not kept: set, thread or both are new.
    New,
    /// It is not kept: a lock is needed, and this thread is inside a section.
    Busy,
    /// It is not kept, and cannot be.
    Refused(MeasurementError),
}

/// What is to be flushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What this thread keeps of a slot.
    Own(usize),
    /// All.
    All,
    /// All, and the SDK collects right after: handles are released, so that the SDK can evict what is not used.
    Collection,
}
