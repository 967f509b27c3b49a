//! The clock of timers: the system's, or one that a test controls.
// Used by `cache`, `discovery`, `instrument`, `testing`, `trace`, `waiting`.

#[cfg(feature = "testing")]
use std::{cell::RefCell, sync::Arc, sync::Mutex, sync::PoisonError, time::Duration};

use std::time::Instant;

/// Returns the current time.
pub(crate) fn now() -> Instant {
    #[cfg(feature = "testing")]
    if let Some(now) = CURRENT.try_with(|current| current.borrow().as_ref().map(Hands::now)).ok().flatten() {
        return now;
    }
    Instant::now()
}

#[cfg(feature = "testing")]
thread_local! {
    static CURRENT: RefCell<Option<Hands>> = const { RefCell::new(None) };
}

/// The hands of a manual clock.
#[cfg(feature = "testing")]
#[derive(Clone, Debug)]
pub(crate) struct Hands(Arc<Mutex<Instant>>);

#[cfg(feature = "testing")]
impl Hands {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }

    pub(crate) fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn advance(&self, by: Duration) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }

    /// Whether both are the same clock.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Sets the clock of this thread's timers; `None` for the system's.
    pub(crate) fn enter(hands: Option<Self>) {
        // Fails when the thread ends and this value is destroyed. Timers use the real clock then.
        let _ = CURRENT.try_with(|current| current.replace(hands));
    }
}
