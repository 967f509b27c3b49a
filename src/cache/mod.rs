//! A cache that measures itself: a cache of `moka`, and what it does as typed metrics.
//!
//! | metric | kind, unit | attributes |
//! | --- | --- | --- |
//! | `cache.lookups` | counter, `{lookup}` | `cache.name`, `cache.lookup.result`: `hit` or `miss` |
//! | `cache.evictions` | counter, `{entry}` | `cache.name`, `cache.eviction.cause`: `expired`, `size`, `explicit` or `replaced` |
//! | `cache.load.duration` | histogram, `s` | `cache.name`, `error.type` if it failed |
//! | `cache.size` | observable up-down counter, `{entry}` | `cache.name` |
//!
//! An eviction is an entry's end, whatever the cause: `expired` and `size` are the cache's own doing, `explicit` and
//! `replaced` the program's. The size is moka's own count, for which each collection has moka do what is pending: so what has
//! expired is counted then, also on a cache that nobody uses.
#![cfg_attr(feature = "trace", doc = "\n Loads are in spans on request: [`Cache::with_spans`].")]

mod about;
mod metrics;
mod spans;
mod unit;

pub use about::{About, Detail, EvictionCause, LoadError, LookupResult};
pub use metrics::declared;
pub use unit::{Entries, Lookups};

use core::fmt;
use std::borrow::Borrow;
use std::cell::Cell;
use std::hash::Hash;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use moka::sync::{Cache as Moka, CacheBuilder};
use opentelemetry::metrics::Meter;
use opentelemetry::otel_error;

use crate::instrument::Observation;
use metrics::Metrics;
use spans::Spans;

/// A cache that counts its hits, misses and evictions, and measures how long it takes to load what is missing.
///
/// It is cheap to clone, and the clones are one cache. What it does not have is done on [`moka`](Self::moka).
///
/// ```
/// use meterstick::cache::Cache;
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
///
/// let lengths = Cache::new(&meter, "lengths", moka::sync::Cache::builder().max_capacity(1000));
/// assert_eq!(lengths.get_with("tea".to_owned(), || 3), 3); // a miss, and a load
/// assert_eq!(lengths.get_with("tea".to_owned(), || 3), 3); // a hit
/// assert_eq!(lengths.get("cup"), None); // a miss
/// ```
pub struct Cache<K, V> {
    moka: Moka<K, V>,
    shared: Arc<Shared>,
    spans: Spans,
}

struct Shared {
    metrics: Arc<Metrics>,
    /// Observes the size for as long as a clone lives.
    _size: Observation,
}

