//! `Redirect`: a test's replacement for a global provider, for the threads that entered it or for all threads.
// Used by `record`, `testing`, `trace`.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::thread::{self, LocalKey, ThreadId};

/// What each thread has entered, innermost last; and what was entered for all threads.
pub(crate) struct Redirect<T: 'static> {
    entered: &'static LocalKey<RefCell<Vec<Arc<T>>>>,
    everywhere: RwLock<Vec<Arc<T>>>,
}

impl<T> Redirect<T> {
    pub(crate) const fn new(entered: &'static LocalKey<RefCell<Vec<Arc<T>>>>) -> Self {
        Self { entered, everywhere: RwLock::new(Vec::new()) }
    }

    /// The replacement that this thread sees, if a test is running.
    pub(crate) fn current(&self) -> Option<Arc<T>> {
        let own = self.entered.try_with(|entered| entered.borrow().last().cloned()).ok().flatten();
        own.or_else(|| self.everywhere.read().unwrap_or_else(PoisonError::into_inner).last().cloned())
    }

    pub(crate) fn enter(&self, one: Arc<T>) {
        self.entered.with_borrow_mut(|entered| entered.push(one));
    }

    /// Undoes one `enter` of this thread. Guards may be dropped in any order.
    pub(crate) fn leave(&self, one: &T) {
        // A guard in a thread-local value can outlive the list.
        let _ = self.entered.try_with(|entered| remove(&mut entered.borrow_mut(), one));
    }

    /// Enters for all threads. Blocks while another thread's test has done so.
    pub(crate) fn enter_everywhere(&'static self, one: Arc<T>) -> Everywhere<T> {
        let turn = Turn::take();
        self.everywhere.write().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(&one));
        Everywhere { redirect: self, one, _turn: turn }
    }
}

fn remove<T>(list: &mut Vec<Arc<T>>, one: &T) {
    if let Some(at) = list.iter().rposition(|other| std::ptr::eq(&**other, one)) {
        list.remove(at);
    }
}

/// Guard: leaves for all threads when it is dropped.
pub(crate) struct Everywhere<T: 'static> {
    redirect: &'static Redirect<T>,
    one: Arc<T>,
    _turn: Turn,
}

impl<T> Drop for Everywhere<T> {
    fn drop(&mut self) {
        remove(&mut self.redirect.everywhere.write().unwrap_or_else(PoisonError::into_inner), &self.one);
    }
}

/// The thread whose test has entered for all threads, and how many times.
static TURN: Mutex<Option<(ThreadId, usize)>> = Mutex::new(None);
static TURN_ENDS: Condvar = Condvar::new();

/// Guard of one entry in [`TURN`]. A thread can have several, and drop them in any order.
struct Turn(PhantomData<*const ()>);

impl Turn {
    fn take() -> Self {
        let own = thread::current().id();
        let mut turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match &mut *turn {
                Some((thread, times)) if *thread == own => *times += 1,
                Some(_) => {
                    turn = TURN_ENDS.wait(turn).unwrap_or_else(PoisonError::into_inner);
                    continue;
                }
                none => *none = Some((own, 1)),
            }
            return Self(PhantomData);
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, times)) = &mut *turn {
            *times -= 1;
            if *times == 0 {
                *turn = None;
                TURN_ENDS.notify_all();
            }
        }
    }
}
