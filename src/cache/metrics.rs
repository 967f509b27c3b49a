//! What a cache measures.

use std::sync::Arc;

use opentelemetry::metrics::Meter as OtelMeter;

use super::about::{About, EvictionCause, LoadError, LookupResult};
use super::spans::Spans;
use super::unit::{Entries, Lookups};
use crate::declare::{Meter, Metric};
use crate::instrument::{Counter, Histogram, ObservableUpDownCounter, Observation};
use crate::unit::Seconds;

/// The metrics as they are declared: for views, and for tests.
///
/// ```
/// use meterstick::cache::declared;
///
/// assert_eq!(declared::LOOKUPS.descriptor().unit, "{lookup}");
/// assert_eq!(declared::EVICTIONS.descriptor().attributes[0].members, ["expired", "size", "explicit", "replaced"]);
/// ```
pub mod declared {
    use super::{
        About, Counter, Entries, EvictionCause, Histogram, LoadError, LookupResult, Lookups, Meter, Metric,
        ObservableUpDownCounter, Seconds,
    };

    /// Lookups, by their result.
    pub const LOOKUPS: Metric<Counter<u64, Lookups, About<'static, LookupResult>>> = Meter::counter::<u64>()
        .unit::<Lookups>()
        .name("cache.lookups")
        .description("Lookups in the cache.")
        .attributes::<About<'static, LookupResult>>();

    /// Entries that ended, by the cause.
    pub const EVICTIONS: Metric<Counter<u64, Entries, About<'static, EvictionCause>>> = Meter::counter::<u64>()
        .unit::<Entries>()
        .name("cache.evictions")
        .description("Entries that left the cache.")
        .attributes::<About<'static, EvictionCause>>();

    /// How long loads took.
    pub const LOAD_DURATION: Metric<Histogram<f64, Seconds, About<'static, LoadError>>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("cache.load.duration")
        .description("How long it took to load a value that was missing.")
        .attributes::<About<'static, LoadError>>();

    /// How many entries there are.
    pub const SIZE: Metric<ObservableUpDownCounter<i64, Entries, About<'static>>> =
        Meter::observable_up_down_counter::<i64>()
            .unit::<Entries>()
            .name("cache.size")
            .description("Entries in the cache.")
            .attributes::<About<'static>>();
}

/// The instruments of one cache.
pub(super) struct Metrics {
    name: Box<str>,
    lookups: Counter<u64, Lookups, About<'static, LookupResult>>,
    evictions: Counter<u64, Entries, About<'static, EvictionCause>>,
    load: Histogram<f64, Seconds, About<'static, LoadError>>,
}

impl Metrics {
    pub(super) fn new(meter: &OtelMeter, name: &str) -> Self {
        Self {
            name: name.into(),
            lookups: declared::LOOKUPS.build(meter),
            evictions: declared::EVICTIONS.build(meter),
            load: declared::LOAD_DURATION.build(meter),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn looked_up(&self, result: LookupResult) {
        self.lookups.add(1, About { name: &self.name, detail: result });
    }

    pub(super) fn evicted(&self, cause: EvictionCause) {
        self.evictions.add(1, About { name: &self.name, detail: cause });
    }

    pub(super) fn load<V>(&self, spans: &Spans, load: impl FnOnce() -> V) -> V {
        self.measure(spans, load, |_| None)
    }

    pub(super) fn try_load<V, E>(&self, spans: &Spans, load: impl FnOnce() -> Result<V, E>) -> Result<V, E> {
        self.measure(spans, load, |result| result.is_err().then(core::any::type_name::<E>))
    }

    fn measure<T>(&self, spans: &Spans, load: impl FnOnce() -> T, error: impl Fn(&T) -> Option<&'static str>) -> T {
        self.looked_up(LookupResult::Miss);
        // Only a panic drops the timer before it is stopped.
        let timer = self.load.start(About { name: &self.name, detail: LoadError(Some("panic")) });
        let result = spans.run(About { name: &self.name, detail: () }, load, &error);
        timer.stop_with(About { name: &self.name, detail: LoadError(error(&result)) });
        result
    }
}

pub(super) fn observe_size(
    meter: &OtelMeter,
    metrics: Arc<Metrics>,
    size: impl Fn() -> u64 + Send + Sync + 'static,
) -> Observation {
    declared::SIZE.observe(meter, move |o| {
        o.observe(i64::try_from(size()).unwrap_or(i64::MAX), About { name: &metrics.name, detail: () });
    })
}
