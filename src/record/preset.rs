//! Live instruments with attributes that were given beforehand, all of them or some.
//!
//! Such an instrument shares everything with the one that it was made from: the SDK's instrument, the state, the totals, the
//! refusals. If that has a slot for each set, they share the slots, too ([`Shared`]). If not, and the remaining attributes are a
//! closed set, they get a store of their own inside its store ([`Separate`]), which is freed with the last instrument that uses
//! it. A gauge of an open set always shares, because a set has one last value.
// Uses `cells`, `collect`, `core`, `number`, `recorder`, `sdk`, `section`, `set`, `store`, `sync`. No other module uses
// it.

use std::sync::Arc;

use super::cells::Fast;
use super::collect::Member;
use super::core::Core;
use super::recorder::{Preset, Recorder, Sets};
use super::sdk::Sdk;
use super::section::{self, Section};
use super::set::{AnySet, Preceded, as_given, canonical};
use super::store::{Kept, Local, Part};
use super::sync::{Ordering, lock};
use crate::number::MeasurementError;

/// An instrument that records into the slots of another one.
struct Shared<S: Sdk, L: Local<S>> {
    core: Arc<Core<S, L>>,
    preset: Preset,
    fast: Arc<Fast>,
}

/// An instrument with a store of its own in another one.
struct Separate<S: Sdk, L: Local<S>> {
    core: Arc<Core<S, L>>,
    preset: Preset,
    fast: Arc<Fast>,
    store: Arc<L::Separate>,
    id: usize,
}

impl<S: Sdk, L: Local<S>> Core<S, L> {
    /// An instrument for sets that have some attributes in common. The attributes are known, so no code of the user runs.
    fn with(self: Arc<Self>, preset: Preset) -> Arc<dyn Recorder<S::Wire>> {
        let fast = Arc::<Fast>::default();
        let Some(section) = Section::enter() else {
            // Without the locks it has no fast path, and shares.
            return Arc::new(Shared { core: self, preset, fast });
        };
        let mut sink = lock(&self.sink);
        let separate = preset.rest.and_then(|sets| self.store.separate(sets, preset.fields));
        let start = match &separate {
            Some((_, store)) => store.cells(),
            // Slots that are not side by side are reached by a call.
            None if preset.stride == 1 || preset.rest == Some(1) => {
                self.store.cells().map(|start| start + 2 * preset.offset as u16)
            }
            None => None,
        };
        if let Some(start) = start {
            sink.fasts.add(&fast, start);
        }
        drop(sink);
        drop(section);
        match separate {
            Some((id, store)) => Arc::new(Separate { core: self, preset, fast, store, id }),
            None => Arc::new(Shared { core: self, preset, fast }),
        }
    }
}

impl<S: Sdk, L: Local<S>> Shared<S, L> {
    /// The slot and the set in the instrument that this one was made from. In an open store the slot has no meaning: any will do.
    #[inline]
    fn whole<'a>(&'a self, slot: usize, set: &'a dyn AnySet) -> (usize, Preceded<'a>) {
        (self.slot(slot), Preceded { by: &self.preset.attributes, set })
    }

    #[inline]
    fn slot(&self, slot: usize) -> usize {
        self.preset.stride.wrapping_mul(slot).wrapping_add(self.preset.offset)
    }
}

impl<S: Sdk, L: Local<S>> Drop for Shared<S, L> {
    fn drop(&mut self) {
        // Without the lock an empty weak reference stays until the instrument is dropped.
        if let Some(_section) = Section::enter() {
            lock(&self.core.sink).fasts.remove(&self.fast);
        }
    }
}

/// What its store keeps is flushed, and its store freed.
impl<S: Sdk, L: Local<S>> Drop for Separate<S, L> {
    fn drop(&mut self) {
        // Without the lock the next flush does the same, once it sees that nobody else has the store.
        let Some(section) = Section::enter() else { return };
        let mut sink = lock(&self.core.sink);
        sink.fasts.remove(&self.fast);
        self.store.flush(Part::All, &mut sink);
        self.core.store.leave(self.id, &mut sink);
        let report = std::mem::take(&mut sink.report);
        drop(sink);
        drop(section);
        self.core.report(report);
    }
}

impl<S: Sdk, L: Local<S>> Separate<S, L> {
    #[inline(never)]
    fn record_slowly(
        &self,
        first: Option<Kept>,
        slot: usize,
        set: &dyn AnySet,
        value: S::Wire,
    ) -> Result<(), MeasurementError> {
        let set = Preceded { by: &self.preset.attributes, set };
        // Only the instrument's own store keeps values until it is bound (it is never unbound again), and until a section ends.
        if self.core.is_unbound() || section::is_inside() {
            self.core.record(0, &set, value)
        } else {
            self.core.record_slowly(&*self.store, first, slot, &set, value)
        }
    }
}

impl<S: Sdk, L: Local<S>> Recorder<S::Wire> for Core<S, L> {
    fn record(&self, slot: usize, set: &dyn AnySet, value: S::Wire) -> Result<(), MeasurementError> {
        self.keep_first_own(slot, set, value).or_else(|first| self.record_slowly(&self.store, first, slot, set, value))
    }

