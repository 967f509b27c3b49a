//! `Shared`: the metrics that both caches have in common.
// Uses `about`, `entries`, `metrics`, `safely`, `upkeep`. Used by `future`, `sync`.

use std::sync::Arc;

use moka::notification::RemovalCause;
use opentelemetry::metrics::Meter;
use opentelemetry::otel_error;

use super::about::EvictionCause;
use super::entries::EntryCounts;
use super::metrics::Metrics;
use super::upkeep::{Upkeep, call_listener, is_maintenance};
use crate::safely::{contained, safely};

/// Shared by the clones of a cache.
pub(super) struct Shared {
    pub(super) metrics: Metrics,
    counts: Arc<EntryCounts>,
    _upkeep: Arc<Upkeep>,
}

impl Shared {
    pub(super) fn new(
        meter: &Meter,
        name: &str,
        counts: Arc<EntryCounts>,
        pass: impl Fn() + Send + Sync + 'static,
        size: impl Fn() -> u64 + Send + Sync + 'static,
        takes_predicates: bool,
    ) -> Arc<Self> {
        let upkeep = Upkeep::start(meter, Arc::clone(&counts), pass, size, takes_predicates);
        Arc::new(Self { metrics: Metrics::new(meter, name), counts, _upkeep: upkeep })
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.counts.close();
    }
}

/// The eviction listener for moka: counts the eviction, then calls the user's listener.
pub(super) fn listener<K: 'static, V: 'static>(
    counts: Arc<EntryCounts>,
    listener: impl Fn(Arc<K>, V, EvictionCause) + Send + Sync + 'static,
) -> impl Fn(Arc<K>, V, RemovalCause) + Send + Sync + 'static {
    let listener = Arc::new(listener);
    move |key, value, cause| {
        let cause = cause.into();
        counts.evicted(cause);
        if is_maintenance() {
            counts.maintained();
        }
        let listener = Arc::clone(&listener);
        call_listener(move || {
            // moka disables a listener that panics; then evictions would no longer be counted. A log subscriber may panic, too.
            if contained(|| listener(key, value, cause)).is_err() {
                safely(|| {
                    otel_error!(
                        name: "Meterstick.EvictionListenerPanicked",
                        message = "The eviction listener of a cache panicked. It will be called again at the next eviction."
                    );
                });
            }
        });
    }
}
