//! `Scoped`: statics that record for one test only.
// Uses `declare`, `lower`, `number`, `redirect`, `slot`. Used by `slot`, `testing`.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;

use super::lower::Synchronous;
use super::slot::{Left, Live, Slot};
use crate::declare::Descriptor;
use crate::number::Number;
use crate::redirect::{Everywhere, Redirect};

thread_local! {
    static ENTERED: RefCell<Vec<Arc<Scoped>>> = const { RefCell::new(Vec::new()) };
}

static STATICS: Redirect<Scoped> = Redirect::new(&ENTERED);

/// A provider that statics record for, in place of the global one.
pub(crate) struct Scoped {
    provider: Box<dyn MeterProvider + Send + Sync>,
    /// The stand-ins of statics, by their names. Statics of one declaration and scope are one instrument, as outside of tests, and
    /// so are their clones.
    lives: Mutex<HashMap<&'static str, Vec<StandIn>>>,
}

struct StandIn {
    /// With its scope.
    descriptor: Descriptor,
    /// The attributes that it is bound to.
    preset: Box<[KeyValue]>,
    /// Which sets it takes beside those attributes, and their slots.
    left: Option<Left>,
    live: &'static (dyn Any + Send + Sync),
}

impl Scoped {
    pub(crate) fn new(provider: impl MeterProvider + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self { provider: Box::new(provider), lives: Mutex::default() })
    }

    /// Has this thread's statics record for the provider.
    pub(crate) fn enter(scoped: Arc<Self>) {
        STATICS.enter(scoped);
    }

    /// Has the statics of all threads record for the provider. Waits until no other test does.
    pub(crate) fn enter_everywhere(scoped: Arc<Self>) -> Everywhere<Self> {
        STATICS.enter_everywhere(scoped)
    }

    /// Has this thread's statics record for what they did before.
    pub(crate) fn leave(&self) {
        STATICS.leave(self);
    }

    fn live<K: Synchronous<N>, N: Number>(&self, slot: &Slot<K, N>) -> Option<&'static Live<K::Wire>> {
        let (descriptor, preset, left) = (*slot.descriptor(), slot.preset(), slot.left());
        let find = |lives: &HashMap<&'static str, Vec<StandIn>>| {
            let mut same = lives.get(descriptor.name)?.iter();
            let same = same.find(|one| {
                let is_equal = one.descriptor == descriptor && *one.preset == *preset && one.left == left;
                is_equal && one.live.is::<Live<K::Wire>>()
            });
            same?.live.downcast_ref()
        };
        if let Some(known) = find(&self.lock()) {
            return Some(known);
        }
        // A static's records borrow its live instrument for as long as they like, so a stand-in is never freed.
        let live = &*Box::leak(Box::new(slot.stand_in(&*self.provider)));
        let mut lives = self.lock();
        // Another thread may have made one meanwhile.
        find(&lives).or_else(|| {
            lives.entry(descriptor.name).or_default().push(StandIn { descriptor, preset: preset.into(), left, live });
            Some(live)
        })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<&'static str, Vec<StandIn>>> {
        self.lives.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a test is under way on this thread.
pub(super) fn is_entered() -> bool {
    STATICS.current().is_some()
}

/// What stands in for a static on this thread, if a test is under way.
pub(super) fn stand_in<K: Synchronous<N>, N: Number>(slot: &Slot<K, N>) -> Option<&'static Live<K::Wire>> {
    STATICS.current()?.live(slot)
}
