//! Statics that record for one test only.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use opentelemetry::metrics::MeterProvider;

use super::lower::Synchronous;
use super::slot::{Live, Slot};
use crate::number::Number;

thread_local! {
    static ENTERED: RefCell<Vec<Arc<Scoped>>> = const { RefCell::new(Vec::new()) };
}

/// A provider that the statics of a thread record for, in place of the global one.
pub(crate) struct Scoped {
    provider: Box<dyn MeterProvider + Send + Sync>,
    /// The stand-in of each static, by its address.
    lives: Mutex<HashMap<usize, &'static (dyn Any + Send + Sync)>>,
}

impl Scoped {
    pub(crate) fn new(provider: impl MeterProvider + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self { provider: Box::new(provider), lives: Mutex::default() })
    }

    /// Has this thread's statics record for the provider.
    pub(crate) fn enter(scoped: Arc<Self>) {
        ENTERED.with_borrow_mut(|entered| entered.push(scoped));
    }

    /// Has them record for what they did before. Guards may be dropped in any order.
    pub(crate) fn leave(&self) {
        // A guard that is kept in a thread-local value may outlive the list.
        let _ = ENTERED.try_with(|entered| {
            let mut entered = entered.borrow_mut();
            if let Some(at) = entered.iter().rposition(|one| std::ptr::eq(&**one, self)) {
                entered.remove(at);
            }
        });
    }

    fn live<K: Synchronous<N>, N: Number>(&self, slot: &Slot<K, N>) -> Option<&'static Live<K::Wire>> {
        let address = std::ptr::from_ref(slot).addr();
        let known = self.lives.lock().unwrap_or_else(PoisonError::into_inner).get(&address).copied();
        let live = known.unwrap_or_else(|| {
            // A static's records borrow its live instrument for as long as they like, so a stand-in is never freed.
            let made = Box::leak(Box::new(slot.stand_in(&*self.provider)));
            *self.lives.lock().unwrap_or_else(PoisonError::into_inner).entry(address).or_insert(made)
        });
        live.downcast_ref()
    }
}

/// What stands in for a static on this thread, if a test is under way.
pub(super) fn stand_in<K: Synchronous<N>, N: Number>(slot: &Slot<K, N>) -> Option<&'static Live<K::Wire>> {
    let scoped = ENTERED.try_with(|entered| entered.borrow().last().cloned()).ok().flatten()?;
    scoped.live(slot)
}
