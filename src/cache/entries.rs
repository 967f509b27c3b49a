//! Counts the entries and the evictions of a cache, and exports both.
// Uses `about`, `attribute`, `metrics`, `record`, `safely`. Used by `future`, `shared`, `sync`, `upkeep`.

use std::mem;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use opentelemetry::metrics::{Counter, Meter, UpDownCounter};
use opentelemetry::{KeyValue, otel_warn};

use super::about::{About, Detail, EvictionCause};
use super::metrics::declared;
use crate::attribute::Attributes;
use crate::record::{Refusals, guarded, now, was_built};
use crate::safely::safely;

/// A provider that keeps the collection callback and has not called it for so long is reported.
const LONG: Duration = Duration::from_secs(60);

/// Counts evictions, and exports them and the size to the SDK.
///
/// Both are added to synchronous SDK instruments as differences. The SDK reads those after its callbacks, so a difference that a
/// callback adds is part of the same collection. A difference that is added when the cache is dropped is part of the next one.
/// Caches with the same name add up.
///
/// The provider may log what it is given, and a log subscriber may use this cache. So the provider is called without a lock that
/// a use of the cache takes: a call takes what it exports out of the counts first.
pub(super) struct EntryCounts {
    /// Number of evictions per cause that are not exported yet.
    evicted: [AtomicU64; EvictionCause::ALL.len()],
    /// Number of evictions by maintenance threads, and of batches that they checked by predicates.
    maintained: AtomicU64,
    /// Both are built later if the cache is built in a collection callback, and never if the provider panics.
    evictions: OnceLock<Counter<u64>>,
    size: OnceLock<UpDownCounter<i64>>,
    of_evictions: [Vec<KeyValue>; EvictionCause::ALL.len()],
    of_size: Vec<KeyValue>,
    /// Report the first value that the provider panics on.
    lost_evictions: Refusals,
    lost_sizes: Refusals,
    /// Whether each eviction is exported at once, because no collection callback does it. Sequentially consistent: either an
    /// eviction sees the flag, or the thread that sets it sees the eviction.
    exports_at_once: AtomicBool,
    state: Mutex<State>,
    /// Locked by a collection while the provider is called: of two concurrent ones, both must have every difference that either
    /// has taken.
    collecting: Mutex<()>,
    /// The thread that has locked it.
    exporting: Mutex<Option<ThreadId>>,
}

/// Notes which thread exports, until it is dropped.
struct Exporting<'a>(&'a Mutex<Option<ThreadId>>);

impl<'a> Exporting<'a> {
    fn on(thread: &'a Mutex<Option<ThreadId>>, this: ThreadId) -> Self {
        *lock(thread) = Some(this);
        Self(thread)
    }
}

impl Drop for Exporting<'_> {
    fn drop(&mut self) {
        *lock(self.0) = None;
    }
}

#[derive(Default)]
struct State {
    /// The exported size.
    size: i64,
    /// Whether a collection exports the size. It alone changes the size then.
    is_exporting: bool,
    /// Set when the cache is dropped: a collection that is still running must not export a size after that.
    is_closed: bool,
    /// Since when the provider has kept the callback without calling it, unless that is reported or it is the SDK.
    uncalled_since: Option<Instant>,
}

impl EntryCounts {
    pub(super) fn new(name: &str) -> Self {
        was_built(declared::EVICTIONS.descriptor());
        was_built(declared::SIZE.descriptor());
        Self {
            evicted: Default::default(),
            maintained: AtomicU64::new(0),
            evictions: OnceLock::new(),
            size: OnceLock::new(),
            of_evictions: EvictionCause::ALL.map(|cause| key_values(name, cause)),
            of_size: key_values(name, ()),
            lost_evictions: Refusals::new(declared::EVICTIONS.descriptor().name),
            lost_sizes: Refusals::new(declared::SIZE.descriptor().name),
            exports_at_once: AtomicBool::new(false),
            state: Mutex::default(),
            collecting: Mutex::default(),
            exporting: Mutex::default(),
        }
    }

    /// Builds the SDK's instruments. Called once, before the collection callback is registered: it exports to them.
    pub(super) fn build(&self, meter: &Meter) {
        let (evictions, size) = (declared::EVICTIONS.descriptor(), declared::SIZE.descriptor());
        guarded(|| {
            let builder = meter.u64_counter(evictions.name).with_unit(evictions.unit);
            self.evictions.get_or_init(|| builder.with_description(evictions.description).build());
        });
        guarded(|| {
            let builder = meter.i64_up_down_counter(size.name).with_unit(size.unit);
            self.size.get_or_init(|| builder.with_description(size.description).build());
        });
    }

    /// Called when no collection callback exports the evictions.
    pub(super) fn export_at_once(&self) {
        self.exports_at_once.store(true, Ordering::SeqCst);
        self.export_evictions();
    }

    /// Called when the provider keeps the callback, and it is not known whether it will call it: until it does, evictions are
    /// exported at once.
    pub(super) fn export_at_once_until_called(&self, since: Instant) {
        lock(&self.state).uncalled_since = Some(since);
        self.export_at_once();
    }

