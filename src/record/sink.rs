//! Where a store's values go: to the SDK's instrument, once there is one.

use std::borrow::Cow;
use std::sync::Arc;

use opentelemetry::KeyValue;

use super::collect::Collector;
use super::fasts::Fasts;
use super::limit::Limit;
use super::sdk::Sdk;
use super::series::Series;
use super::stream::{Key, Stream, Totals, WireSum};
use crate::number::MeasurementError;

/// The SDK's instrument, and what belongs to it. It is behind the instrument's lock.
pub struct Sink<S: Sdk> {
    pub(super) bound: Option<Bound<S>>,
    /// Values of a closed histogram that came before the instrument was bound: slots and values.
    pub(super) backlog: Vec<(u16, S::Wire)>,
    /// The most values that are kept until the instrument is bound.
    pub(super) most_kept: usize,
    /// What each thread has of a sum, while it is flushed.
    pub(super) parts: Vec<<S::Wire as WireSum>::Wide>,
    pub(super) report: Report,
    pub(super) fasts: Fasts,
    /// The number of the provider that the instrument is bound to.
    pub(super) epoch: u64,
}

/// The most values of a histogram that are kept while there is no provider: 64 KiB; of an open one, for each set and thread.
/// Later ones are dropped, counted and reported.
pub(super) const MOST_KEPT: usize = 4096;

/// The same while the instrument is being bound, and waits for a collection to end: 16 MiB.
pub(super) const MOST_AWAITED: usize = 1 << 20;

/// What happened while a lock was held, to be reported when it is not.
#[derive(Default)]
pub(super) struct Report {
    pub(super) refused: u64,
    pub(super) dropped: u64,
    /// The limit that a set was over.
    pub(super) overflowed: Option<Limit>,
}

/// A binding to the SDK's instrument.
pub(super) struct Bound<S: Sdk> {
    pub(super) sdk: S,
    pub(super) collector: Arc<Collector>,
    /// Whether the collector was called since: then it will be again.
    pub(super) is_collected: bool,
    /// Whether handles record: those of other SDKs may drop all.
    pub(super) has_handles: bool,
    stream: Arc<Stream<S::Wire>>,
    /// The handles since the last collection, by a slot's [place](Series::place).
    handles: Vec<Option<S::Bound>>,
    /// The places that made a data point.
    seen: Vec<bool>,
    /// Where the totals of places are whose slots do not say it.
    totals: Vec<Option<usize>>,
}

impl<S: Sdk> Bound<S> {
    pub(super) fn new(sdk: S, collector: Arc<Collector>, stream: Arc<Stream<S::Wire>>, has_handles: bool) -> Self {
        Self {
            sdk,
            collector,
            is_collected: false,
            has_handles,
            stream,
            handles: Vec::new(),
            seen: Vec::new(),
            totals: Vec::new(),
        }
    }

    /// Notes that a slot makes a data point. Returns whether it is its first one.
    pub(super) fn sees(&mut self, slot: usize) -> bool {
        if self.seen.len() <= slot {
            self.seen.resize(slot + 1, false);
        }
        !std::mem::replace(&mut self.seen[slot], true)
    }

    pub(super) fn has_seen(&self, slot: usize) -> bool {
        self.seen.get(slot).copied().unwrap_or(false)
    }

    /// Where the total of a used slot is.
    #[inline(always)]
    pub(super) fn total(&mut self, series: &Series, slot: usize, totals: &mut Totals<S::Wire>) -> usize {
        if series.is_keyed() { self.total_of_place(series, slot, totals) } else { slot }
    }

    fn total_of_place(&mut self, series: &Series, slot: usize, totals: &mut Totals<S::Wire>) -> usize {
        let place = series.place(slot);
        if self.totals.len() <= place {
            self.totals.resize(place + 1, None);
        }
        *self.totals[place].get_or_insert_with(|| totals.at(&series.attributes(slot)))
    }

    /// Makes places new, so that others can have them.
    pub(super) fn clear_places(&mut self, places: std::ops::Range<usize>) {
        for place in places {
            if let Some(handle) = self.handles.get_mut(place) {
                *handle = None;
            }
            if let Some(seen) = self.seen.get_mut(place) {
                *seen = false;
            }
            if let Some(total) = self.totals.get_mut(place) {
                *total = None;
            }
        }
    }

    pub(super) fn stream(&self) -> Arc<Stream<S::Wire>> {
        Arc::clone(&self.stream)
    }

    /// Passes an amount that is reserved.
    pub(super) fn add<'a>(
        &mut self,
        slot: usize,
        amount: <S::Wire as WireSum>::Wide,
        attributes: impl Fn() -> Cow<'a, [KeyValue]>,
    ) {
        let [first, more @ ..] = S::Wire::steps(amount);
        self.pass(slot, first, &attributes);
        for step in more.into_iter().filter(|step| *step != S::Wire::default()) {
            self.pass(slot, step, &attributes);
        }
    }

    /// Passes a value of a closed set that is passed once a collection, or at each call as long as the instrument is not
    /// collected: then it has a handle.
    pub(super) fn pass<'a>(&mut self, slot: usize, value: S::Wire, attributes: impl Fn() -> Cow<'a, [KeyValue]>) {
        if self.is_collected {
            self.sdk.measure(value, &attributes());
        } else {
            self.record(slot, value, attributes);
        }
    }

    /// Records a value of a closed set through the slot's handle.
    #[inline(always)]
    pub(super) fn record<'a>(&mut self, slot: usize, value: S::Wire, attributes: impl Fn() -> Cow<'a, [KeyValue]>) {
        match self.handles.get(slot) {
            Some(Some(handle)) => S::measure_bound(handle, value),
            _ => self.record_first(slot, value, &attributes()),
        }
    }

    #[cold]
    fn record_first(&mut self, slot: usize, value: S::Wire, attributes: &[KeyValue]) {
        if self.handles.len() <= slot {
            self.handles.resize_with(slot + 1, || None);
        }
        self.handles[slot] = self.record_and_bind(value, attributes);
    }

    /// Records the first value of a series by the SDK's ordinary call, and binds a handle for those after it: one that is
    /// bound and not used yet would be exported as 0. The handle lives until the next collection, so that the SDK evicts what
    /// it would evict without it.
    pub(super) fn record_and_bind(&self, value: S::Wire, attributes: &[KeyValue]) -> Option<S::Bound> {
        self.sdk.measure(value, attributes);
        self.has_handles.then(|| self.sdk.bind(attributes))
    }

    pub(super) fn release_handles(&mut self) {
        self.handles.clear();
    }
}

impl<S: Sdk> Sink<S> {
    pub(super) const fn new() -> Self {
        let report = Report { refused: 0, dropped: 0, overflowed: None };
        Self {
            bound: None,
            backlog: Vec::new(),
            most_kept: MOST_KEPT,
            parts: Vec::new(),
            report,
            fasts: Fasts::new(),
            epoch: 0,
        }
    }

    /// Reserves an amount in the stream's total, or counts it as refused.
    pub(super) fn reserve(&mut self, key: Key<'_>, amount: <S::Wire as WireSum>::Wide) -> Result<(), MeasurementError> {
        let Some(bound) = &self.bound else { return Ok(()) };
        bound.stream.reserve(key, amount).inspect_err(|_| self.report.refused += 1)
    }
}
