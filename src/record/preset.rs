//! Live instruments with attributes that were given beforehand, all of them or some.
//!
//! Such an instrument shares everything with the one that it was made from: the SDK's instrument, the state, the totals, the
//! refusals. If that has a slot for each set, they share the slots, too ([`Shared`]). If not, and the remaining attributes are a
//! closed set, they get a store of their own inside its store ([`Separate`]), which is freed with the last instrument that uses
//! it. A gauge of an open set always shares, because a set has one last value.
// Uses `collect`, `core`, `counts`, `number`, `recorder`, `section`, `set`, `store`, `sync`, `thread_counters`. No
// other module uses it.

use std::sync::Arc;

use super::collect::Member;
use super::core::{AnyCore, Core};
use super::counts::Counts;
use super::recorder::{Preset, Recorder, Sets};
use super::section::{self, Section};
use super::set::{AnySet, Preceded};
use super::store::{Kept, Local, Part, Store};
use super::sync::lock;
use super::thread_counters::Fast;
use crate::number::{Bits, MeasurementError};

/// An instrument that records into the slots of another one.
struct Shared<L: Store> {
    core: Arc<Core<L>>,
    preset: Preset,
    fast: Arc<Fast>,
}

/// An instrument with a store of its own in another one.
struct Separate<L: Store> {
    core: Arc<Core<L>>,
    preset: Preset,
    fast: Arc<Fast>,
    store: Arc<L::Separate>,
    id: usize,
}

impl<L: Store> Core<L> {
    /// An instrument for sets that have some attributes in common. The attributes are known, so no code of the user runs.
    fn with(self: Arc<Self>, preset: Preset) -> Arc<dyn Recorder> {
        let fast = Arc::<Fast>::default();
        let mut separate = None;
        self.any().share(&fast, &preset, &mut || {
            separate = preset.rest.and_then(|sets| self.store.separate(sets, preset.fields));
            separate.as_ref().map(|(_, store)| store.first_counter())
        });
        match separate {
            Some((id, store)) => Arc::new(Separate { core: self, preset, fast, store, id }),
            None => Arc::new(Shared { core: self, preset, fast }),
        }
    }
}

impl AnyCore {
    /// Has an instrument that is made from this one take the fast path with it. `separate` makes its store, and gives where the
    /// counters of that begin; it is called under the lock. Inside a section there is neither.
    fn share(&self, fast: &Arc<Fast>, preset: &Preset, separate: &mut dyn FnMut() -> Option<Option<u16>>) {
        let Some(_section) = Section::enter() else { return };
        let mut sink = lock(&self.sink);
        let start = match separate() {
            Some(start) => start,
            // Slots that are not side by side are reached by a call.
            None if preset.stride == 1 || preset.rest == Some(1) => {
                self.store.first_counter().map(|start| start + 2 * preset.offset as u16)
            }
            None => None,
        };
        if let Some(start) = start {
            sink.fasts.add(fast, start);
        }
    }

    /// Has sums of a store in this one's exported at zero.
    fn init_also_in(&self, store: &dyn Local, sets: Sets) {
        // As when it records: until there is a provider, and until a section ends, only the instrument's own store is sure to last.
        if self.is_unbound() || section::is_inside() {
            self.init(sets.clone());
        }
        let _ = self.init_in(store, sets);
    }

    /// An instrument that was made from this one is dropped.
    fn unshare(&self, fast: &Arc<Fast>) {
        // Without the lock an empty weak reference stays until the instrument is dropped.
        if let Some(_section) = Section::enter() {
            lock(&self.sink).fasts.remove(fast);
        }
    }

    /// The same, and it has a store of its own: what that keeps is flushed, and it is freed.
    fn free(&self, fast: &Arc<Fast>, store: &dyn Local, id: usize) {
        // Without the lock the next flush does the same, once it sees that nobody else has the store.
        let Some(section) = Section::enter() else { return };
        let mut sink = lock(&self.sink);
        sink.fasts.remove(fast);
        store.flush(Part::All, &mut sink);
        self.store.leave(id, &mut sink);
        self.leave(section, sink);
    }
}

impl<L: Store> Shared<L> {
    /// The slot and the set in the instrument that this one was made from. In an open store the slot has no meaning: any will do.
    #[inline]
    fn whole<'a>(&'a self, slot: usize, set: &'a dyn AnySet) -> (usize, Preceded<'a>) {
        (self.preset.slot(slot), Preceded { by: &self.preset.attributes, set })
    }
}

