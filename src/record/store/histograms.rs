//! Histograms over a closed set.
//!
//! The SDK's handle takes a mutex for each value. Threads that would all wait for it push into [rings](super::ring) of their
//! own, and wait for the instrument's lock once a ring. A flush passes the values on, one flush at a time.

use std::sync::OnceLock;

use opentelemetry::KeyValue;

use super::super::per_thread::PerThread;
use super::super::sdk::Sdk;
use super::super::series::Series;
use super::super::set::AnySet;
use super::super::sink::Sink;
use super::super::stream::{Key, WireSum};
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
    pub(in super::super) fn new(sets: usize, fields: &'static [Field]) -> Self {
        Self { series: Series::new(sets, fields), rings: PerThread::new(), sdk: core::marker::PhantomData }
    }

    /// Passes values on, or keeps them in the backlog.
    fn put(&self, sink: &mut Sink<S>, each: impl FnOnce(&mut dyn FnMut(usize, S::Wire))) {
        let Sink { bound, backlog, report, most_kept, .. } = sink;
        let Some(bound) = bound else {
            return each(&mut |slot, value| {
                if backlog.len() < *most_kept {
                    backlog.push((slot as u16, value));
                } else {
                    report.dropped += 1;
                }
            });
        };
        let stream = bound.stream();
        let mut totals = stream.lock();
        each(&mut |slot, value| match totals.reserve(Key::Slot(slot), value.widen()) {
            Ok(()) => bound.record(slot, value, || self.series.attributes(slot)),
            Err(_) => report.refused += 1,
        });
    }

    fn drain(&self, ring: &Ring, sink: &mut Sink<S>) {
        self.put(sink, |put| ring.drain(|slot, value| put(slot, S::Wire::from_bits(value))));
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

impl<S: Sdk> Local<S> for Histograms<S> {
    fn keep(&self, slot: usize, _: &dyn AnySet, value: S::Wire) -> Kept {
        match self.rings.get().and_then(OnceLock::get) {
            Some(ring) if self.series.is_used(slot) => self.push(ring, slot, value),
            _ => Kept::New(slot as u64),
        }
    }

    fn keep_new(&self, slot: u64, attributes: Vec<KeyValue>, value: S::Wire, sink: &mut Sink<S>) -> Kept {
        let slot = slot as usize;
        self.series.note(slot, attributes);
        match self.own() {
            Some(ring) => self.push(ring.get_or_init(Ring::new), slot, value),
            None => {
                self.put(sink, |put| put(slot, value));
                Kept::Yes(slot)
            }
        }
    }

    fn flush(&self, part: Part, sink: &mut Sink<S>) {
        if sink.bound.is_some() && !sink.backlog.is_empty() {
            let backlog = std::mem::take(&mut sink.backlog);
            self.put(sink, |put| backlog.into_iter().for_each(|(slot, value)| put(slot.into(), value)));
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
