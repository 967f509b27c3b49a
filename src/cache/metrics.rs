//! The metrics of a cache: their declarations, and the recording of lookups and loads.
// Uses `about`, `cache`, `declare`, `failure`, `instrument`, `record`, `spans`, `trace`, `unit`. Used by `entries`,
// `shared`, `upkeep`.

use std::any::type_name;
#[cfg(feature = "trace")]
use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;
#[cfg(feature = "cache-async")]
use std::{
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    pin::pin,
    task::Poll,
};

use opentelemetry::metrics::Meter as OtelMeter;

use super::about::{About, EvictionCause, LoadError, LookupResult};
use super::spans::Spans;
use super::unit::{Entries, Lookups};
use crate::declare::{Meter, Metric};
use crate::failure::Failure;
use crate::instrument::{Counter, Histogram, UpDownCounter};
use crate::record::now;
#[cfg(feature = "trace")]
use crate::trace::{ByTypeName, Fallible, Infallible, Outcome};
use crate::unit::Seconds;

/// The declarations of a cache's metrics, for views and tests.
///
/// ```
/// use meterstick::cache::declared;
///
/// assert_eq!(declared::LOOKUPS.descriptor().unit, "{lookup}");
/// assert_eq!(declared::EVICTIONS.descriptor().attributes[0].members, ["expired", "size", "explicit", "replaced"]);
/// ```
pub mod declared {
    use super::{
        About, Counter, Entries, EvictionCause, Histogram, LoadError, LookupResult, Lookups, Meter, Metric, Seconds,
        UpDownCounter,
    };

    /// The metric `cache.lookups`: the number of lookups, by result.
    pub const LOOKUPS: Metric<Counter<u64, Lookups, About<'static, LookupResult>>> = Meter::counter::<u64>()
        .unit::<Lookups>()
        .name("cache.lookups")
        .description("Lookups in the cache.")
        .attributes::<About<'static, LookupResult>>();

    /// The metric `cache.evictions`: the number of entries that left the cache, by cause.
    pub const EVICTIONS: Metric<Counter<u64, Entries, About<'static, EvictionCause>>> = Meter::counter::<u64>()
        .unit::<Entries>()
        .name("cache.evictions")
        .description("Entries that left the cache.")
        .attributes::<About<'static, EvictionCause>>();

    /// The metric `cache.load.duration`: the duration of loads.
    pub const LOAD_DURATION: Metric<Histogram<f64, Seconds, About<'static, LoadError>>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("cache.load.duration")
        .description("Duration of loading a missing value.")
        .attributes::<About<'static, LoadError>>();

    /// The metric `cache.size`: the number of entries.
    pub const SIZE: Metric<UpDownCounter<i64, Entries, About<'static>>> = Meter::up_down_counter::<i64>()
        .unit::<Entries>()
        .name("cache.size")
        .description("Entries in the cache.")
        .attributes::<About<'static>>();
}

/// The instruments of one cache's lookups and loads.
pub(super) struct Metrics {
    name: Box<str>,
    lookups: Counter<u64, Lookups, About<'static, LookupResult>>,
    load: Histogram<f64, Seconds, About<'static, LoadError>>,
}

impl Metrics {
    pub(super) fn new(meter: &OtelMeter, name: &str) -> Self {
        Self { name: name.into(), lookups: declared::LOOKUPS.build(meter), load: declared::LOAD_DURATION.build(meter) }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn looked_up(&self, found: bool) {
        let result = if found { LookupResult::Hit } else { LookupResult::Miss };
        self.lookups.add(1, self.about(result));
    }

    /// Starts a lookup that may load the value, or wait for another load of it.
    pub(super) fn look_up(&self) -> Lookup<'_> {
        Lookup { metrics: self, is_counted: AtomicBool::new(false) }
    }

    fn about<D>(&self, detail: D) -> About<'_, D> {
        About { name: &self.name, detail }
    }
}

/// Loads. In a span, they are recorded with the outcome of the span: other code may decide that, too.
#[cfg(feature = "trace")]
impl Metrics {
    /// Records the duration from now until the outcome is known.
    fn record_when_over(&self) -> impl FnOnce(Option<Cow<'static, str>>) {
        let started = now();
        move |error_type| {
            let took = now().saturating_duration_since(started);
            let about = self.about(());
            let outcome = match error_type {
                Some(class) => Outcome::failed(about, class),
                None => Outcome::done(about),
            };
            self.load.record_shown(took, outcome);
        }
    }
}

