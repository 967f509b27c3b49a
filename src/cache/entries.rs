//! The number of entries and of evictions.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use opentelemetry::KeyValue;
use opentelemetry::metrics::{Counter, Meter, UpDownCounter};

use super::about::{About, Detail, EvictionCause};
use super::metrics::declared;
use crate::attribute::Attributes;
use crate::record::was_built;

/// Counts evictions, and exports them and the size to the SDK.
///
/// Both are added to synchronous SDK instruments as differences. The SDK reads those after its callbacks, so a difference
/// that a callback adds is part of the same collection. A difference that is added when the cache is dropped is part of
/// the next one. Caches with the same name add up.
pub(super) struct EntryCounts {
    /// Number of evictions per cause.
    evicted: [AtomicU64; EvictionCause::ALL.len()],
    evictions: Counter<u64>,
    size: UpDownCounter<i64>,
    of_evictions: [Vec<KeyValue>; EvictionCause::ALL.len()],
    of_size: Vec<KeyValue>,
    /// Whether a collection callback exports the counts. If not, each eviction is exported at once.
    has_callback: AtomicBool,
    exported: Mutex<Exported>,
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
    pub(super) fn new(meter: &Meter, name: &str) -> Self {
        let (evictions, size) = (declared::EVICTIONS.descriptor(), declared::SIZE.descriptor());
        was_built(evictions);
        was_built(size);
        Self {
            evicted: Default::default(),
            evictions: meter
                .u64_counter(evictions.name)
                .with_unit(evictions.unit)
                .with_description(evictions.description)
                .build(),
            size: meter.i64_up_down_counter(size.name).with_unit(size.unit).with_description(size.description).build(),
            of_evictions: EvictionCause::ALL.map(|cause| key_values(name, cause)),
            of_size: key_values(name, ()),
            has_callback: AtomicBool::new(false),
            exported: Mutex::default(),
        }
    }

    /// Called when a collection callback is registered.
    pub(super) fn set_callback(&self) {
        self.has_callback.store(true, Ordering::Relaxed);
    }

    pub(super) fn evicted(&self, cause: EvictionCause) {
        // Sequentially consistent, as in `close`: either this sees that there is no callback, or that sees this eviction.
        self.evicted[cause as usize].fetch_add(1, Ordering::SeqCst);
        if !self.has_callback.load(Ordering::SeqCst) {
            self.export_evictions();
        }
    }

    /// Number of evictions.
    pub(super) fn all_evicted(&self) -> u64 {
        self.evicted.iter().map(|count| count.load(Ordering::Relaxed)).sum()
    }

    pub(super) fn export(&self, size: u64) {
        self.export_evictions();
        let mut exported = self.lock();
        if !exported.is_closed {
            self.export_size(&mut exported, i64::try_from(size).unwrap_or(i64::MAX));
        }
    }

    /// Called when the cache is dropped: sets the size to 0. A clone of the moka cache may live on and evict, which no callback
    /// exports any more.
    pub(super) fn close(&self) {
        self.has_callback.store(false, Ordering::SeqCst);
        self.export_evictions();
        let mut exported = self.lock();
        exported.is_closed = true;
        self.export_size(&mut exported, 0);
    }

    fn export_evictions(&self) {
        let mut exported = self.lock();
        for (i, count) in self.evicted.iter().enumerate() {
            let count = count.load(Ordering::SeqCst);
            if count > exported.evicted[i] {
                self.evictions.add(count - exported.evicted[i], &self.of_evictions[i]);
                exported.evicted[i] = count;
            }
        }
    }

    fn export_size(&self, exported: &mut Exported, size: i64) {
        // A difference of 0 is added too, so that an empty cache exports a size.
        self.size.add(size - exported.size, &self.of_size);
        exported.size = size;
    }

    /// Held while the SDK is called: two concurrent collections must both see every difference that either has taken.
    fn lock(&self) -> MutexGuard<'_, Exported> {
        self.exported.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A clone of the moka cache may outlive the measured cache and still evict. Its listener owns these counts.
impl Drop for EntryCounts {
    fn drop(&mut self) {
        self.export_evictions();
    }
}

fn key_values(name: &str, detail: impl Detail) -> Vec<KeyValue> {
    About { name, detail }.key_values()
}
