//! `Recorder`: a live instrument of any kind and store.
// Uses `attribute`, `collect`, `counts`, `number`, `set`, `thread_counters`. Used by `core`, `discovery`, `lower`,
// `preset`, `slot`.

use std::sync::Arc;

use opentelemetry::KeyValue;

use super::collect::Member;
use super::counts::Counts;
use super::set::AnySet;
use super::thread_counters::Fast;
use crate::attribute::Field;
use crate::number::{Bits, MeasurementError};

/// A live instrument, whatever its kind, number and store.
pub trait Recorder: Send + Sync {
    /// Records a value of a set. `slot` is the set's slot if it is closed.
    fn record(&self, slot: usize, set: &dyn AnySet, value: Bits) -> Result<(), MeasurementError>;

    /// Records a value, or counts and reports why not.
    fn record_or_refuse(&self, slot: usize, set: &dyn AnySet, value: Bits) {
        if let Err(error) = self.record(slot, set, value) {
            self.counts().refusals.refuse(error);
        }
    }

    /// What is counted.
    fn counts(&self) -> &Counts;

    /// The sum or the last value of a set.
    fn value(&self, slot: usize, set: &dyn AnySet) -> Option<Bits>;

    /// Has sums exported at zero, for each provider that has no point of them: by their sets, each with its slot.
    fn init(&self, sets: Sets);

    fn fast(&self) -> Arc<Fast>;
    fn member(self: Arc<Self>) -> Arc<dyn Member>;

    /// A live instrument of the sets that have some attributes in common: it takes the others.
    fn with(self: Arc<Self>, preset: Preset) -> Arc<dyn Recorder>;
}

/// Sets, each with its slot if it has one.
pub type Sets = Vec<(usize, Vec<KeyValue>)>;

/// Attributes that are given beforehand, and what is left to be given.
pub struct Preset {
    pub(super) attributes: Vec<KeyValue>,
    /// Where each set has a slot: that of the attributes with the others' slot 0.
    pub(super) offset: usize,
    /// How far apart the slots of the others are.
    pub(super) stride: usize,
    /// How many sets the others form, if each has a slot; 1 if there are none.
    pub(super) rest: Option<usize>,
    /// The others.
    pub(super) fields: &'static [Field],
}

impl Preset {
    /// The slot of the whole set, where each set has one, by that of the others.
    #[inline]
    pub(super) const fn slot(&self, of_others: usize) -> usize {
        self.stride.wrapping_mul(of_others).wrapping_add(self.offset)
    }

    /// Whole sets, by those of the others, each with its slot.
    pub(super) fn whole(&self, others: Sets) -> Sets {
        self.before(others).into_iter().map(|(slot, attributes)| (self.slot(slot), attributes)).collect()
    }

    /// Sets of the others, with these attributes before them.
    pub(super) fn before(&self, others: Sets) -> Sets {
        let before = |(slot, others)| (slot, [self.attributes.clone(), others].concat());
        others.into_iter().map(before).collect()
    }

    /// The same, and further attributes, of those that were left.
    pub(super) fn then(&self, further: Self) -> Self {
        let Self { attributes, offset, stride, rest, fields } = further;
        Self {
            attributes: [self.attributes.clone(), attributes].concat(),
            offset: self.slot(offset),
            stride: self.stride.wrapping_mul(stride),
            rest,
            fields,
        }
    }
}
