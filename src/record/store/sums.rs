//! The store of sums over a closed set.
//!
//! Each thread adds to its own [counters](super::super::thread_counters). A flush reads the counters of all threads and passes the difference to
//! the SDK with an ordinary call. A value that no thread can keep (the thread has no index, the space of counters is full, or the
//! thread's sum would exceed the range though the total does not) goes to `shared`, under a lock in which nothing else runs.
// Uses `attribute`, `encoded`, `number`, `record`, `series`, `set`, `sink`, `store`, `sync`, `thread_counters`. Used by
// `store::pending`.

use opentelemetry::KeyValue;

use super::super::encoded::Given;
use super::super::series::{Keyed, Series, flags};
use super::super::set::AnySet;
use super::super::sink::Sink;
use super::super::stream::{BIAS, WireSum};
use super::super::sync::{AtomicBool, AtomicU64, Mutex, OnceLock, Ordering, lock};
use super::super::thread_counters::{Range, counter_of};
use super::{Kept, Local, Part, Store};
use crate::attribute::Field;
use crate::number::{AnyWire, Bits, MeasurementError, Wide, typed};

pub struct Sums {
    wire: AnyWire,
    series: Series,
    range: Option<Range>,
    shared: Mutex<Vec<Shared>>,
    /// Of floats: the slots whose sum was left or made zero, which no counter shows.
    zeros: Box<[AtomicBool]>,
    /// The slots whose sums are exported at zero, by each provider that has none of them. Few instruments have such slots.
    initial: OnceLock<Box<[AtomicBool]>>,
}

/// What no thread keeps, of a slot.
#[derive(Clone, Default)]
struct Shared {
    sum: Wide,
    is_touched: bool,
}

/// Finds a thread's counter.
type Own = fn(&Range, usize) -> Option<&'static AtomicU64>;

impl Sums {
    pub(in super::super) fn new(wire: AnyWire, sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Self {
        let zeros = if wire.has_plain_stores() { 0 } else { sets };
        Self {
            wire,
            series: Series::new(sets, fields, keyed),
            range: Range::take(2 * sets),
            shared: Mutex::new(Vec::new()),
            zeros: flags(zeros),
            initial: OnceLock::new(),
        }
    }

    /// Adds to the thread's counter of a used slot. From here on neither code of the user nor an allocation may run.
    fn add<W: WireSum>(&self, counter: &AtomicU64, slot: usize, value: W) -> Kept {
        let is_kept = if W::PLAIN_STORES {
            let old = counter.load(Ordering::Relaxed);
            let new = W::add_to_counter(if old == 0 { BIAS } else { old }, value);
            new.inspect(|new| counter.store(*new, Ordering::Relaxed)).is_some()
        } else {
            let add = |old| W::add_to_counter(old, value);
            let old = counter.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
            if old.is_ok_and(|old| value == W::default() || add(old) == Some(0)) {
                // Relaxed: the note makes a data point of whatever the sum is, and the sum is passed on without it.
                self.zeros[slot].store(true, Ordering::Relaxed);
            }
            old.is_ok()
        };
        if is_kept { Kept::Yes(slot) } else { Kept::New }
    }

    /// Whether a value can be added to the total of a slot.
    fn has_room(&self, slot: usize, value: Bits, sink: &mut Sink) -> bool {
        if sink.bound.is_none() {
            return false;
        }
        self.flush_slot(slot, sink);
        sink.bound.as_mut().is_some_and(|bound| {
            let stream = bound.stream();
            let mut totals = stream.lock();
            let total = bound.total(&self.series, slot, &mut totals);
            totals.has_room(total, value)
        })
    }

    /// Keeps a value of a used slot in this thread's counter, which `own` finds. `None` if it finds none.
    #[inline(always)]
    fn keep_own<W: WireSum>(&self, own: Own, slot: usize, value: W) -> Option<Kept> {
        let at = if W::PLAIN_STORES { counter_of(slot, value) } else { 2 * slot };
        Some(self.add(own(self.range.as_ref()?, at)?, slot, value))
    }

    /// Flushes a slot.
    fn flush_slot(&self, slot: usize, sink: &mut Sink) {
        // From flush to flush, so that none allocates.
        let mut parts = std::mem::take(&mut sink.parts);
        parts.clear();
        let mut is_touched = false;
        let mut is_zero = false;
        if let Some(slot) = self.zeros.get(slot) {
            is_zero = slot.swap(false, Ordering::Relaxed);
        }
        if let Some(range) = &self.range {
            range.each(2 * slot, &mut |counter, sent| {
                let (now, before) = if self.wire.has_plain_stores() {
                    let now = counter.load(Ordering::Relaxed);
                    // Before the SDK is called: if that panics, nothing is passed twice.
                    (now, sent.swap(now, Ordering::Relaxed))
                } else {
                    (counter.swap(0, Ordering::Relaxed), 0)
                };
                if now != before {
                    is_touched = true;
                    parts.push(self.wire.counted_since(now, before));
                }
            });
            if self.wire.has_plain_stores() {
                range.each(2 * slot + 1, &mut |counter, sent| {
                    let now = counter.load(Ordering::Relaxed);
                    is_zero |= sent.swap(now, Ordering::Relaxed) != now;
                });
            }
        }
        if let Some(shared) = lock(&self.shared).get_mut(slot).map(std::mem::take) {
            is_zero |= shared.is_touched;
            parts.push(shared.sum);
        }
        let Sink { bound: Some(bound), report, .. } = sink else { return };
        let sum = |parts: &[_]| parts.iter().fold(Wide::default(), |sum, part| self.wire.add_wide(sum, *part));
        let stream = bound.stream();
        let mut totals = stream.lock();
        let total = bound.total(&self.series, slot, &mut totals);
        if totals.reserve_sum(total, sum(&parts)).is_err() {
            // As much as can be carried, of one thread after the other.
            for part in &mut parts {
                let carried = totals.reserve_most(total, *part);
                report.refused += u64::from(carried != *part);
                *part = carried;
            }
        }
        drop(totals);
        let amount = sum(&parts);
        let place = self.series.place(slot);
        is_touched |= self.initial.get().is_some_and(|initial| initial[slot].load(Ordering::Relaxed));
        if amount != Wide::default() || is_zero || (is_touched && !bound.has_seen(place)) {
            bound.sees(place);
            bound.add(place, self.wire.steps(amount), || self.series.attributes(slot));
        }
        sink.parts = parts;
    }
}

impl Store for Sums {
    type Separate = Self;
}

impl Local for Sums {
    fn keep(&self, slot: usize, _: &dyn AnySet, value: Bits) -> Kept {
        if !self.series.is_used(slot) {
            return Kept::New;
        }
        typed!(self.wire, W => self.keep_own::<W>(Range::own_if_there, slot, value.to())).unwrap_or(Kept::New)
    }

