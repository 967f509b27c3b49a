//! Sections in which a thread holds locks of the core.
//!
//! The core calls the SDK while it holds locks, and the SDK logs. A `tracing` layer, an allocator or a foreign provider may
//! then record on the same thread, and would wait for a lock that its own thread holds. So each lock of the core is taken
//! inside a [`Section`]. A call that needs a lock and finds its thread inside a section is kept, and runs when the section
//! ends: after the locks are released, on the same thread, in the order of the calls.
// Uses `safely`, `sync`. Used by `collect`, `core`, `counts`, `discovery`, `preset`, `reports`, `store::open`.

use std::cell::Cell;

#[cfg(meterstick_loom)]
use super::sync::LocalCell as _;
use super::sync::thread_local;
use crate::safely::safely;

/// A call that is kept until the section ends.
pub(super) type Later = Box<dyn FnOnce()>;

thread_local! {
    static INSIDE: Cell<bool> = const { Cell::new(false) };
    static LATER: Cell<Vec<Later>> = const { Cell::new(Vec::new()) };
    /// Whether there are calls in `LATER`.
    static KEPT: Cell<bool> = const { Cell::new(false) };
}

/// That this thread may hold locks of the core. Drop the locks before the section.
pub(super) struct Section(());

impl Section {
    /// Begins a section; `None` if this thread is inside one.
    #[inline]
    pub(super) fn enter() -> Option<Self> {
        // Made only if there is none: dropping one ends the section.
        (!INSIDE.replace(true)).then(|| Self(()))
    }
}

impl Drop for Section {
    #[inline]
    fn drop(&mut self) {
        INSIDE.set(false);
        if KEPT.get() {
            run_later();
        }
    }
}

/// Whether this thread is inside a section.
#[inline]
pub(super) fn is_inside() -> bool {
    INSIDE.get()
}

/// Keeps a call until this thread's section ends. Gives it back if that cannot be done: the thread is ending.
pub(super) fn later(call: Later) -> Result<(), Later> {
    let mut call = Some(call);
    let kept = LATER.try_with(|later| {
        // An allocator that records finds an empty list while this one grows; what it keeps is put behind.
        let mut calls = later.take();
        calls.extend(call.take());
        calls.append(&mut later.take());
        later.set(calls);
        KEPT.set(true);
    });
    match (kept, call) {
        (Err(_), Some(call)) => Err(call),
        _ => Ok(()),
    }
}

#[cold]
fn run_later() {
    KEPT.set(false);
    let calls = LATER.try_with(Cell::take).unwrap_or_default();
    // Each call begins sections of its own, whose ends make the calls that are kept meanwhile. A panic, of a provider or of what
    // listens to the log, is that of its call: the others are made. This may run as another panic unwinds.
    for call in calls {
        let _ = safely(call);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::{Section, is_inside, later};

    #[test]
    fn a_section_inside_of_another_is_refused_each_time_and_what_is_kept_runs_at_the_end() {
        let ran = Rc::new(Cell::new(0));
        let section = Section::enter().expect("there is none");
        for kept in 1..=3 {
            assert!(Section::enter().is_none());
            assert!(is_inside());
            let ran = Rc::clone(&ran);
            assert!(later(Box::new(move || ran.set(10 * ran.get() + kept))).is_ok());
        }
        assert_eq!(ran.get(), 0);
        drop(section);
        assert_eq!(ran.get(), 123);
        assert!(!is_inside());
    }
}
