//! The store of histograms over a closed set.
//!
//! The SDK's handle takes a mutex for each value. So that threads do not wait for it at every value, each pushes into its own
//! [ring](super::ring), and takes the instrument's lock once per ring. A flush passes the values on, one flush at a time.
// Uses `attribute`, `encoded`, `number`, `per_thread`, `record`, `series`, `set`, `sink`, `store`, `sync`. Used by
// `store::pending`.

use super::super::encoded::Given;
use super::super::per_thread::PerThread;
use super::super::series::{Keyed, Series};
use super::super::set::AnySet;
use super::super::sink::Sink;
use super::super::sync::OnceLock;
use super::ring::{Pushed, Ring};
use super::{Kept, Local, Part, Store};
use crate::attribute::Field;
use crate::number::Bits;

pub struct Histograms {
    series: Series,
    rings: PerThread<OnceLock<Box<Ring>>>,
}

impl Histograms {
    pub(in super::super) fn new(sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Self {
        Self { series: Series::new(sets, fields, keyed), rings: PerThread::new() }
    }

    /// Passes values of slots on, or keeps them in the backlog. What it needs is locked once for all of them.
    fn pass(&self, mut values: impl Iterator<Item = (u16, Bits)>, sink: &mut Sink) {
        let Sink { bound, backlog, report, most_kept, .. } = sink;
        let Some(bound) = bound else {
            for value in values {
                if backlog.len() < *most_kept {
                    backlog.push(value);
                } else {
                    report.dropped += 1;
                }
            }
            return;
        };
        let stream = bound.stream();
        let mut totals = stream.lock();
        bound.each(|bound| {
            // By reference: it goes on with the next one.
            for (slot, value) in &mut values {
                let recorded = bound.reserve_and_record(&self.series, slot.into(), value, &mut totals);
                report.refused += u64::from(recorded.is_err());
            }
        });
    }

    fn drain(&self, ring: &Ring, sink: &mut Sink) {
        self.pass(ring.drain().map(|(slot, value)| (slot, Bits(value))), sink);
    }

    fn push(&self, ring: &Ring, slot: usize, value: Bits) -> Kept {
        match ring.push(slot, value.0) {
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

impl Store for Histograms {
    type Separate = Self;
}

impl Local for Histograms {
    #[inline]
    fn keep_fast(&self, slot: usize, _: &dyn AnySet, value: Bits) -> Option<Kept> {
        let ring = self.rings.get().and_then(OnceLock::get).filter(|_| self.series.is_used(slot));
        ring?.push_within_burst(slot, value.0).then_some(Kept::Yes(slot))
    }

    fn keep(&self, slot: usize, _: &dyn AnySet, value: Bits) -> Kept {
        match self.rings.get().and_then(OnceLock::get) {
            Some(ring) if self.series.is_used(slot) => self.push(ring, slot, value),
            _ => Kept::New,
        }
    }

    fn keep_new(&self, slot: usize, given: Given, value: Bits, sink: &mut Sink) -> Kept {
        let is_first = !self.series.is_used(slot);
        sink.report.overflowed = self.series.note(slot, given.attributes).or(sink.report.overflowed);
        match self.own() {
            Some(ring) => match self.push(ring.get_or_init(Ring::new), slot, value) {
                // At once, as one of an open set: the SDK decides in the order of arrival which sets are over its limit.
                Kept::Yes(slot) if is_first && self.series.is_keyed() => Kept::Full(slot),
                kept => kept,
            },
            None => {
                self.pass([(slot as u16, value)].into_iter(), sink);
                Kept::Yes(slot)
            }
        }
    }

    fn flush(&self, part: Part, sink: &mut Sink) {
        if sink.bound.is_some() && !sink.backlog.is_empty() {
            let backlog = std::mem::take(&mut sink.backlog);
            self.pass(backlog.into_iter(), sink);
        }
        match part {
            Part::Own(_) => {
                if let Some(ring) = self.own().and_then(OnceLock::get) {
                    self.drain(ring, sink);
                }
            }
            Part::All | Part::Collection => {
                self.rings.each(&mut |ring| {
                    if let Some(ring) = ring.get() {
                        self.drain(ring, sink);
                    }
                });
            }
        }
        if let (Part::Collection, Some(bound)) = (part, &mut sink.bound) {
            bound.release_handles();
        }
    }

    fn pending(&self) -> u64 {
        let mut pending = 0;
        self.rings.each(&mut |ring| pending += u64::from(ring.get().is_some_and(|ring| !ring.is_empty())));
        pending
    }
}