    /// Called by the callback.
    pub(super) fn is_called(&self) {
        if self.exports_at_once.load(Ordering::SeqCst) {
            let mut state = lock(&self.state);
            state.uncalled_since = None;
            self.exports_at_once.store(state.is_closed, Ordering::SeqCst);
        }
    }

    pub(super) fn evicted(&self, cause: EvictionCause) {
        let (count, set) = (&self.evicted[cause as usize], &self.of_evictions[cause as usize]);
        // Each thread exports its own evictions: those of a use of the cache that has returned are exported.
        match self.evictions.get() {
            Some(evictions) if self.exports_at_once.load(Ordering::SeqCst) => {
                self.lost_evictions.give(|| evictions.add(1, set));
                self.report_uncalled();
            }
            _ => {
                count.fetch_add(1, Ordering::SeqCst);
                if self.exports_at_once.load(Ordering::SeqCst) {
                    self.export_evictions();
                }
            }
        }
    }

    /// Counts an eviction or a checked batch of a maintenance thread.
    pub(super) fn maintained(&self) {
        self.maintained.fetch_add(1, Ordering::Relaxed);
    }

    /// How far the maintenance threads are. Evictions by the program are not part of it: they go on while one is blocked.
    pub(super) fn progress(&self) -> u64 {
        self.maintained.load(Ordering::Relaxed)
    }

    /// Called by the callback.
    pub(super) fn export(&self, size: impl Fn() -> u64) {
        let this = thread::current().id();
        if *lock(&self.exporting) == Some(this) {
            // A provider that collects while it is given a value: the collection that goes on exports all.
            return;
        }
        let _collecting = lock(&self.collecting);
        let _exporting = Exporting::on(&self.exporting, this);
        self.export_evictions();
        // Under the lock: a collection that read it earlier would set it back after a later one.
        let size = i64::try_from(size()).unwrap_or(i64::MAX);
        let difference = {
            let mut state = lock(&self.state);
            if state.is_closed {
                return;
            }
            state.is_exporting = true;
            size - state.size
        };
        // A difference of 0 is added too, so that an empty cache exports a size.
        let is_added = self.add_size(difference);
        let closed = {
            let mut state = lock(&self.state);
            state.is_exporting = false;
            if is_added {
                state.size = size;
            }
            state.is_closed.then(|| mem::take(&mut state.size))
        };
        if let Some(size) = closed {
            self.add_size(-size);
        }
    }

    /// Called when the cache is dropped: sets the size to 0. A clone of the moka cache can live on and evict; no callback exports
    /// its evictions.
    pub(super) fn close(&self) {
        let size = {
            let mut state = lock(&self.state);
            state.is_closed = true;
            // If a collection exports the size, it subtracts it afterwards.
            (!state.is_exporting).then(|| mem::take(&mut state.size))
        };
        if let Some(size) = size {
            self.add_size(-size);
        }
        self.export_at_once();
        self.report_uncalled();
    }

    fn export_evictions(&self) {
        let Some(evictions) = self.evictions.get() else { return };
        for (count, set) in self.evicted.iter().zip(&self.of_evictions) {
            let count = count.swap(0, Ordering::SeqCst);
            if count > 0 {
                self.lost_evictions.give(|| evictions.add(count, set));
            }
        }
    }

    /// Returns whether the provider took it.
    fn add_size(&self, difference: i64) -> bool {
        let Some(size) = self.size.get() else { return false };
        self.lost_sizes.give(|| size.add(difference, &self.of_size))
    }

    fn report_uncalled(&self) {
        let is_long = {
            let mut state = lock(&self.state);
            let is_long = |since| now().saturating_duration_since(since) >= LONG;
            state.uncalled_since.take_if(|since| is_long(*since)).is_some()
        };
        if is_long {
            report_size(
                "The meter's provider has not called the callback of a cache for a minute, so the size of the cache is not exported. Build the cache on a meter of an SDK provider.",
            );
        }
    }
}

/// The last eviction may have come before the SDK's instruments were built.
impl Drop for EntryCounts {
    fn drop(&mut self) {
        self.export_evictions();
    }
}

/// Reports that the size of a cache is not exported.
pub(super) fn report_size(message: &'static str) {
    // What a log subscriber panics with is not the provider's panic.
    safely(|| {
        otel_warn!(name: "Meterstick.CacheSizeNotExported", message = message);
    });
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn key_values(name: &str, detail: impl Detail) -> Vec<KeyValue> {
    About { name, detail }.key_values()
}

#[cfg(test)]
mod tests {
    use super::EntryCounts;

    #[test]
    fn the_size_is_read_while_no_other_collection_exports_one() {
        let counts = EntryCounts::new("words");
        counts.export(|| {
            assert!(counts.collecting.try_lock().is_err());
            1
        });
        assert!(counts.collecting.try_lock().is_ok());
    }
}
