//! moka's pending maintenance: a collection requests it, a separate thread runs it.
//!
//! moka evicts expired entries and counts inserted ones when its pending maintenance runs. That runs user code: `Hash` and
//! `Eq` of keys, `Drop` of values, the eviction listener. User code must not run in a collection callback: the SDK holds
//! its pipeline lock there, and building an instrument or a cache takes that lock and would wait for ever. So the callback
//! starts a thread and waits for it as long as it makes progress. User code that takes the pipeline lock blocks that thread
//! only; the collection times out and continues.
// Uses `declare`, `entries`, `metrics`, `record`, `safely`. Used by `future`, `shared`.

use std::cell::RefCell;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use opentelemetry::metrics::Meter;

use super::entries::{EntryCounts, report_size};
use super::metrics::declared;
use crate::declare::Descriptor;
use crate::record::{at_collection, drops_by_choice, now, run_on_helper_thread};
use crate::safely::{release, safely};

/// A collection waits for 200 ms without progress, which is at least one eviction or checked batch of the maintenance thread. These
/// are several waits: if the machine pauses, that ends one of them only.
const WAIT: Duration = Duration::from_millis(50);
const WAITS: u32 = 4;

/// The metrics under whose names the collection callback can be registered.
const CALLED: [&Descriptor; 4] = [
    declared::SIZE.descriptor(),
    declared::EVICTIONS.descriptor(),
    declared::LOOKUPS.descriptor(),
    declared::LOAD_DURATION.descriptor(),
];

/// Bounds the maintenance of a cache that other threads fill as fast as it evicts.
const MAX_PASSES: usize = 100;

/// The number of entries for which one pass calls the predicates of `invalidate_entries_if`.
const BATCH: u64 = 384;

/// Runs moka's pending maintenance at each collection, until it is dropped.
pub(super) struct Upkeep {
    counts: Arc<EntryCounts>,
    pass: Box<dyn Fn() + Send + Sync>,
    size: Box<dyn Fn() -> u64 + Send + Sync>,
    /// Whether the cache takes predicates: `support_invalidation_closures`.
    takes_predicates: bool,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Number of requests.
    requested: u64,
    /// Number of requests that are done: everything that was pending when they were made was processed.
    done: u64,
    /// Whether a maintenance thread is running.
    is_running: bool,
}

impl Upkeep {
    /// `pass` runs moka's pending maintenance once. `size` returns the number of entries and must not run user code.
    pub(super) fn start(
        meter: &Meter,
        counts: Arc<EntryCounts>,
        pass: impl Fn() + Send + Sync + 'static,
        size: impl Fn() -> u64 + Send + Sync + 'static,
        takes_predicates: bool,
    ) -> Arc<Self> {
        let (pass, size) = (Box::new(pass), Box::new(size));
        let (state, changed) = (Mutex::default(), Condvar::new());
        let upkeep = Arc::new(Self { counts, pass, size, takes_predicates, state, changed });
        let (weak, meter, since) = (Arc::downgrade(&upkeep), meter.clone(), now());
        let counts = Arc::clone(&upkeep.counts);
        // In a collection callback, this thread owns the SDK's pipeline lock, and building takes it.
        run_on_helper_thread(move || {
            counts.build(&meter);
            // If a view drops one of the metrics, and the callback with it, another one has the callback.
            let has_callback = CALLED.iter().any(|metric| {
                let weak = Weak::clone(&weak);
                at_collection(&meter, metric, move || {
                    if let Some(upkeep) = weak.upgrade() {
                        upkeep.counts.is_called();
                        upkeep.maintain();
                        upkeep.counts.export(&upkeep.size);
                        // It has the entries, if the cache was dropped meanwhile.
                        release(upkeep);
                    }
                })
            });
            if !has_callback {
                counts.export_at_once();
                if !drops_by_choice(&meter) {
                    report_size(
                        "The meter's provider does not call callbacks, so the size of the cache is not exported. Build the cache on a meter of an SDK provider.",
                    );
                }
            } else if !drops_by_choice(&meter) {
                // The SDK calls all that it keeps. A provider of another make may keep it and never call.
                counts.export_at_once_until_called(since);
            }
        });
        upkeep
    }

