//! Counts the entries and the evictions of a cache, and exports both.
// Uses `about`, `attribute`, `metrics`, `record`. Used by `future`, `shared`, `sync`, `upkeep`.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use opentelemetry::KeyValue;
use opentelemetry::metrics::{Counter, Meter, UpDownCounter};

use super::about::{About, Detail, EvictionCause};
use super::metrics::declared;
use crate::attribute::Attributes;
use crate::record::was_built;

/// Counts evictions, and exports them and the size to the SDK.
///
/// Both are added to synchronous SDK instruments as differences. The SDK reads those after its callbacks, so a difference that a
/// callback adds is part of the same collection. A difference that is added when the cache is dropped is part of the next one.
/// Caches with the same name add up.
pub(super) struct EntryCounts {
    /// Number of evictions per cause.
    evicted: [AtomicU64; EvictionCause::ALL.len()],
    /// Number of evictions by maintenance threads.
    maintained: AtomicU64,
    /// Built later if the cache is built in a collection callback.
    sdk: OnceLock<Sdk>,
    of_evictions: [Vec<KeyValue>; EvictionCause::ALL.len()],
    of_size: Vec<KeyValue>,
    /// Whether each eviction is exported at once, because no collection callback does it. Sequentially consistent: either an
    /// eviction sees the flag, or the thread that sets it sees the eviction.
    exports_at_once: AtomicBool,
    exported: Mutex<Exported>,
}

struct Sdk {
    evictions: Counter<u64>,
    size: UpDownCounter<i64>,
}

/// What has been exported to the SDK.
#[derive(Default)]
struct Exported {
    evicted: [u64; EvictionCause::ALL.len()],
    size: i64,
    /// Set when the cache is dropped: a collection that is still running must not export a size after that.
    is_closed: bool,
}

impl EntryCounts {
    pub(super) fn new(name: &str) -> Self {
        was_built(declared::EVICTIONS.descriptor());
        was_built(declared::SIZE.descriptor());
        Self {
            evicted: Default::default(),
            maintained: AtomicU64::new(0),
            sdk: OnceLock::new(),
            of_evictions: EvictionCause::ALL.map(|cause| key_values(name, cause)),
            of_size: key_values(name, ()),
            exports_at_once: AtomicBool::new(false),
            exported: Mutex::default(),
        }
    }

    /// Builds the SDK's instruments. Called once, before the collection callback is registered: it exports to them.
    pub(super) fn build(&self, meter: &Meter) {
        let (evictions, size) = (declared::EVICTIONS.descriptor(), declared::SIZE.descriptor());
        self.sdk.get_or_init(|| Sdk {
            evictions: meter
                .u64_counter(evictions.name)
                .with_unit(evictions.unit)
                .with_description(evictions.description)
                .build(),
            size: meter.i64_up_down_counter(size.name).with_unit(size.unit).with_description(size.description).build(),
        });
    }

    /// Called when no collection callback exports the evictions, or no longer does.
    pub(super) fn export_at_once(&self) {
        self.exports_at_once.store(true, Ordering::SeqCst);
        self.export_evictions();
    }

    pub(super) fn evicted(&self, cause: EvictionCause) {
        self.evicted[cause as usize].fetch_add(1, Ordering::SeqCst);
        if self.exports_at_once.load(Ordering::SeqCst) {
            self.export_evictions();
        }
    }

    /// Counts an eviction by a maintenance thread.
    pub(super) fn maintained(&self) {
        self.maintained.fetch_add(1, Ordering::Relaxed);
    }

    /// How far the maintenance threads are: the number of evictions by them. Those of the program go on while one is blocked.
    pub(super) fn progress(&self) -> u64 {
        self.maintained.load(Ordering::Relaxed)
    }

    pub(super) fn export(&self, size: u64) {
        self.export_evictions();
        let mut exported = self.lock();
        if !exported.is_closed {
            self.export_size(&mut exported, i64::try_from(size).unwrap_or(i64::MAX));
        }
    }

    /// Called when the cache is dropped: sets the size to 0. A clone of the moka cache can live on and evict; no callback exports
    /// its evictions.
    pub(super) fn close(&self) {
        let mut exported = self.lock();
        exported.is_closed = true;
        self.export_size(&mut exported, 0);
        drop(exported);
        self.export_at_once();
    }

    fn export_evictions(&self) {
        let Some(sdk) = self.sdk.get() else { return };
        let mut exported = self.lock();
        for (i, count) in self.evicted.iter().enumerate() {
            let count = count.load(Ordering::SeqCst);
            if count > exported.evicted[i] {
                sdk.evictions.add(count - exported.evicted[i], &self.of_evictions[i]);
                exported.evicted[i] = count;
            }
        }
    }

    fn export_size(&self, exported: &mut Exported, size: i64) {
        let Some(sdk) = self.sdk.get() else { return };
        // A difference of 0 is added too, so that an empty cache exports a size.
        sdk.size.add(size - exported.size, &self.of_size);
        exported.size = size;
    }

    /// Locked while the SDK is called: two concurrent collections must both see every difference that either has taken.
    fn lock(&self) -> MutexGuard<'_, Exported> {
        self.exported.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The last eviction may have come before the SDK's instruments were built.
impl Drop for EntryCounts {
    fn drop(&mut self) {
        self.export_evictions();
    }
}

fn key_values(name: &str, detail: impl Detail) -> Vec<KeyValue> {
    About { name, detail }.key_values()
}
