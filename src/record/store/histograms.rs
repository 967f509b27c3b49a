//! Histograms over a closed set.
//!
//! The SDK's handle takes a mutex for each value. Threads that would all wait for it push into [rings](super::ring) of their
//! own, and wait for the instrument's lock once a ring. A flush passes the values on, one flush at a time.

use opentelemetry::KeyValue;

use super::super::per_thread::PerThread;
use super::super::sdk::Sdk;
use super::super::series::{Keyed, Series};
use super::super::set::AnySet;
use super::super::sink::{Bound, Report, Sink};
use super::super::stream::{Totals, WireSum};
use super::super::sync::{MutexGuard, OnceLock};
use super::ring::{Pushed, Ring};
use super::{Kept, Local, Part};
use crate::attribute::Field;
use crate::number::Wire;

pub struct Histograms<S> {
    series: Series,
    rings: PerThread<OnceLock<Box<Ring>>>,
    sdk: core::marker::PhantomData<fn() -> S>,
}

impl<S: Sdk> Histograms<S> {
    pub(in super::super) fn new(sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Self {
        Self { series: Series::new(sets, fields, keyed), rings: PerThread::new(), sdk: core::marker::PhantomData }
    }

    /// Passes values on, or keeps them in the backlog.
    #[inline(always)]
    fn put(&self, sink: &mut Sink<S>, each: impl FnOnce(&mut Put<'_, S>)) {
        let Sink { bound, backlog, report, most_kept, .. } = sink;
        let Some(bound) = bound else {
            return each(&mut Put::Backlog(backlog, report, *most_kept));
        };
        let stream = bound.stream();
        each(&mut Put::Bound(bound, &self.series, stream.lock(), report));
    }

    fn drain(&self, ring: &Ring, sink: &mut Sink<S>) {
        self.put(sink, |put| ring.drain(|slot, value| put.put(slot, S::Wire::from_bits(value))));
    }

    fn push(&self, ring: &Ring, slot: usize, value: S::Wire) -> Kept {
        match ring.push(slot, value.to_bits()) {
            Pushed::Yes => Kept::Yes(slot),
            Pushed::Burst => Kept::Full(slot),
            Pushed::No => Kept::NoRoom,
        }
    }

    /// This thread's ring.
    fn own(&self) -> Option<&OnceLock<Box<Ring>>> {
        self.rings.get_or(OnceLock::new)
    }
}

/// Where a flush puts values. What it needs is locked once for all of them.
enum Put<'a, S: Sdk> {
    Backlog(&'a mut Vec<(u16, S::Wire)>, &'a mut Report, usize),
    Bound(&'a mut Bound<S>, &'a Series, MutexGuard<'a, Totals<S::Wire>>, &'a mut Report),
}

impl<S: Sdk> Put<'_, S> {
    #[inline(always)]
    fn put(&mut self, slot: usize, value: S::Wire) {
        match self {
            Self::Bound(bound, series, totals, report) => {
                let total = bound.total(series, slot, totals);
                match totals.reserve_slot(total, value.widen()) {
                    true => bound.record(series.place(slot), value, || series.attributes(slot)),
                    false => report.refused += 1,
                }
            }
            Self::Backlog(backlog, _, most) if backlog.len() < *most => backlog.push((slot as u16, value)),
            Self::Backlog(_, report, _) => report.dropped += 1,
        }
    }
}

impl<S: Sdk> Local<S> for Histograms<S> {
    type Separate = Self;

    #[inline]
    fn keep_fast(&self, slot: usize, value: S::Wire) -> bool {
        let ring = self.rings.get().and_then(OnceLock::get).filter(|_| self.series.is_used(slot));
        ring.is_some_and(|ring| ring.push_within_burst(slot, value.to_bits()))
    }

    fn keep(&self, slot: usize, _: &dyn AnySet, value: S::Wire) -> Kept {
        match self.rings.get().and_then(OnceLock::get) {
            Some(ring) if self.series.is_used(slot) => self.push(ring, slot, value),
            _ => Kept::New(slot as u64),
        }
    }

    fn keep_new(&self, slot: u64, attributes: Vec<KeyValue>, value: S::Wire, sink: &mut Sink<S>) -> Kept {
        let slot = slot as usize;
        let is_first = !self.series.is_used(slot);
        sink.report.overflowed = self.series.note(slot, attributes).or(sink.report.overflowed);
        match self.own() {
            Some(ring) => match self.push(ring.get_or_init(Ring::new), slot, value) {
                // At once, as one of an open set: the SDK decides in the order of arrival which sets are over its limit.
                Kept::Yes(slot) if is_first && self.series.is_keyed() => Kept::Full(slot),
                kept => kept,
            },
            None => {
                self.put(sink, |put| put.put(slot, value));
                Kept::Yes(slot)
            }
        }
    }

    fn flush(&self, part: Part, sink: &mut Sink<S>) {
        if sink.bound.is_some() && !sink.backlog.is_empty() {
            let backlog = std::mem::take(&mut sink.backlog);
            self.put(sink, |put| backlog.into_iter().for_each(|(slot, value)| put.put(slot.into(), value)));
        }
        match part {
            Part::Own(_) => {
                if let Some(ring) = self.own().and_then(OnceLock::get) {
                    self.drain(ring, sink);
                }
            }
            Part::All | Part::Collection => {
                self.rings.iter().filter_map(OnceLock::get).for_each(|ring| self.drain(ring, sink));
            }
        }
        if let (Part::Collection, Some(bound)) = (part, &mut sink.bound) {
            bound.release_handles();
        }
    }

    fn is_pending(&self) -> bool {
        self.rings.iter().filter_map(OnceLock::get).any(|ring| !ring.is_empty())
    }
}
