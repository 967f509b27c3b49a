//! What a cache measures.

use std::sync::Arc;

use moka::notification::RemovalCause;
use opentelemetry::metrics::Meter as OtelMeter;

use super::spans::Spans;
use crate::attribute::{AttributeValue, Attributes};
use crate::declare::{Meter, Metric};
use crate::instrument::{Counter, Histogram, ObservableUpDownCounter, Observation};
use crate::unit::Seconds;

crate::unit! {
    /// Lookups in a cache.
    pub Lookups = "{lookup}";
    /// Entries of a cache.
    pub Entries = "{entry}";
}

/// How a lookup ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
pub enum LookupResult {
    /// The value was there.
    Hit,
    /// The value was not there.
    Miss,
}

/// Why an entry ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
pub enum EvictionCause {
    /// It was there for too long, or unused for too long.
    Expired,
    /// There was no room.
    Size,
    /// The program took it out.
    Explicit,
    /// The program put another value in its place.
    Replaced,
}

impl From<RemovalCause> for EvictionCause {
    fn from(cause: RemovalCause) -> Self {
        match cause {
            RemovalCause::Expired => Self::Expired,
            RemovalCause::Size => Self::Size,
            RemovalCause::Explicit => Self::Explicit,
            RemovalCause::Replaced => Self::Replaced,
        }
    }
}

/// The attributes of what is only of a cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Attributes)]
pub struct Named<'a> {
    /// The cache's name.
    #[attribute(key = "cache.name")]
    pub name: &'a str,
}

/// The attributes of a lookup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Attributes)]
pub struct Lookup<'a> {
    /// The cache's name.
    #[attribute(key = "cache.name")]
    pub name: &'a str,
    /// How it ends.
    #[attribute(key = "cache.lookup.result")]
    pub result: LookupResult,
}

/// The attributes of an eviction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Attributes)]
pub struct Eviction<'a> {
    /// The cache's name.
    #[attribute(key = "cache.name")]
    pub name: &'a str,
    /// Why the entry ends.
    #[attribute(key = "cache.eviction.cause")]
    pub cause: EvictionCause,
}

/// The attributes of a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Attributes)]
pub struct Load<'a> {
    /// The cache's name.
    #[attribute(key = "cache.name")]
    pub name: &'a str,
    /// Why it failed, if it did: the error's type, or `panic`.
    #[attribute(key = "error.type")]
    pub error: Option<&'a str>,
}

/// The metrics as they are declared: for views, and for tests.
pub mod declared {
    use super::{
        Counter, Entries, Eviction, Histogram, Load, Lookup, Lookups, Meter, Metric, Named, ObservableUpDownCounter,
        Seconds,
    };

    /// Lookups, by their result.
    pub const LOOKUPS: Metric<Counter<u64, Lookups, Lookup<'static>>> = Meter::counter::<u64>()
        .unit::<Lookups>()
        .name("cache.lookups")
        .description("Lookups in the cache.")
        .attributes::<Lookup<'static>>();

    /// Entries that ended, by the cause.
    pub const EVICTIONS: Metric<Counter<u64, Entries, Eviction<'static>>> = Meter::counter::<u64>()
        .unit::<Entries>()
        .name("cache.evictions")
        .description("Entries that left the cache.")
        .attributes::<Eviction<'static>>();

    /// How long loads took.
    pub const LOAD_DURATION: Metric<Histogram<f64, Seconds, Load<'static>>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("cache.load.duration")
        .description("How long it took to load a value that was missing.")
        .attributes::<Load<'static>>();

    /// How many entries there are.
    pub const SIZE: Metric<ObservableUpDownCounter<i64, Entries, Named<'static>>> =
        Meter::observable_up_down_counter::<i64>()
            .unit::<Entries>()
            .name("cache.size")
            .description("Entries in the cache.")
            .attributes::<Named<'static>>();
}

/// The instruments of one cache.
pub(super) struct Metrics {
    name: Box<str>,
    lookups: Counter<u64, Lookups, Lookup<'static>>,
    evictions: Counter<u64, Entries, Eviction<'static>>,
    load: Histogram<f64, Seconds, Load<'static>>,
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
        self.lookups.add(1, Lookup { name: &self.name, result });
    }

    pub(super) fn evicted(&self, cause: EvictionCause) {
        self.evictions.add(1, Eviction { name: &self.name, cause });
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
        let timer = self.load.start(Load { name: &self.name, error: Some("panic") });
        let result = spans.run(Named { name: &self.name }, load, &error);
        timer.stop_with(Load { name: &self.name, error: error(&result) });
        result
    }
}

pub(super) fn observe_size(
    meter: &OtelMeter,
    metrics: Arc<Metrics>,
    size: impl Fn() -> u64 + Send + Sync + 'static,
) -> Observation {
    declared::SIZE.observe(meter, move |o| {
        o.observe(i64::try_from(size()).unwrap_or(i64::MAX), Named { name: &metrics.name });
    })
}
