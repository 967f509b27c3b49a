//! What stands in for a global provider while a test is under way: on the threads that entered it, or on all.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::thread::{self, LocalKey, ThreadId};

/// What the threads have entered, the last of each first; then what all have entered.
pub(crate) struct Redirect<T: 'static> {
    entered: &'static LocalKey<RefCell<Vec<Arc<T>>>>,
    everywhere: RwLock<Vec<Arc<T>>>,
}

impl<T> Redirect<T> {
    pub(crate) const fn new(entered: &'static LocalKey<RefCell<Vec<Arc<T>>>>) -> Self {
        Self { entered, everywhere: RwLock::new(Vec::new()) }
    }

    /// What stands in on this thread, if a test is under way.
    pub(crate) fn current(&self) -> Option<Arc<T>> {
        let own = self.entered.try_with(|entered| entered.borrow().last().cloned()).ok().flatten();
        own.or_else(|| self.everywhere.read().unwrap_or_else(PoisonError::into_inner).last().cloned())
    }

    pub(crate) fn enter(&self, one: Arc<T>) {
        self.entered.with_borrow_mut(|entered| entered.push(one));
    }

    /// This thread has what it had before. Guards may be dropped in any order.
    pub(crate) fn leave(&self, one: &T) {
        // A guard that is kept in a thread-local value may outlive the list.
        let _ = self.entered.try_with(|entered| remove(&mut entered.borrow_mut(), one));
    }

    /// Enters on all threads. Waits until no other test does.
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

/// Guard: something was entered on all threads.
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

/// The thread whose test has entered everywhere, and how many times.
static TURN: Mutex<Option<(ThreadId, usize)>> = Mutex::new(None);
static TURN_ENDS: Condvar = Condvar::new();

/// Guard: this thread's test has entered everywhere. A test may enter several things, in any order, so a thread may have several.
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
