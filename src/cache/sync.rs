//! The cache of threads.

use core::fmt::{self, Display};
use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::Arc;

use moka::sync::{Cache as Moka, CacheBuilder};
use opentelemetry::metrics::Meter;

use super::about::EvictionCause;
use super::entries::EntryCounts;
use super::shared::{self, Shared};
use super::spans::Spans;

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

impl<K, V> Cache<K, V>
where
    K: Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// Builds the cache, with its metrics on that meter. The name tells it from others.
    ///
    /// The metrics take the builder's eviction listener: one that wants to listen too is given to
    /// [`listened`](Self::listened). Caches of one name on one meter are measured together: their lookups, evictions and
    /// sizes add up.
    #[must_use]
    pub fn new(meter: &Meter, name: &str, builder: CacheBuilder<K, V, Moka<K, V>>) -> Self {
        Self::listened(meter, name, builder, |_, _, _| ())
    }

    /// Builds the cache, with an eviction listener of one's own.
    ///
    /// It is called by the operation that evicts. What leaves while metrics are collected, it is called for on a thread of
    /// its own, after that: so it may build instruments and caches. A panic of it is reported, and it is called again.
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
        let counts = Arc::new(EntryCounts::new(meter, name));
        let moka = builder.eviction_listener(shared::listener(Arc::clone(&counts), listener)).build();
        let (pass, size) = (moka.clone(), moka.clone());
        let shared = Shared::new(meter, name, counts, move || pass.run_pending_tasks(), move || size.entry_count());
        Self { moka, shared, spans: Spans::none() }
    }

    /// The same cache, with each load in a span `cache.load`, which has the cache's name. One that fails is as that of
    /// [`Span::try_run`](crate::trace::Span::try_run).
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
        self.shared.metrics.looked_up(value.is_some());
        value
    }

    /// What is there for the key, or else what is loaded now: a hit, or a miss and a load.
    ///
    /// Of several threads that miss one key at once, one loads; the others wait for it, and hit. A load that panics is a
    /// failed one, and another thread loads then.
    pub fn get_with(&self, key: K, load: impl FnOnce() -> V) -> V {
        let lookup = self.shared.metrics.look_up();
        let value = self.moka.get_with(key, || {
            lookup.misses();
            self.shared.metrics.load(&self.spans, load)
        });
        lookup.ends(true);
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
        E: Display + Send + Sync + 'static,
    {
        let lookup = self.shared.metrics.look_up();
        let value = self.moka.try_get_with(key, || {
            lookup.misses();
            self.shared.metrics.try_load(&self.spans, load)
        });
        lookup.ends(value.is_ok());
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