    fn keep_new(&self, slot: usize, given: Given, value: Bits, sink: &mut Sink) -> Kept {
        let is_first = !self.series.is_used(slot);
        sink.report.overflowed = self.series.note(slot, given.attributes).or(sink.report.overflowed);
        match typed!(self.wire, W => self.keep_own::<W>(Range::own, slot, value.to())) {
            None => {}
            // The thread's own sum is at the end of its range. So is the total, unless the sum is that of an earlier provider, too, or
            // other threads have subtracted. What floats keep in `shared` would have no end, as integers have there.
            // Of `I64` are only sums that also go down.
            Some(Kept::New) if self.wire != AnyWire::I64 && !self.has_room(slot, value, sink) => {
                return Kept::Refused(MeasurementError::TotalOutOfRange);
            }
            Some(Kept::New) => {}
            // At once, as one of an open set: the SDK decides in the order of arrival which sets are over its limit.
            Some(Kept::Yes(slot)) if is_first && self.series.is_keyed() => return Kept::Full(slot),
            Some(kept) => return kept,
        }
        let mut shared = lock(&self.shared);
        if shared.is_empty() {
            shared.resize_with(self.series.len(), Shared::default);
        }
        let shared = &mut shared[slot];
        shared.sum = self.wire.add_wide(shared.sum, self.wire.widen(value));
        shared.is_touched = true;
        Kept::Yes(slot)
    }

    fn flush(&self, part: Part, sink: &mut Sink) {
        if sink.bound.is_none() {
            return;
        }
        match part {
            Part::Own(slot) => self.flush_slot(slot, sink),
            Part::All | Part::Collection => {
                self.series.used().into_iter().for_each(|slot| self.flush_slot(slot.into(), sink));
            }
        }
    }

    fn pending(&self) -> u64 {
        self.series.used_slots()
    }

    fn value(&self, slot: usize, canonical: &[KeyValue], sink: &mut Sink) -> Option<Bits> {
        if !self.series.is_used(slot) {
            // Another instrument of the stream may have recorded it.
            return sink.bound.as_ref().and_then(|bound| bound.stream().lock().of_set(canonical));
        }
        if sink.bound.is_some() {
            self.flush_slot(slot, sink);
            let set = self.series.attributes(slot);
            return sink.bound.as_ref().and_then(|bound| bound.stream().lock().of_set(&set));
        }
        let mut sum = lock(&self.shared).get(slot).map_or_else(Wide::default, |shared| shared.sum);
        if let Some(range) = &self.range {
            range.each(2 * slot, &mut |counter, sent| {
                let part = self.wire.counted_since(counter.load(Ordering::Relaxed), sent.load(Ordering::Relaxed));
                sum = self.wire.add_wide(sum, part);
            });
        }
        Some(self.wire.carry_most(Bits::default(), sum).0)
    }

    fn init(&self, slot: usize, attributes: Vec<KeyValue>, sink: &mut Sink) {
        sink.report.overflowed = self.series.note(slot, attributes).or(sink.report.overflowed);
        let initial = self.initial.get_or_init(|| flags(self.series.len()));
        // Relaxed: it is read under the sink's lock, too.
        initial[slot].store(true, Ordering::Relaxed);
    }

    fn first_counter(&self) -> Option<u16> {
        if self.wire.has_plain_stores() { self.range.as_ref().map(Range::start) } else { None }
    }
}
