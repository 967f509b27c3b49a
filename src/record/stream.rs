//! Totals that the wire can carry.
//!
//! The SDK's integers wrap, and OTLP has none above `i64::MAX` (*Metrics Data Model, `NumberDataPoint`*). So before an amount
//! goes to the SDK it is reserved in the total of its metric stream and set of attributes. All instruments of one stream
//! (one meter, name, kind, unit, number) share the totals. An amount is refused only if the exported total could not be
//! carried; then the total stays as it is.

use std::collections::HashMap;

use opentelemetry::KeyValue;

use super::limit::Limit;
use super::sync::{Mutex, MutexGuard, lock};
use crate::number::MeasurementError;
pub(super) use crate::number::{BIAS, WireSum};

/// Which set of attributes an amount is for.
#[derive(Clone, Copy)]
pub(super) enum Key<'a> {
    /// The slot of a closed set.
    Slot(usize),
    /// An open set, canonical.
    Set(&'a [KeyValue]),
}

/// The totals of one metric stream.
pub(super) struct Stream<W>(Mutex<Totals<W>>);

pub(super) struct Totals<W> {
    /// Of the slots, then one for all sets beyond [`MOST_SETS`], then of the sets.
    all: Vec<W>,
    /// Where in `all` a set's total is.
    sets: HashMap<Box<[KeyValue]>, usize>,
    slots: usize,
    /// The most sets that the SDK keeps, if that is known.
    limit: Option<usize>,
}

/// Open sets with a total of their own. The SDK keeps 2,000 by default. Sets beyond this number share one total.
const MOST_SETS: usize = 10_000;

impl<W: WireSum> Stream<W> {
    pub(super) fn new(slots: usize) -> Self {
        Self(Mutex::new(Totals { all: vec![W::default(); slots + 1], sets: HashMap::new(), slots, limit: None }))
    }

    /// Adds an amount to the total of a set, unless the wire could not carry that.
    pub(super) fn reserve(&self, key: Key<'_>, amount: W::Wide) -> Result<(), MeasurementError> {
        self.lock().reserve(key, amount)
    }

    /// Adds as much of an amount to a total as the wire can carry. Returns that much.
    pub(super) fn reserve_most(&self, at: usize, amount: W::Wide) -> W::Wide {
        let mut totals = self.lock();
        let (total, carried) = W::carry_most(totals.all[at], amount);
        totals.all[at] = total;
        carried
    }

    /// Says how many sets the SDK keeps.
    pub(super) fn keep_at_most(&self, limit: Option<usize>) {
        self.lock().limit = limit;
    }

    /// The number of sets that the SDK keeps, if there were more. All that there ever were count: the SDK keeps each for
    /// ever under cumulative temporality.
    pub(super) fn passed_limit(&self) -> Option<Limit> {
        let totals = self.lock();
        totals.limit.filter(|limit| totals.sets.len() > *limit).map(Limit::OfTheSdk)
    }

    /// Locks the totals, to reserve many amounts.
    pub(super) fn lock(&self) -> MutexGuard<'_, Totals<W>> {
        lock(&self.0)
    }
}

impl<W: WireSum> Totals<W> {
    /// Adds an amount to the total of a set, unless the wire could not carry that.
    #[inline]
    pub(super) fn reserve(&mut self, key: Key<'_>, amount: W::Wide) -> Result<(), MeasurementError> {
        let at = match key {
            Key::Slot(slot) => slot,
            Key::Set(set) => self.at(set),
        };
        if self.reserve_slot(at, amount) { Ok(()) } else { Err(MeasurementError::TotalOutOfRange) }
    }

    /// The same for a slot, or for where a set's total is. Returns whether it was added.
    #[inline(always)]
    pub(super) fn reserve_slot(&mut self, slot: usize, amount: W::Wide) -> bool {
        let Some(total) = self.all.get_mut(slot) else { return false };
        let sum = W::carry(*total, amount);
        *total = sum.unwrap_or(*total);
        sum.is_some()
    }

    /// Notes the last value of a set, which has no total.
    pub(super) fn note(&mut self, set: &[KeyValue], value: W) {
        let at = self.at(set);
        if at != self.slots {
            self.all[at] = value;
        }
    }

    /// The total of a slot.
    pub(super) fn of_slot(&self, slot: usize) -> Option<W> {
        self.all.get(slot).copied()
    }

    /// The total or the last value of a set, if it has one of its own.
    pub(super) fn of_set(&self, set: &[KeyValue]) -> Option<W> {
        self.sets.get(set).and_then(|at| self.of_slot(*at))
    }

    /// Where the total of a set is, which is canonical. It stays there.
    pub(super) fn at(&mut self, set: &[KeyValue]) -> usize {
        match self.sets.get(set) {
            Some(at) => *at,
            None if self.sets.len() >= MOST_SETS => self.slots,
            None => {
                self.all.push(W::default());
                self.sets.insert(set.into(), self.all.len() - 1);
                self.all.len() - 1
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BIAS, Key, Stream, WireSum};

    const MAX: i128 = i64::MAX as i128;

    #[test]
    fn a_cell_of_integers_is_never_zero_once_used() {
        assert_eq!(u64::add_to_cell(BIAS, 0), Some(BIAS + 1));
        assert_eq!(u64::add_to_cell(BIAS, i64::MAX as u64), Some(u64::MAX));
        assert_eq!(u64::add_to_cell(u64::MAX, 1), None);
        assert_eq!(i64::add_to_cell(BIAS, -i64::MAX), Some(1));
        assert_eq!(i64::add_to_cell(1, -1), None);
        assert_eq!(i64::add_to_cell(BIAS, -5).and_then(|cell| i64::add_to_cell(cell, 5)), Some(BIAS));
        assert_eq!(i64::cell_since(BIAS, 0), 0);
        assert_eq!(i64::cell_since(1, u64::MAX), -2 * MAX);
    }

    #[test]
    fn a_total_is_refused_only_if_the_wire_could_not_carry_it() {
        let stream = Stream::<i64>::new(2);
        assert!(stream.reserve(Key::Slot(0), MAX).is_ok());
        assert!(stream.reserve(Key::Slot(1), MAX).is_ok(), "another set has a total of its own");
        assert!(stream.reserve(Key::Slot(0), 1).is_err());
        assert!(stream.reserve(Key::Slot(0), -2 * MAX).is_ok());
        for amount in [-2 * MAX, 2 * MAX + 1, -2 * MAX - 1, 7] {
            assert_eq!(i64::steps(amount).map(i128::from).iter().sum::<i128>(), amount);
        }
    }
}
