//! `Cache`: the cache for threads.
// Uses `about`, `entries`, `failure`, `instrument`, `shared`, `spans`, `trace`. No other module uses it.

use core::fmt;
use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::Arc;

use moka::sync::{Cache as Moka, CacheBuilder};

use super::about::EvictionCause;
use super::entries::EntryCounts;
use super::shared::{self, Shared};
use super::spans::Spans;
use crate::failure::Failure;
use crate::instrument::AsMeter;

/// A cache for threads that counts hits, misses and evictions, and records the duration of loads.
///
/// Clones are cheap and share the entries. [`moka`](Self::moka) gives access to all other methods of
/// [`moka::sync::Cache`].
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
    /// Builds the cache and its metrics on a meter. `name` is the attribute `cache.name`.
    ///
    /// The metrics replace the builder's eviction listener: pass your own to [`listened`](Self::listened). Caches with the
    /// same name on the same meter share their series: lookups, evictions, loads and sizes add up.
    #[must_use]
    pub fn new(meter: &(impl AsMeter + ?Sized), name: &str, builder: CacheBuilder<K, V, Moka<K, V>>) -> Self {
        Self::listened(meter, name, builder, |_, _, _| ())
    }

    /// Builds the cache with an eviction listener.
    ///
    /// The operation that evicts calls the listener. For entries that leave during a collection, a separate thread calls
    /// it afterwards. So a listener may build instruments and caches. If it panics, that is logged, and it is called again
    /// at the next eviction. It must not call moka's `run_pending_tasks`, nor use the key of that entry: moka would wait for itself.
    ///
    /// If your own collection callback uses the cache, the operation there calls the listener too. It must not build instruments
    /// then: the SDK would wait for itself.
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
        meter: &(impl AsMeter + ?Sized),
        name: &str,
        builder: CacheBuilder<K, V, Moka<K, V>>,
        listener: impl Fn(Arc<K>, V, EvictionCause) + Send + Sync + 'static,
    ) -> Self {
        let meter = meter.as_meter();
        let counts = Arc::new(EntryCounts::new(name));
        let moka = builder.eviction_listener(shared::listener(Arc::clone(&counts), listener)).build();
        let (pass, size) = (moka.clone(), moka.clone());
        let (pass, size) = (move || pass.run_pending_tasks(), move || size.entry_count());
        let shared = Shared::new(meter, name, counts, pass, size, takes_predicates(&moka));
        Self { moka, shared, spans: Spans::none() }
    }

    /// Returns the same cache, which runs each load in a span `cache.load` with the attribute `cache.name`. The span of a failed
    /// load ends like that of [`Span::try_run`](crate::trace::Span::try_run).
    ///
    /// Existing clones stay without spans. The tracer is borrowed or [moved](crate::trace::IntoTracer).
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
    #[must_use]
    pub fn with_spans<T: crate::trace::IntoTracer>(mut self, tracer: T) -> Self {
        self.spans = Spans::of(tracer);
        self
    }

    /// Returns the cached value of a key, and counts a hit or a miss.
    pub fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let value = self.moka.get(key);
        self.shared.metrics.looked_up(value.is_some());
        value
    }

    /// Returns the cached value of a key, or loads it. Counts a hit, or a miss and a load.
    ///
    /// If several threads miss the same key at once, one loads; the others wait and count a hit. If the load panics, it
    /// counts as failed, and another thread loads.
    pub fn get_with(&self, key: K, load: impl FnOnce() -> V) -> V {
        let lookup = self.shared.metrics.look_up();
        let value = self.moka.get_with(key, || {
            lookup.misses();
            self.shared.metrics.load(&self.spans, load)
        });
        lookup.ends(true);
        value
    }

    /// Returns the cached value of a key, or loads it with a function that can fail. Counts a hit, or a miss and a load.
    ///
    /// If several threads miss the same key at once, one loads; the others wait. They count a hit if the load succeeds,
    /// and a miss if it fails.
    ///
    /// # Errors
    ///
    /// The error of the load, shared with the threads that waited for it. The load counts as failed, with the type of the
    /// error as its `error.type`.
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
        E: Failure + Send + Sync + 'static,
    {
        let lookup = self.shared.metrics.look_up();
        let value = self.moka.try_get_with(key, || {
            lookup.misses();
            self.shared.metrics.try_load(&self.spans, load)
        });
        lookup.ends(value.is_ok());
        value
    }

    /// Inserts a value into the cache. An existing value of the key is evicted, with the cause `replaced`.
    pub fn insert(&self, key: K, value: V) {
        self.moka.insert(key, value);
    }

    /// Removes the value of a key from the cache. It is evicted, with the cause `explicit`.
    pub fn invalidate<Q>(&self, key: &Q)
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        self.moka.invalidate(key);
    }

    /// Returns the underlying `moka` cache, for everything else. Evictions through it are counted, lookups are not.
    #[must_use]
    pub fn moka(&self) -> &Moka<K, V> {
        &self.moka
    }
}

/// Whether an empty cache takes predicates. moka does not say, so it is given one, which it removes in its maintenance.
fn takes_predicates<K, V>(moka: &Moka<K, V>) -> bool
where
    K: Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    // Without a capacity there is no maintenance, and are no entries.
    let takes = moka.policy().max_capacity() != Some(0) && moka.invalidate_entries_if(|_, _| false).is_ok();
    if takes {
        moka.run_pending_tasks();
    }
    takes
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