impl<K, V> Cache<K, V>
where
    K: Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// Builds the cache, with its metrics on that meter. The name tells it from others.
    ///
    /// The metrics take the builder's eviction listener: one that wants to listen too is given to
    /// [`listened`](Self::listened).
    #[must_use]
    pub fn new(meter: &Meter, name: &str, builder: CacheBuilder<K, V, Moka<K, V>>) -> Self {
        Self::listened(meter, name, builder, |_, _, _| ())
    }

    /// Builds the cache, with an eviction listener of one's own.
    ///
    /// ```
    /// use meterstick::cache::{Cache, EvictionCause};
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    ///
    /// let (sender, gone) = std::sync::mpsc::channel();
    /// let cache = Cache::listened(&meter, "tea", moka::sync::Cache::builder(), move |key, value: u8, cause| {
    ///     let _ = sender.send((*key, value, cause));
    /// });
    /// cache.insert('a', 1);
    /// cache.insert('a', 2);
    /// assert_eq!(gone.recv(), Ok(('a', 1, EvictionCause::Replaced)));
    /// ```
    #[must_use]
    pub fn listened(
        meter: &Meter,
        name: &str,
        builder: CacheBuilder<K, V, Moka<K, V>>,
        listener: impl Fn(Arc<K>, V, EvictionCause) + Send + Sync + 'static,
    ) -> Self {
        let metrics = Arc::new(Metrics::new(meter, name));
        let counted = Arc::clone(&metrics);
        let moka = builder
            .eviction_listener(move |key, value, cause| {
                counted.evicted(cause.into());
                // moka would never call a listener again that has panicked, and what it counts would stand still.
                if catch_unwind(AssertUnwindSafe(|| listener(key, value, cause.into()))).is_err() {
                    otel_error!(
                        name: "Meterstick.EvictionListenerPanicked",
                        message = "The eviction listener of a cache panicked. It is called again at the next eviction."
                    );
                }
            })
            .build();
        let size = metrics::observe_size(meter, Arc::clone(&metrics), {
            let moka = moka.clone();
            move || {
                // On a quiet cache nobody else would see to what has expired.
                moka.run_pending_tasks();
                moka.entry_count()
            }
        });
        Self { moka, shared: Arc::new(Shared { metrics, _size: size }), spans: Spans::default() }
    }

    /// The same cache, with each load in a span `cache.load`, which has the cache's name and, if it failed, an `error.type`.
    ///
    /// Clones that were made before are without spans. The tracer is borrowed, or [given away](crate::trace::IntoTracer).
    ///
    /// ```
    /// use meterstick::cache::Cache;
    /// use opentelemetry::trace::TracerProvider;
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// # let tracers = opentelemetry_sdk::trace::SdkTracerProvider::default();
    ///
    /// let lengths = Cache::new(&meter, "lengths", moka::sync::Cache::builder()).with_spans(&tracers.tracer("shop"));
    /// assert_eq!(lengths.get_with("tea", || 3), 3); // in a span
    /// ```
    #[cfg(feature = "trace")]
    #[cfg_attr(docsrs, doc(cfg(all(feature = "cache", feature = "trace"))))]
    #[must_use]
    pub fn with_spans<T: crate::trace::IntoTracer>(mut self, tracer: T) -> Self {
        self.spans = Spans::of(tracer);
        self
    }

    /// What is there for the key: a hit or a miss.
    pub fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let value = self.moka.get(key);
        self.shared.metrics.looked_up(LookupResult::of(value.is_some()));
        value
    }

    /// What is there for the key, or else what is loaded now: a hit, or a miss and a load.
    ///
    /// Of several threads that miss one key at once, one loads; the others wait for it, and hit. A load that panics is a
    /// failed one, and another thread loads then.
    pub fn get_with(&self, key: K, load: impl FnOnce() -> V) -> V {
        let loaded = Cell::new(false);
        let value = self.moka.get_with(key, || {
            loaded.set(true);
            self.shared.metrics.load(&self.spans, load)
        });
        self.waited_unless(&loaded, true);
        value
    }

    /// What is there for the key, or else what is loaded now, if that succeeds.
    ///
    /// Of several threads that miss one key at once, one loads; the others wait for it, and hit if it succeeds, or miss if
    /// it fails.
    ///
    /// # Errors
    ///
    /// The load's error, which is shared with the threads that waited for it. It is measured as a failed load, of the
    /// error's type.
    ///
    /// ```
    /// use meterstick::cache::Cache;
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    ///
    /// let numbers = Cache::new(&meter, "numbers", moka::sync::Cache::builder());
    /// assert_eq!(numbers.try_get_with("7", || "7".parse()), Ok(7));
    /// assert!(numbers.try_get_with("seven", || "seven".parse()).is_err());
    /// ```
    pub fn try_get_with<E>(&self, key: K, load: impl FnOnce() -> Result<V, E>) -> Result<V, Arc<E>>
    where
        E: Send + Sync + 'static,
    {
        let loaded = Cell::new(false);
        let value = self.moka.try_get_with(key, || {
            loaded.set(true);
            self.shared.metrics.try_load(&self.spans, load)
        });
        self.waited_unless(&loaded, value.is_ok());
        value
    }

    /// Keeps a value for the key. One that is there is evicted: it is replaced.
    pub fn insert(&self, key: K, value: V) {
        self.moka.insert(key, value);
    }

    /// Evicts what is there for the key, explicitly.
    pub fn invalidate<Q>(&self, key: &Q)
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        self.moka.invalidate(key);
    }

    /// The cache of `moka`, for all else. Evictions that are made there are counted; lookups are not.
    #[must_use]
    pub fn moka(&self) -> &Moka<K, V> {
        &self.moka
    }

    /// Counts the lookup of who did not load, which is counted already.
    fn waited_unless(&self, loaded: &Cell<bool>, found: bool) {
        if !loaded.get() {
            self.shared.metrics.looked_up(LookupResult::of(found));
        }
    }
}

impl<K, V> Clone for Cache<K, V> {
    fn clone(&self) -> Self {
        Self { moka: self.moka.clone(), shared: Arc::clone(&self.shared), spans: self.spans.clone() }
    }
}

impl<K, V> fmt::Debug for Cache<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache").field("name", &self.shared.metrics.name()).finish_non_exhaustive()
    }
}
