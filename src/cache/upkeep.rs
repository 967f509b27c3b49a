//! moka's pending work: done when a collection asks for it, and on a thread of its own.
//!
//! What has expired leaves a cache, and what was inserted is counted, when moka's pending work is done. That runs code of
//! the program: `Hash` and `Eq` of keys, `Drop` of values, eviction listeners. In a callback of a collection such code
//! must not run: the SDK holds the lock of its pipeline then, and to build an instrument, or another cache, waits for that
//! lock for ever. So the callback has another thread do the work and waits for it, as long as that gets on. Code of the
//! program that waits for the pipeline then waits on a thread that may wait; the collection goes on without it.

use std::cell::RefCell;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use opentelemetry::metrics::Meter;
use opentelemetry::otel_warn;

use super::entries::EntryCounts;
use crate::contain::contained;
use crate::record::install_hook;

/// How long a collection waits for work that does not get on: no entry leaves meanwhile.
const PATIENCE: Duration = Duration::from_millis(200);

/// moka ends a pass of its work after 100 ms, whether or not all is done.
const WHOLE_PASS: Duration = Duration::from_millis(90);

/// More passes than these are those of a cache that is filled as fast as it is emptied.
const MAX_PASSES: usize = 100;

/// Does what moka has pending at each collection, until it is dropped.
pub(super) struct Upkeep {
    counts: Arc<EntryCounts>,
    pass: Box<dyn Fn() + Send + Sync>,
    size: Box<dyn Fn() -> u64 + Send + Sync>,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How often the work was asked for.
    asked: u64,
    /// Of those, how often what was pending at that time is done.
    done: u64,
    /// Whether a thread works.
    is_running: bool,
}

impl Upkeep {
    /// `pass` does what is pending, as moka does it at one go; `size` is the number of entries, and runs no code of the
    /// program.
    pub(super) fn start(
        meter: &Meter,
        counts: Arc<EntryCounts>,
        pass: impl Fn() + Send + Sync + 'static,
        size: impl Fn() -> u64 + Send + Sync + 'static,
    ) -> Arc<Self> {
        let (pass, size) = (Box::new(pass), Box::new(size));
        let upkeep = Arc::new(Self { counts, pass, size, state: Mutex::default(), changed: Condvar::new() });
        let weak = Arc::downgrade(&upkeep);
        let is_asked = install_hook(meter, move || {
            if let Some(upkeep) = weak.upgrade() {
                upkeep.wait_for_work();
                upkeep.counts.export((upkeep.size)());
            }
        });
        if is_asked {
            upkeep.counts.are_asked_for();
        } else {
            otel_warn!(
                name: "Meterstick.CacheSizeNotExported",
                message = "The meter's provider calls no callbacks, so the size of a cache will not be exported. Build the cache on a meter of a provider that is set up."
            );
        }
        upkeep
    }

    /// Has what is pending now done, and waits for that as long as it gets on.
    fn wait_for_work(self: &Arc<Self>) {
        let mut state = self.lock();
        state.asked += 1;
        let asked = state.asked;
        if !state.is_running {
            state.is_running = true;
            drop(state);
            let upkeep = Arc::clone(self);
            let spawned = thread::Builder::new().name("meterstick.cache".into()).spawn(move || upkeep.work());
            state = self.lock();
            // Without a thread there is what moka does by itself.
            state.is_running &= spawned.is_ok();
        }
        let mut evicted = self.counts.all_evicted();
        while state.done < asked && state.is_running {
            let (waited, timeout) = self.changed.wait_timeout(state, PATIENCE).unwrap_or_else(PoisonError::into_inner);
            state = waited;
            if timeout.timed_out() {
                let before = std::mem::replace(&mut evicted, self.counts.all_evicted());
                if before == evicted {
                    return;
                }
            }
        }
    }

    /// The thread.
    fn work(&self) {
        let later = Later::begin();
        loop {
            let asked = self.lock().asked;
            for _ in 0..MAX_PASSES {
                let started = Instant::now();
                // A panic is one of the program's code within moka, which has its own way with it.
                let passed = contained(|| (self.pass)());
                if passed.is_err() || started.elapsed() < WHOLE_PASS {
                    break;
                }
            }
            let mut state = self.lock();
            state.done = asked;
            state.is_running = state.asked > asked;
            self.changed.notify_all();
            if !state.is_running {
                break;
            }
        }
        // The listeners may take as long as they like: the next collection has a thread of its own.
        later.call();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

type Calls = Vec<Box<dyn FnOnce()>>;

thread_local! {
    /// The calls of listeners that wait until the work of this thread is done.
    static LATER: RefCell<Option<Calls>> = const { RefCell::new(None) };
}

/// Calls a listener: now, or on a thread that a collection waits for, when its work is done.
pub(super) fn call_listener(call: impl FnOnce() + 'static) {
    let waits = LATER.with_borrow_mut(|later| match later {
        Some(calls) => {
            calls.push(Box::new(call));
            None
        }
        None => Some(call),
    });
    if let Some(call) = waits {
        call();
    }
}

/// That listeners are called later on this thread.
struct Later;

impl Later {
    fn begin() -> Self {
        LATER.set(Some(Vec::new()));
        Self
    }

    fn call(self) {
        LATER.take().into_iter().flatten().for_each(|call| call());
    }
}

/// Polls a future on this thread until it is done.
#[cfg(feature = "cache-async")]
pub(super) fn block_on<F: Future>(future: F) -> F::Output {
    use std::pin::pin;
    use std::task::{Context, Poll, Wake, Waker};

    struct Unpark(thread::Thread);

    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}
