//! `AsyncCache`: the cache for tasks.
// Uses `about`, `entries`, `failure`, `instrument`, `shared`, `spans`, `trace`, `upkeep`. No other module uses it.

use core::fmt;
use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::Arc;

use moka::future::{Cache as Moka, CacheBuilder};

use super::about::EvictionCause;
use super::entries::EntryCounts;
use super::shared::{self, Shared};
use super::spans::Spans;
use super::upkeep::block_on;
use crate::failure::Failure;
use crate::instrument::AsMeter;

/// A cache for tasks that counts hits, misses and evictions, and records the duration of loads. It runs on any runtime.
///
/// Clones are cheap and share the entries. [`moka`](Self::moka) gives access to all other methods of
/// [`moka::future::Cache`].
///
/// ```
/// use meterstick::cache::AsyncCache;
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let lengths = AsyncCache::new(&meter, "lengths", moka::future::Cache::builder().max_capacity(1000));
/// assert_eq!(lengths.get_with("tea".to_owned(), async { 3 }).await, 3); // a miss, and a load
/// assert_eq!(lengths.get_with("tea".to_owned(), async { 3 }).await, 3); // a hit
/// assert_eq!(lengths.get("cup").await, None); // a miss
/// # });
/// ```
pub struct AsyncCache<K, V> {
    moka: Moka<K, V>,
    shared: Arc<Shared>,
    spans: Spans,
}

impl<K, V> AsyncCache<K, V>
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
    /// The operation that evicts calls the listener. For entries that leave during a collection, a separate thread calls it
    /// afterwards, outside any runtime. So a listener may build instruments and caches, but must not use the runtime: send
    /// the entry to a task instead. If it panics, that is logged, and it is called again at the next eviction. It must not wait for
    /// moka's `run_pending_tasks`, nor for a use of the key of that entry: moka would wait for itself.
    ///
    /// If your own collection callback uses the cache, the operation there calls the listener too. It must not build instruments
    /// then: the SDK would wait for itself.
    ///
    /// ```
    /// use meterstick::cache::{AsyncCache, EvictionCause};
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    ///
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// let (sender, mut gone) = tokio::sync::mpsc::unbounded_channel();
    /// let cache = AsyncCache::listened(&meter, "tea", moka::future::Cache::builder(), move |key, value: u8, cause| {
    ///     let _ = sender.send((*key, value, cause));
    /// });
    /// cache.insert('a', 1).await;
    /// cache.insert('a', 2).await;
    /// assert_eq!(gone.recv().await, Some(('a', 1, EvictionCause::Replaced)));
    /// # });
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
        let (pass, size) = (move || block_on(pass.run_pending_tasks()), move || size.entry_count());
        let shared = Shared::new(meter, name, counts, pass, size, takes_predicates(&moka));
        Self { moka, shared, spans: Spans::none() }
    }

    /// Returns the same cache, which runs each load in a span `cache.load` with the attribute `cache.name`. The span of a failed
    /// or cancelled load ends like that of [`Span::try_run_async`](crate::trace::Span::try_run_async).
    ///
    /// Existing clones stay without spans. The tracer is borrowed or [moved](crate::trace::IntoTracer).
    ///
    /// ```
    /// use meterstick::cache::AsyncCache;
    /// use opentelemetry::trace::TracerProvider;
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// # let tracers = opentelemetry_sdk::trace::SdkTracerProvider::default();
    ///
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// let tracer = tracers.tracer("shop");
    /// let lengths = AsyncCache::new(&meter, "lengths", moka::future::Cache::builder()).with_spans(&tracer);
    /// assert_eq!(lengths.get_with("tea", async { 3 }).await, 3); // in a span
    /// # });
    /// ```
    #[cfg(feature = "trace")]
    #[must_use]
    pub fn with_spans<T: crate::trace::IntoTracer>(mut self, tracer: T) -> Self {
        self.spans = Spans::of(tracer);
        self
    }

    /// Returns the cached value of a key, and counts a hit or a miss.
    pub async fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let value = self.moka.get(key).await;
        self.shared.metrics.looked_up(value.is_some());
        value
    }

    /// Returns the cached value of a key, or loads it. Counts a hit, or a miss and a load.
    ///
    /// If several tasks miss the same key at once, one loads; the others wait and count a hit. If that task is cancelled or
    /// its load panics, the load counts as failed, and another task loads. A task that is cancelled while it waits counts a
    /// miss.
    ///
    /// The load is moved to the heap when it starts, so the returned future contains it only once.
    pub fn get_with<F: Future<Output = V>>(&self, key: K, load: F) -> impl Future<Output = V> {
        let mut load = Some(load);
        async move {
            let lookup = self.shared.metrics.look_up();
            let load = async {
                lookup.misses();
                Box::pin(self.shared.metrics.load_async(&self.spans, once(&mut load))).await
            };
            let value = self.moka.get_with(key, load).await;
            lookup.ends(true);
            value
        }
    }

    /// Returns the cached value of a key, or loads it with a future that can fail. Counts a hit, or a miss and a load.
    ///
    /// If several tasks miss the same key at once, one loads; the others wait. They count a hit if the load succeeds, and a
    /// miss if it fails. If the loading task is cancelled or its load panics, the load counts as failed, and another task
    /// loads. A task that is cancelled while it waits counts a miss.
    ///
    /// The load is moved to the heap when it starts, so the returned future contains it only once.
    ///
    /// # Errors
    ///
    /// The error of the load, shared with the tasks that waited for it. The load counts as failed, with the type of the
    /// error as its `error.type`.
    ///
    /// ```
    /// use meterstick::cache::AsyncCache;
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    ///
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// let numbers = AsyncCache::new(&meter, "numbers", moka::future::Cache::builder());
    /// assert_eq!(numbers.try_get_with("7", async { "7".parse() }).await, Ok(7));
    /// assert!(numbers.try_get_with("seven", async { "seven".parse() }).await.is_err());
    /// # });
    /// ```
    pub fn try_get_with<F, E>(&self, key: K, load: F) -> impl Future<Output = Result<V, Arc<E>>>
    where
        F: Future<Output = Result<V, E>>,
        E: Failure + Send + Sync + 'static,
    {
        let mut load = Some(load);
        async move {
            let lookup = self.shared.metrics.look_up();
            let load = async {
                lookup.misses();
                Box::pin(self.shared.metrics.try_load_async(&self.spans, once(&mut load))).await
            };
            let value = self.moka.try_get_with(key, load).await;
            lookup.ends(value.is_ok());
            value
        }
    }

    /// Inserts a value into the cache. An existing value of the key is evicted, with the cause `replaced`.
    pub async fn insert(&self, key: K, value: V) {
        self.moka.insert(key, value).await;
    }

    /// Removes the value of a key from the cache. It is evicted, with the cause `explicit`.
    pub async fn invalidate<Q>(&self, key: &Q)
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        self.moka.invalidate(key).await;
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
        block_on(moka.run_pending_tasks());
    }
    takes
}

/// Moves the load to the heap: each `async` function that it passes through would contain it twice.
fn once<F>(load: &mut Option<F>) -> core::pin::Pin<Box<F>> {
    match load.take() {
        Some(load) => Box::pin(load),
        None => unreachable!("a lookup loads once"),
    }
}

impl<K, V> Clone for AsyncCache<K, V> {
    fn clone(&self) -> Self {
        Self { moka: self.moka.clone(), shared: Arc::clone(&self.shared), spans: self.spans.clone() }
    }
}

impl<K, V> fmt::Debug for AsyncCache<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsyncCache").field("name", &self.shared.metrics.name()).finish_non_exhaustive()
    }
}
