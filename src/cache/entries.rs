//! Entries: how many there are, and how many have left.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use opentelemetry::KeyValue;
use opentelemetry::metrics::{Counter, Meter, UpDownCounter};

use super::about::{About, Detail, EvictionCause};
use super::metrics::declared;
use crate::attribute::Attributes;

/// Counts the entries that leave a cache, and passes that and the size to the SDK.
///
/// Both go to the SDK's own instruments as differences. So what is passed in a callback of a collection is in that
/// collection, what is passed when the cache is dropped is in the next one, and caches of one name add up.
pub(super) struct EntryCounts {
    /// How many have left, by the cause.
    evicted: [AtomicU64; EvictionCause::ALL.len()],
    evictions: Counter<u64>,
    size: UpDownCounter<i64>,
    of_evictions: [Vec<KeyValue>; EvictionCause::ALL.len()],
    of_size: Vec<KeyValue>,
    /// Whether a collection asks for what is counted. If not, it is passed at once.
    is_asked: AtomicBool,
    exported: Mutex<Exported>,
}

/// What the SDK was given.
#[derive(Default)]
struct Exported {
    evicted: [u64; EvictionCause::ALL.len()],
    size: i64,
    /// Whether the cache is dropped: a collection that still runs must not give it a size again.
    is_closed: bool,
}

impl EntryCounts {
    pub(super) fn new(meter: &Meter, name: &str) -> Self {
        let (evictions, size) = (declared::EVICTIONS.descriptor(), declared::SIZE.descriptor());
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
            is_asked: AtomicBool::new(false),
            exported: Mutex::default(),
        }
    }

    /// That each collection asks for what is counted.
    pub(super) fn are_asked_for(&self) {
        self.is_asked.store(true, Ordering::Relaxed);
    }

    pub(super) fn evicted(&self, cause: EvictionCause) {
        self.evicted[cause as usize].fetch_add(1, Ordering::Relaxed);
        if !self.is_asked.load(Ordering::Relaxed) {
            self.export_evictions();
        }
    }

    /// How many have left in all.
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

    /// That the cache is dropped: its entries are no longer there.
    pub(super) fn close(&self) {
        self.export_evictions();
        let mut exported = self.lock();
        exported.is_closed = true;
        self.export_size(&mut exported, 0);
    }

    fn export_evictions(&self) {
        let mut exported = self.lock();
        for (i, count) in self.evicted.iter().enumerate() {
            let count = count.load(Ordering::Relaxed);
            if count > exported.evicted[i] {
                self.evictions.add(count - exported.evicted[i], &self.of_evictions[i]);
                exported.evicted[i] = count;
            }
        }
    }

    fn export_size(&self, exported: &mut Exported, size: i64) {
        // Also no difference is one: a cache that was always empty has the size 0.
        self.size.add(size - exported.size, &self.of_size);
        exported.size = size;
    }

    /// Of two collections at once each has to see all that was counted, so the SDK is given it within the lock.
    fn lock(&self) -> MutexGuard<'_, Exported> {
        self.exported.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// moka's cache may outlive ours, and still evicts.
impl Drop for EntryCounts {
    fn drop(&mut self) {
        self.export_evictions();
    }
}

fn key_values(name: &str, detail: impl Detail) -> Vec<KeyValue> {
    About { name, detail }.key_values()
}