impl<L: Store> Drop for Shared<L> {
    fn drop(&mut self) {
        self.core.any().unshare(&self.fast);
    }
}

impl<L: Store> Drop for Separate<L> {
    fn drop(&mut self) {
        self.core.any().free(&self.fast, &*self.store, self.id);
    }
}

impl<L: Store> Separate<L> {
    #[inline(never)]
    fn record_slowly(
        &self,
        first: Option<Kept>,
        slot: usize,
        set: &dyn AnySet,
        value: Bits,
    ) -> Result<(), MeasurementError> {
        let set = Preceded { by: &self.preset.attributes, set };
        // Only the instrument's own store keeps values until it is bound (it is never unbound again), and until a section ends.
        if self.core.is_unbound() || section::is_inside() {
            self.core.record(0, &set, value)
        } else {
            self.core.any().record_slowly(&*self.store, first, slot, &set, value)
        }
    }
}

impl<L: Store> Recorder for Core<L> {
    fn record(&self, slot: usize, set: &dyn AnySet, value: Bits) -> Result<(), MeasurementError> {
        self.keep_first_own(slot, set, value)
            .or_else(|first| self.any().record_slowly(&self.store, first, slot, set, value))
    }

    fn record_or_refuse(&self, slot: usize, set: &dyn AnySet, value: Bits) {
        match self.keep_first(&self.store, slot, set, value) {
            Ok(()) => {}
            Err(None) => self.record_otherwise(slot, set, value),
            Err(first) => self.any().record_slowly_or_refuse(first, slot, set, value),
        }
    }

    fn counts(&self) -> &Counts {
        &self.counts
    }

    fn value(&self, slot: usize, set: &dyn AnySet) -> Option<Bits> {
        self.any().value(slot, set)
    }

    fn init(&self, sets: Sets) {
        self.any().init(sets);
    }

    fn fast(&self) -> Arc<Fast> {
        Arc::clone(&self.fast)
    }

    fn member(self: Arc<Self>) -> Arc<dyn Member> {
        self
    }

    fn with(self: Arc<Self>, preset: Preset) -> Arc<dyn Recorder> {
        Core::with(self, preset)
    }
}

impl<L: Store> Recorder for Shared<L> {
    fn record(&self, slot: usize, set: &dyn AnySet, value: Bits) -> Result<(), MeasurementError> {
        let (slot, set) = self.whole(slot, set);
        self.core
            .keep_first_own(slot, &set, value)
            .or_else(|first| self.core.any().record_slowly(&self.core.store, first, slot, &set, value))
    }

    fn counts(&self) -> &Counts {
        &self.core.counts
    }

    fn value(&self, slot: usize, set: &dyn AnySet) -> Option<Bits> {
        let (slot, set) = self.whole(slot, set);
        self.core.value(slot, &set)
    }

    fn init(&self, sets: Sets) {
        self.core.any().init(self.preset.whole(sets));
    }

    fn fast(&self) -> Arc<Fast> {
        Arc::clone(&self.fast)
    }

    fn member(self: Arc<Self>) -> Arc<dyn Member> {
        Arc::<Core<L>>::clone(&self.core)
    }

    fn with(self: Arc<Self>, preset: Preset) -> Arc<dyn Recorder> {
        Arc::clone(&self.core).with(self.preset.then(preset))
    }
}

impl<L: Store> Recorder for Separate<L> {
    fn record(&self, slot: usize, set: &dyn AnySet, value: Bits) -> Result<(), MeasurementError> {
        self.core
            .keep_first(&*self.store, slot, set, value)
            .or_else(|first| self.record_slowly(first, slot, set, value))
    }

    fn counts(&self) -> &Counts {
        &self.core.counts
    }

    fn value(&self, _: usize, set: &dyn AnySet) -> Option<Bits> {
        // The instrument's store flushes this one, too.
        self.core.value(0, &Preceded { by: &self.preset.attributes, set })
    }

    fn init(&self, sets: Sets) {
        self.core.any().init_also_in(&*self.store, self.preset.before(sets));
    }

    fn fast(&self) -> Arc<Fast> {
        Arc::clone(&self.fast)
    }

    fn member(self: Arc<Self>) -> Arc<dyn Member> {
        Arc::<Core<L>>::clone(&self.core)
    }

    fn with(self: Arc<Self>, preset: Preset) -> Arc<dyn Recorder> {
        Arc::clone(&self.core).with(self.preset.then(preset))
    }
}