#[cfg(feature = "cache")]
#[cfg_attr(not(feature = "trace"), expect(unused_variables, reason = "there are no spans"))]
impl Metrics {
    pub(super) fn load<V>(&self, spans: &Spans, load: impl FnOnce() -> V) -> V {
        #[cfg(feature = "trace")]
        if let Some(span) = spans.span() {
            return span.run_reporting::<Infallible, _>(self.about(()), self.record_when_over(), load);
        }
        let mut timer = LoadTimer::start(self, PANIC);
        let value = load();
        timer.error = None;
        value
    }

    pub(super) fn try_load<V, E: Failure>(&self, spans: &Spans, load: impl FnOnce() -> Result<V, E>) -> Result<V, E> {
        #[cfg(feature = "trace")]
        if let Some(span) = spans.span() {
            return span.run_reporting::<Fallible<ByTypeName>, _>(self.about(()), self.record_when_over(), load);
        }
        let mut timer = LoadTimer::start(self, PANIC);
        let result = load();
        timer.error = result.is_err().then(type_name::<E>);
        result
    }
}

#[cfg(feature = "cache-async")]
#[cfg_attr(not(feature = "trace"), expect(unused_variables, reason = "there are no spans"))]
impl Metrics {
    pub(super) async fn load_async<F: Future>(&self, spans: &Spans, load: F) -> F::Output {
        #[cfg(feature = "trace")]
        if let Some(span) = spans.span() {
            return span.run_reporting_async::<Infallible, _>(self.about(()), self.record_when_over(), load).await;
        }
        self.timed(load, |_| None).await
    }

    pub(super) async fn try_load_async<V, E: Failure, F: Future<Output = Result<V, E>>>(
        &self,
        spans: &Spans,
        load: F,
    ) -> Result<V, E> {
        #[cfg(feature = "trace")]
        if let Some(span) = spans.span() {
            return span
                .run_reporting_async::<Fallible<ByTypeName>, _>(self.about(()), self.record_when_over(), load)
                .await;
        }
        self.timed(load, |result| result.is_err().then(type_name::<E>)).await
    }

    /// A future that is dropped before it completes was cancelled, even if the thread is unwinding for another reason. So a panic
    /// of the load itself is caught here, and resumed.
    async fn timed<T>(&self, load: impl Future<Output = T>, error: impl Fn(&T) -> Option<&'static str>) -> T {
        let mut timer = LoadTimer::start(self, CANCELLED);
        let mut load = pin!(load);
        let _dropping = Dropping(&timer.unwinds);
        let ended = poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| load.as_mut().poll(cx))) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => Poll::Ready(Err(panic)),
        });
        match ended.await {
            Ok(value) => {
                timer.error = error(&value);
                value
            }
            Err(panic) => {
                timer.error = Some(PANIC);
                resume_unwind(panic)
            }
        }
    }
}

const PANIC: &str = "panic";
const CANCELLED: &str = "cancelled";

/// Records the duration of a load when it is dropped.
struct LoadTimer<'a> {
    metrics: &'a Metrics,
    started: Instant,
    error: Option<&'static str>,
    /// Whether the thread unwound already as the load began to be dropped.
    unwinds: AtomicBool,
}

/// Dropped before the load, which may panic as it is dropped.
#[cfg(feature = "cache-async")]
struct Dropping<'a>(&'a AtomicBool);

#[cfg(feature = "cache-async")]
impl Drop for Dropping<'_> {
    fn drop(&mut self) {
        self.0.store(thread::panicking(), Ordering::Relaxed);
    }
}

impl<'a> LoadTimer<'a> {
    /// `error` is the `error.type` if the load does not complete.
    fn start(metrics: &'a Metrics, error: &'static str) -> Self {
        Self { metrics, started: now(), error: Some(error), unwinds: AtomicBool::new(true) }
    }
}

impl Drop for LoadTimer<'_> {
    fn drop(&mut self) {
        let took = now().saturating_duration_since(self.started);
        // As its span has it: a load that panics as it is cancelled has panicked.
        if self.error == Some(CANCELLED) && thread::panicking() && !self.unwinds.load(Ordering::Relaxed) {
            self.error = Some(PANIC);
        }
        self.metrics.load.record(took, self.metrics.about(LoadError(self.error)));
    }
}

/// Counts a lookup once: as a miss when it starts to load, else when it ends. A lookup whose task is cancelled is a miss.
pub(super) struct Lookup<'a> {
    metrics: &'a Metrics,
    is_counted: AtomicBool,
}

impl Lookup<'_> {
    pub(super) fn misses(&self) {
        self.count(false);
    }

    pub(super) fn ends(self, found: bool) {
        self.count(found);
    }

    fn count(&self, found: bool) {
        if !self.is_counted.swap(true, Ordering::Relaxed) {
            self.metrics.looked_up(found);
        }
    }
}

impl Drop for Lookup<'_> {
    fn drop(&mut self) {
        self.count(false);
    }
}
