//! The cache of tasks.

use core::fmt::{self, Display};
use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::Arc;

use moka::future::{Cache as Moka, CacheBuilder};
use opentelemetry::metrics::Meter;

use super::about::EvictionCause;
use super::entries::EntryCounts;
use super::shared::{self, Shared};
use super::spans::Spans;
use super::upkeep::block_on;

/// A cache for tasks, which counts its hits, misses and evictions, and measures how long it takes to load what is missing.
///
/// It is moka's [`future::Cache`](moka::future::Cache), runs on any runtime, and measures what
#[cfg_attr(feature = "cache", doc = "[`Cache`](super::Cache)")]
#[cfg_attr(not(feature = "cache"), doc = "`Cache`")]
/// does. It is cheap to clone, and the clones are one cache. What it does not have is done on [`moka`](Self::moka).
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
    /// its own, after that, and outside of any runtime: to do more than a moment's work, it sends what it is given to a task.
    /// A panic of it is reported, and it is called again.
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
        meter: &Meter,
        name: &str,
        builder: CacheBuilder<K, V, Moka<K, V>>,
        listener: impl Fn(Arc<K>, V, EvictionCause) + Send + Sync + 'static,
    ) -> Self {
        let counts = Arc::new(EntryCounts::new(meter, name));
        let moka = builder.eviction_listener(shared::listener(Arc::clone(&counts), listener)).build();
        let (pass, size) = (moka.clone(), moka.clone());
        let pass = move || block_on(pass.run_pending_tasks());
        Self { moka, shared: Shared::new(meter, name, counts, pass, move || size.entry_count()), spans: Spans::none() }
    }

    /// The same cache, with each load in a span `cache.load`, which has the cache's name. One that fails or is cancelled is
    /// as that of [`Span::try_run_async`](crate::trace::Span::try_run_async).
    ///
    /// Clones that were made before are without spans. The tracer is borrowed, or [given away](crate::trace::IntoTracer).
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
    #[cfg_attr(docsrs, doc(cfg(all(feature = "cache-async", feature = "trace"))))]
    #[must_use]
    pub fn with_spans<T: crate::trace::IntoTracer>(mut self, tracer: T) -> Self {
        self.spans = Spans::of(tracer);
        self
    }

    /// What is there for the key: a hit or a miss.
    pub async fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let value = self.moka.get(key).await;
        self.shared.metrics.looked_up(value.is_some());
        value
    }

    /// What is there for the key, or else what is loaded now: a hit, or a miss and a load.
    ///
    /// Of several tasks that miss one key at once, one loads; the others wait for it, and hit. If that one is cancelled or
    /// panics, its load has failed, and another one loads. A task that is cancelled while it waits has missed.
    ///
    /// The load is moved to the heap when it begins, so what is returned is not much larger than it.
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

    /// What is there for the key, or else what is loaded now, if that succeeds.
    ///
    /// Of several tasks that miss one key at once, one loads; the others wait for it, and hit if it succeeds, or miss if it
    /// fails. If that one is cancelled or panics, its load has failed, and another one loads. A task that is cancelled while
    /// it waits has missed.
    ///
    /// The load is moved to the heap when it begins, so what is returned is not much larger than it.
    ///
    /// # Errors
    ///
    /// The load's error, which is shared with the tasks that waited for it. It is measured as a failed load, of the
    /// error's type.
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
        E: Display + Send + Sync + 'static,
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

    /// Keeps a value for the key. One that is there is evicted: it is replaced.
    pub async fn insert(&self, key: K, value: V) {
        self.moka.insert(key, value).await;
    }

    /// Evicts what is there for the key, explicitly.
    pub async fn invalidate<Q>(&self, key: &Q)
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        self.moka.invalidate(key).await;
    }

    /// The cache of `moka`, for all else. Evictions that are made there are counted; lookups are not.
    #[must_use]
    pub fn moka(&self) -> &Moka<K, V> {
        &self.moka
    }
}

/// The load, moved to the heap: each future around it would hold it once more.
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
