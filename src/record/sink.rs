//! `Sink`: where the values of a store are flushed to: the SDK's instrument, once there is one.
// Uses `collect`, `fasts`, `limit`, `number`, `refusals`, `safely`, `sdk`, `series`, `stream`. Used by `core`, `store`,
// `store::gauges`, `store::histograms`, `store::open`, `store::pending`, `store::sums`.

use std::borrow::Cow;
use std::sync::Arc;

use opentelemetry::KeyValue;

use super::collect::Collector;
use super::fasts::Fasts;
use super::limit::Limit;
use super::refusals::Refusals;
use super::sdk::{Handle, Sdk};
use super::series::Series;
use super::stream::{Place, Stream, Totals};
use crate::number::{Bits, MeasurementError, Wide};
use crate::safely::contained;

/// The SDK's instrument, and what belongs to it. It is behind the instrument's lock.
pub struct Sink {
    pub(super) bound: Option<Bound>,
    /// Values of a closed histogram that came before the instrument was bound: slots and values.
    pub(super) backlog: Vec<(u16, Bits)>,
    /// The same of an open one, which keeps them in its sets: how many, by whole bursts.
    pub(super) kept: usize,
    /// The most values that are kept until the instrument is bound.
    pub(super) most_kept: usize,
    /// What each thread has of a sum, while it is flushed.
    pub(super) parts: Vec<Wide>,
    pub(super) report: Report,
    pub(super) fasts: Fasts,
    /// The number of the provider that the instrument is bound to.
    pub(super) epoch: u64,
}

/// The most values of a histogram that are kept while there is no provider: 64 KiB; of an open one, beside the first 63 of each set
/// and thread. Later ones are dropped, counted and reported.
pub(super) const MOST_KEPT: usize = 4096;

/// The same while the instrument is being bound, and waits for a collection to end: 16 MiB.
pub(super) const MOST_AWAITED: usize = 1 << 20;

/// What happened while a lock was held, to be reported when it is not.
#[derive(Default)]
pub(super) struct Report {
    pub(super) refused: u64,
    pub(super) dropped: u64,
    /// Values that the provider panicked on.
    pub(super) panicked: u64,
    /// The limit that a set was over.
    pub(super) overflowed: Option<Limit>,
}

impl Report {
    /// Reports what happened under a lock, now that there is none.
    pub(super) fn make(self, refusals: &Refusals) {
        refusals.refuse_many(self.refused, MeasurementError::TotalOutOfRange);
        refusals.drop_many(self.dropped);
        refusals.lose_many(self.panicked);
        if let Some(limit) = self.overflowed {
            refusals.overflow(limit);
        }
    }
}

/// A binding to the SDK's instrument.
pub(super) struct Bound {
    pub(super) sdk: Arc<dyn Sdk>,
    pub(super) collector: Arc<Collector>,
    /// Whether the collector was called since: then it will be again.
    pub(super) is_collected: bool,
    /// Whether handles record: those of other SDKs may drop all.
    pub(super) has_handles: bool,
    stream: Arc<Stream>,
    /// Values that the provider panicked on, to be reported.
    panicked: u64,
    /// By a slot's [number](Series::place).
    slots: Vec<Slot>,
}

/// What is known of a slot of a closed set.
struct Slot {
    /// Where its total is.
    total: Option<Place>,
    /// Its handle since the last collection.
    handle: Option<Box<dyn Handle>>,
    /// Whether it made a data point.
    is_seen: bool,
}

impl Slot {
    const NEW: Self = Self { total: None, handle: None, is_seen: false };
}

impl Bound {
    pub(super) fn new(sdk: Arc<dyn Sdk>, collector: Arc<Collector>, stream: Arc<Stream>, has_handles: bool) -> Self {
        Self { sdk, collector, is_collected: false, has_handles, stream, panicked: 0, slots: Vec::new() }
    }

    fn slot(&mut self, slot: usize) -> &mut Slot {
        if self.slots.len() <= slot {
            self.slots.resize_with(slot + 1, || Slot::NEW);
        }
        &mut self.slots[slot]
    }

    /// Notes that a slot makes a data point. Returns whether it is its first one.
    pub(super) fn sees(&mut self, slot: usize) -> bool {
        !std::mem::replace(&mut self.slot(slot).is_seen, true)
    }

    pub(super) fn has_seen(&self, slot: usize) -> bool {
        self.slots.get(slot).is_some_and(|slot| slot.is_seen)
    }

    /// Where the total of a used slot is.
    pub(super) fn total(&mut self, series: &Series, slot: usize, totals: &mut Totals) -> Place {
        let known = self.slot(series.place(slot));
        *known.total.get_or_insert_with(|| {
            let set = series.attributes(slot);
            // Of an open set there may be any number.
            if series.is_keyed() { totals.of_open(&set) } else { totals.of_closed(&set) }
        })
    }

    /// Makes slots new, so that others can have their numbers.
    pub(super) fn clear_places(&mut self, places: std::ops::Range<usize>) {
        let places = places.start.min(self.slots.len())..places.end.min(self.slots.len());
        self.slots[places].iter_mut().for_each(|slot| *slot = Slot::NEW);
    }

    /// Has totals of its own from now on, of this flush alone.
    pub(super) fn use_own_totals(&mut self) {
        self.stream = Arc::new(Stream::new(self.stream.wire));
        self.slots.iter_mut().for_each(|slot| slot.total = None);
    }

