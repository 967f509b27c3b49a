//! Statics that record for one test only.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use opentelemetry::metrics::MeterProvider;

use super::lower::Synchronous;
use super::slot::{Live, Slot};
use crate::number::Number;

/// The provider that the statics of all threads record for, except those of threads that have entered one.
static EVERYWHERE: RwLock<Option<Arc<Scoped>>> = RwLock::new(None);

/// Held by the test that has entered everywhere.
static TURN: Mutex<()> = Mutex::new(());

/// Guard: a provider is entered by all threads.
pub(crate) struct Everywhere {
    _turn: MutexGuard<'static, ()>,
}

impl Drop for Everywhere {
    fn drop(&mut self) {
        *EVERYWHERE.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

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

    /// Has the statics of all threads record for the provider. Waits until no other test does.
    pub(crate) fn enter_everywhere(scoped: Arc<Self>) -> Everywhere {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        *EVERYWHERE.write().unwrap_or_else(PoisonError::into_inner) = Some(scoped);
        Everywhere { _turn: turn }
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
    let own = ENTERED.try_with(|entered| entered.borrow().last().cloned()).ok().flatten();
    let scoped = own.or_else(|| EVERYWHERE.read().unwrap_or_else(PoisonError::into_inner).clone())?;
    scoped.live(slot)
}