    /// Requests maintenance, and waits for it as long as it makes progress.
    fn maintain(self: &Arc<Self>) {
        let mut state = self.lock();
        state.requested += 1;
        let request = state.requested;
        if !state.is_running {
            state.is_running = true;
            drop(state);
            let upkeep = Arc::clone(self);
            let spawned = thread::Builder::new().name("meterstick.cache".into()).spawn(move || upkeep.work());
            state = self.lock();
            // If no thread can be spawned, only moka's own maintenance has run.
            state.is_running &= spawned.is_ok();
        }
        let (mut progress, mut idle) = (self.counts.progress(), 0);
        while state.done < request && state.is_running && idle < WAITS {
            let (waited, timeout) = self.changed.wait_timeout(state, WAIT).unwrap_or_else(PoisonError::into_inner);
            state = waited;
            if timeout.timed_out() {
                let before = std::mem::replace(&mut progress, self.counts.progress());
                idle = if before == progress { idle + 1 } else { 0 };
            }
        }
    }

    /// The maintenance thread.
    fn work(&self) {
        let later = Later::begin();
        loop {
            let request = self.lock().requested;
            self.run_passes();
            let mut state = self.lock();
            state.done = request;
            state.is_running = state.requested > request;
            self.changed.notify_all();
            if !state.is_running {
                break;
            }
        }
        // After `is_running` is reset: a listener that blocks must not delay the next collection, which starts a new thread.
        later.call();
    }

    /// Runs moka's maintenance until nothing is pending.
    ///
    /// A pass stops after 100 ms, and where another thread changes an entry, even if entries are left. So passes are repeated until
    /// one evicts nothing. For a predicate, a pass checks one batch of entries, whether one matches or not, and moka does not say
    /// whether a predicate is left. So there are enough passes for all entries, twice: a predicate that comes while another one is
    /// under way begins after it. A pass with nothing to do takes a few microseconds at most.
    fn run_passes(&self) {
        for _ in 0..MAX_PASSES {
            let before = self.counts.progress();
            if !self.pass() || self.counts.progress() == before {
                break;
            }
        }
        if self.takes_predicates {
            let batches = 2 * ((self.size)() / BATCH + 2);
            // A batch without a match is progress, too.
            (0..batches).take_while(|_| self.pass()).for_each(|_| self.counts.maintained());
        }
    }

    /// The user's code can panic within moka. moka keeps its own state consistent; the thread must still report its end.
    fn pass(&self) -> bool {
        safely(|| (self.pass)()).is_some()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

type Calls = Vec<Box<dyn FnOnce()>>;

thread_local! {
    /// Deferred listener calls. `Some` on a maintenance thread while it runs moka's maintenance.
    static LATER: RefCell<Option<Calls>> = const { RefCell::new(None) };
}

/// Whether this is a maintenance thread while it runs moka's maintenance.
pub(super) fn is_maintenance() -> bool {
    LATER.try_with(|later| later.borrow().is_some()).unwrap_or(false)
}

/// Calls a listener at once, or after the maintenance if this is a maintenance thread.
pub(super) fn call_listener(call: impl FnOnce() + 'static) {
    let mut call = Some(call);
    // Fails when the thread ends and the list is destroyed: then it is not a maintenance thread.
    let _ = LATER.try_with(|later| {
        if let Some(calls) = later.borrow_mut().as_mut() {
            calls.extend(call.take().map(|call| Box::new(call) as Box<dyn FnOnce()>));
        }
    });
    if let Some(call) = call {
        call();
    }
}

/// Defers listener calls on this thread.
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

/// Runs a future on this thread.
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