    pub(super) fn stream(&self) -> Arc<Stream> {
        Arc::clone(&self.stream)
    }

    /// Passes an amount of an open set that is reserved, by the SDK's ordinary call, in its [steps](crate::number::WireSum::steps).
    pub(super) fn measure_sum(&mut self, amount: Wide, attributes: &[KeyValue]) {
        let [first, more @ ..] = self.stream.wire.steps(amount);
        self.measure(first, attributes);
        for step in more.into_iter().filter(|step| *step != Bits::default()) {
            self.measure(step, attributes);
        }
    }

    /// Passes an amount of a closed set that is reserved, in its steps.
    pub(super) fn add<'a>(&mut self, slot: usize, steps: [Bits; 3], attributes: impl Fn() -> Cow<'a, [KeyValue]>) {
        let [first, more @ ..] = steps;
        self.pass(slot, first, &attributes);
        for step in more.into_iter().filter(|step| *step != Bits::default()) {
            self.pass(slot, step, &attributes);
        }
    }

    /// Passes a value of a closed set that is passed once a collection, or at each call as long as the instrument is not
    /// collected: then it has a handle.
    pub(super) fn pass<'a>(&mut self, slot: usize, value: Bits, attributes: impl Fn() -> Cow<'a, [KeyValue]>) {
        if self.is_collected {
            self.measure(value, &attributes());
        } else {
            self.record(slot, value, attributes);
        }
    }

    /// Passes a value by the SDK's ordinary call.
    pub(super) fn measure(&mut self, value: Bits, attributes: &[KeyValue]) {
        self.once(|bound| bound.sdk.measure(value, attributes));
    }

    /// Calls the provider. If it panics, that value is lost, and nothing else is: neither the user's call nor a collection ends, and
    /// what is dropped while a thread unwinds aborts nothing.
    fn once(&mut self, call: impl FnOnce(&mut Self)) {
        self.panicked += u64::from(contained(|| call(self)).is_err());
    }

    /// The same with a loop over values, which goes on after the one that it panicked on.
    #[inline(always)]
    pub(super) fn each(&mut self, mut calls: impl FnMut(&mut Self)) {
        while contained(|| calls(self)).is_err() {
            self.panicked += 1;
        }
    }

    /// Reserves a value of a closed set in its total, and records it through the slot's handle.
    #[inline(always)]
    pub(super) fn reserve_and_record(
        &mut self,
        series: &Series,
        slot: usize,
        value: Bits,
        totals: &mut Totals,
    ) -> Result<(), MeasurementError> {
        let number = series.place(slot);
        if let Some(Slot { total: Some(total), handle: Some(handle), .. }) = self.slots.get(number) {
            totals.reserve(*total, value)?;
            handle.measure(value);
            return Ok(());
        }
        self.reserve_and_record_first(series, slot, value, totals)
    }

    /// The same, before the slot has a total and a handle.
    #[cold]
    fn reserve_and_record_first(
        &mut self,
        series: &Series,
        slot: usize,
        value: Bits,
        totals: &mut Totals,
    ) -> Result<(), MeasurementError> {
        let total = self.total(series, slot, totals);
        totals.reserve(total, value)?;
        self.record(series.place(slot), value, || series.attributes(slot));
        Ok(())
    }

    /// Records a value of a closed set through the slot's handle.
    fn record<'a>(&mut self, slot: usize, value: Bits, attributes: impl Fn() -> Cow<'a, [KeyValue]>) {
        self.once(|bound| match bound.slots.get(slot).and_then(|slot| slot.handle.as_ref()) {
            Some(handle) => handle.measure(value),
            None => bound.record_first(slot, value, &attributes()),
        });
    }

    #[cold]
    fn record_first(&mut self, slot: usize, value: Bits, attributes: &[KeyValue]) {
        self.slot(slot).handle = self.record_and_bind(value, attributes);
    }

    /// Records the first value of a series by the SDK's ordinary call, and binds a handle for those after it: one that is
    /// bound and not used yet would be exported as 0. The handle lives until the next collection, so that the SDK evicts what
    /// it would evict without it.
    pub(super) fn record_and_bind(&self, value: Bits, attributes: &[KeyValue]) -> Option<Box<dyn Handle>> {
        self.sdk.measure(value, attributes);
        self.has_handles.then(|| self.sdk.bind(attributes))
    }

    pub(super) fn release_handles(&mut self) {
        self.slots.iter_mut().for_each(|slot| slot.handle = None);
    }
}

impl Sink {
    /// Takes what is to be reported once the lock is released.
    pub(super) fn take_report(&mut self) -> Report {
        self.note_panics();
        std::mem::take(&mut self.report)
    }

    /// Notes what is to be reported of the binding, before it is another one.
    pub(super) fn note_panics(&mut self) {
        if let Some(bound) = &mut self.bound {
            self.report.panicked += std::mem::take(&mut bound.panicked);
        }
    }

    pub(super) const fn new() -> Self {
        let report = Report { refused: 0, dropped: 0, panicked: 0, overflowed: None };
        Self {
            bound: None,
            backlog: Vec::new(),
            kept: 0,
            most_kept: MOST_KEPT,
            parts: Vec::new(),
            report,
            fasts: Fasts::new(),
            epoch: 0,
        }
    }
}
