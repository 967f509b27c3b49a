//! The store of gauges over a closed set: the last value of each slot.
//!
//! All threads store into one slot, and the last store wins, as in the SDK. A flush passes the value on if it is fresh. So a
//! value never waits for the SDK, and no handle is kept that would prevent a series from being evicted.
// Uses `attribute`, `encoded`, `number`, `record`, `series`, `set`, `sink`, `store`, `sync`. Used by `store::pending`.

use opentelemetry::KeyValue;

use super::super::encoded::Given;
use super::super::series::{Keyed, Series};
use super::super::set::AnySet;
use super::super::sink::Sink;
use super::super::sync::{AtomicBool, AtomicU64, Ordering};
use super::{Kept, Local, Part, Store};
use crate::attribute::Field;
use crate::number::Bits;

pub struct Gauges {
    series: Series,
    slots: Box<[Slot]>,
}

struct Slot {
    value: AtomicU64,
    is_fresh: AtomicBool,
}

impl Gauges {
    pub(in super::super) fn new(sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Self {
        let slot = || Slot { value: AtomicU64::new(0), is_fresh: AtomicBool::new(false) };
        let slots = (0..sets).map(|_| slot()).collect();
        Self { series: Series::new(sets, fields, keyed), slots }
    }

    fn flush_slot(&self, slot: usize, sink: &mut Sink) {
        let Some(bound) = &mut sink.bound else { return };
        let Slot { value, is_fresh } = &self.slots[slot];
        // Acquire: the value that is read is the one of the store that is taken here, or a later one. That one is flushed
        // once more, which changes nothing.
        if is_fresh.swap(false, Ordering::Acquire) {
            let value = Bits(value.load(Ordering::Relaxed));
            bound.pass(self.series.place(slot), value, || self.series.attributes(slot));
        }
    }
}

impl Store for Gauges {
    type Separate = Self;
}

impl Local for Gauges {
    #[inline]
    fn keep_fast(&self, slot: usize, _: &dyn AnySet, value: Bits) -> Option<Kept> {
        if !self.series.is_used(slot) {
            return None;
        }
        let place = &self.slots[slot];
        place.value.store(value.0, Ordering::Relaxed);
        // Release: after the value.
        place.is_fresh.store(true, Ordering::Release);
        Some(Kept::Yes(slot))
    }

    fn keep(&self, slot: usize, set: &dyn AnySet, value: Bits) -> Kept {
        self.keep_fast(slot, set, value).unwrap_or(Kept::New)
    }

    fn keep_new(&self, slot: usize, given: Given, value: Bits, sink: &mut Sink) -> Kept {
        sink.report.overflowed = self.series.note(slot, given.attributes).or(sink.report.overflowed);
        self.keep(slot, &(), value)
    }

    fn flush(&self, part: Part, sink: &mut Sink) {
        match part {
            Part::Own(slot) => self.flush_slot(slot, sink),
            Part::All | Part::Collection => {
                self.series.used().into_iter().for_each(|slot| self.flush_slot(slot.into(), sink));
            }
        }
    }

    fn value(&self, slot: usize, _: &[KeyValue], _: &mut Sink) -> Option<Bits> {
        self.series.is_used(slot).then(|| Bits(self.slots[slot].value.load(Ordering::Relaxed)))
    }

    fn pending(&self) -> u64 {
        self.slots.iter().filter(|slot| slot.is_fresh.load(Ordering::Relaxed)).count() as u64
    }
}