    fn record_or_refuse(&self, slot: usize, set: &dyn AnySet, value: S::Wire) {
        if let Err(first) = self.keep_first_own(slot, set, value) {
            self.record_slowly_or_refuse(first, slot, set, value);
        }
    }

    fn refuse(&self, error: MeasurementError) {
        self.refusals.refuse(error);
    }

    fn abandon(&self) {
        self.refusals.abandon();
    }

    fn replaced(&self) -> u32 {
        self.replaced.load(Ordering::Relaxed)
    }

    fn refused(&self) -> u64 {
        self.refusals.count()
    }

    fn dropped(&self) -> u64 {
        self.refusals.dropped() + self.drops()
    }

    fn value(&self, slot: usize, set: &dyn AnySet) -> Option<S::Wire> {
        // The user's code, before there is a lock.
        let attributes = canonical(as_given(set));
        let section = Section::enter()?;
        let mut sink = lock(&self.sink);
        let value = self.store.value(slot, &attributes, &mut sink);
        let report = std::mem::take(&mut sink.report);
        drop(sink);
        drop(section);
        self.report(report);
        value
    }

    fn init(&self, sets: Sets) {
        Core::init(self, sets);
    }

    fn fast(&self) -> Arc<Fast> {
        Arc::clone(&self.fast)
    }

    fn member(self: Arc<Self>) -> Arc<dyn Member> {
        self
    }

    fn with(self: Arc<Self>, preset: Preset) -> Arc<dyn Recorder<S::Wire>> {
        Core::with(self, preset)
    }
}

impl<S: Sdk, L: Local<S>> Recorder<S::Wire> for Shared<S, L> {
    fn record(&self, slot: usize, set: &dyn AnySet, value: S::Wire) -> Result<(), MeasurementError> {
        let (slot, set) = self.whole(slot, set);
        self.core
            .keep_first_own(slot, &set, value)
            .or_else(|first| self.core.record_slowly(&self.core.store, first, slot, &set, value))
    }

    fn refuse(&self, error: MeasurementError) {
        self.core.refuse(error);
    }

    fn abandon(&self) {
        self.core.abandon();
    }

    fn replaced(&self) -> u32 {
        self.core.replaced()
    }

    fn refused(&self) -> u64 {
        self.core.refused()
    }

    fn dropped(&self) -> u64 {
        self.core.dropped()
    }

    fn value(&self, slot: usize, set: &dyn AnySet) -> Option<S::Wire> {
        let (slot, set) = self.whole(slot, set);
        self.core.value(slot, &set)
    }

    fn init(&self, sets: Sets) {
        let whole = |(slot, attributes)| (self.slot(slot), attributes);
        self.core.init(self.preset.before(sets).into_iter().map(whole).collect());
    }

    fn fast(&self) -> Arc<Fast> {
        Arc::clone(&self.fast)
    }

    fn member(self: Arc<Self>) -> Arc<dyn Member> {
        Arc::<Core<S, L>>::clone(&self.core)
    }

    fn with(self: Arc<Self>, preset: Preset) -> Arc<dyn Recorder<S::Wire>> {
        Arc::clone(&self.core).with(self.preset.then(preset))
    }
}

impl<S: Sdk, L: Local<S>> Recorder<S::Wire> for Separate<S, L> {
    fn record(&self, slot: usize, set: &dyn AnySet, value: S::Wire) -> Result<(), MeasurementError> {
        self.core
            .keep_first(&*self.store, slot, set, value)
            .or_else(|first| self.record_slowly(first, slot, set, value))
    }

    fn refuse(&self, error: MeasurementError) {
        self.core.refuse(error);
    }

    fn abandon(&self) {
        self.core.abandon();
    }

    fn replaced(&self) -> u32 {
        self.core.replaced()
    }

    fn refused(&self) -> u64 {
        self.core.refused()
    }

    fn dropped(&self) -> u64 {
        self.core.dropped()
    }

    fn value(&self, _: usize, set: &dyn AnySet) -> Option<S::Wire> {
        // The instrument's store flushes this one, too.
        self.core.value(0, &Preceded { by: &self.preset.attributes, set })
    }

    fn init(&self, sets: Sets) {
        // As when it records: until there is a provider, and until a section ends, only the instrument's own store is sure to last.
        let sets = self.preset.before(sets);
        if self.core.is_unbound() || section::is_inside() {
            self.core.init(sets.clone());
        }
        let _ = self.core.init_in(&*self.store, sets);
    }

    fn fast(&self) -> Arc<Fast> {
        Arc::clone(&self.fast)
    }

    fn member(self: Arc<Self>) -> Arc<dyn Member> {
        Arc::<Core<S, L>>::clone(&self.core)
    }

    fn with(self: Arc<Self>, preset: Preset) -> Arc<dyn Recorder<S::Wire>> {
        Arc::clone(&self.core).with(self.preset.then(preset))
    }
}
