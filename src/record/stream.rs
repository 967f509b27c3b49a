//! `Stream`: totals that OTLP can carry.
//!
//! The SDK's integers wrap, and OTLP has none above `i64::MAX` (*Metrics Data Model, `NumberDataPoint`*). So before an amount
//! goes to the SDK, it is reserved in the total of its metric stream and attribute set. All instruments of one stream (one meter,
//! name, kind, unit, number) share the totals, whatever the types of their sets. An amount is refused only if OTLP could not
//! carry the total; then the total does not change.
// Uses `limit`, `number`, `sync`. Used by `collect`, `sink`.

use std::collections::HashMap;

use opentelemetry::KeyValue;

use super::limit::Limit;
use super::sync::{Mutex, MutexGuard, lock};
use crate::number::{AnyWire, Bits, MeasurementError, Wide};
pub(super) use crate::number::{BIAS, WireSum};

/// The totals of one metric stream.
pub(super) struct Stream {
    pub(super) wire: AnyWire,
    totals: Mutex<Totals>,
}

pub(super) struct Totals {
    wire: AnyWire,
    /// Where a set's total is, by its canonical attributes.
    places: HashMap<Box<[KeyValue]>, Place>,
    /// First the one of all open sets beyond [`MOST_SETS`].
    totals: Vec<Bits>,
    /// The most sets that the SDK keeps, if that is known.
    limit: Option<usize>,
}

/// Where the total of a set is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(usize);

/// The place of all open sets beyond [`MOST_SETS`].
const REST: Place = Place(0);

/// Open sets with a total of their own. The SDK keeps 2,000 by default. Sets beyond this number share one total.
const MOST_SETS: usize = 10_000;

impl Stream {
    pub(super) fn new(wire: AnyWire) -> Self {
        let totals = Totals { wire, places: HashMap::new(), totals: vec![Bits::default()], limit: None };
        Self { wire, totals: Mutex::new(totals) }
    }

    /// Says how many sets the SDK keeps.
    pub(super) fn keep_at_most(&self, limit: Option<usize>) {
        self.lock().limit = limit;
    }

    /// The number of sets that the SDK keeps, if there were more. All that there ever were count: the SDK keeps each for
    /// ever under cumulative temporality.
    pub(super) fn passed_limit(&self) -> Option<Limit> {
        let totals = self.lock();
        totals.limit.filter(|limit| totals.places.len() > *limit).map(Limit::OfTheSdk)
    }

    /// Locks the totals.
    pub(super) fn lock(&self) -> MutexGuard<'_, Totals> {
        lock(&self.totals)
    }
}

impl Totals {
    /// The place of an open set.
    pub(super) fn of_open(&mut self, set: &[KeyValue]) -> Place {
        match self.places.get(set) {
            Some(place) => *place,
            None if self.places.len() >= MOST_SETS => REST,
            None => self.add(set),
        }
    }

    /// The place of a set whose number is known: it has a total of its own in any case.
    pub(super) fn of_closed(&mut self, set: &[KeyValue]) -> Place {
        self.places.get(set).copied().unwrap_or_else(|| self.add(set))
    }

    fn add(&mut self, set: &[KeyValue]) -> Place {
        let place = Place(self.totals.len());
        self.totals.push(Bits::default());
        self.places.insert(set.into(), place);
        place
    }

    /// Notes the last value of a set, which has no total.
    pub(super) fn note(&mut self, set: &[KeyValue], value: Bits) {
        let place = self.of_open(set);
        if place != REST {
            self.totals[place.0] = value;
        }
    }

    /// The total or the last value of a set, if it has one of its own.
    pub(super) fn of_set(&self, set: &[KeyValue]) -> Option<Bits> {
        self.places.get(set).map(|place| self.totals[place.0])
    }

    /// Whether a value can be added to a total.
    pub(super) fn has_room(&self, place: Place, value: Bits) -> bool {
        self.wire.plus(self.totals[place.0], value).is_some()
    }

    /// Adds a value to a total, unless the wire could not carry that.
    #[inline(always)]
    pub(super) fn reserve(&mut self, place: Place, value: Bits) -> Result<(), MeasurementError> {
        let total = &mut self.totals[place.0];
        *total = self.wire.plus(*total, value).ok_or(MeasurementError::TotalOutOfRange)?;
        Ok(())
    }

    /// Adds an amount to a total, unless the wire could not carry that.
    pub(super) fn reserve_sum(&mut self, place: Place, amount: Wide) -> Result<(), MeasurementError> {
        let total = &mut self.totals[place.0];
        *total = self.wire.carry(*total, amount).ok_or(MeasurementError::TotalOutOfRange)?;
        Ok(())
    }

    /// Adds as much of an amount to a total as the wire can carry. Returns that much.
    pub(super) fn reserve_most(&mut self, place: Place, amount: Wide) -> Wide {
        let (total, carried) = self.wire.carry_most(self.totals[place.0], amount);
        self.totals[place.0] = total;
        carried
    }
}

#[cfg(test)]
mod tests {
    use opentelemetry::KeyValue;

    use super::{AnyWire, BIAS, Bits, MOST_SETS, REST, Stream, WireSum};

    const MAX: i128 = i64::MAX as i128;

    #[test]
    fn a_counter_of_integers_is_never_zero_once_used() {
        assert_eq!(u64::add_to_counter(BIAS, 0), Some(BIAS + 1));
        assert_eq!(u64::add_to_counter(BIAS, i64::MAX as u64), Some(u64::MAX));
        assert_eq!(u64::add_to_counter(u64::MAX, 1), None);
        assert_eq!(i64::add_to_counter(BIAS, -i64::MAX), Some(1));
        assert_eq!(i64::add_to_counter(1, -1), None);
        assert_eq!(i64::add_to_counter(BIAS, -5).and_then(|counter| i64::add_to_counter(counter, 5)), Some(BIAS));
        assert_eq!(i64::counted_since(BIAS, 0), 0);
        assert_eq!(i64::counted_since(1, u64::MAX), -2 * MAX);
    }

    #[test]
    fn a_total_is_refused_only_if_the_wire_could_not_carry_it() {
        let stream = Stream::new(AnyWire::I64);
        let mut totals = stream.lock();
        let [a, b] = ["a", "b"].map(|key| totals.of_closed(&[KeyValue::new(key, 1)]));
        assert!(totals.reserve(a, Bits::of(i64::MAX)).is_ok());
        assert!(totals.reserve_sum(b, MAX.into()).is_ok(), "another set has a total of its own");
        assert!(!totals.has_room(a, Bits::of(1_i64)));
        assert!(totals.reserve(a, Bits::of(1_i64)).is_err());
        assert!(totals.has_room(a, Bits::of(-i64::MAX)));
        assert!(totals.reserve_sum(a, (-2 * MAX).into()).is_ok());
        assert_eq!(totals.reserve_most(a, (-3).into()), (-1).into());
        for amount in [-2 * MAX, 2 * MAX + 1, -2 * MAX - 1, 7] {
            assert_eq!(i64::steps(amount).map(i128::from).iter().sum::<i128>(), amount);
        }
    }

    #[test]
    fn a_set_has_one_total_and_open_ones_beyond_the_most_share_one() {
        let stream = Stream::new(AnyWire::U64);
        let mut totals = stream.lock();
        let set = |n: usize| [KeyValue::new("k", n as i64)];
        let first = totals.of_closed(&set(0));
        assert_eq!(totals.of_open(&set(0)), first);
        let places: Vec<_> = (1..MOST_SETS).map(|n| totals.of_open(&set(n))).collect();
        assert!(places.iter().all(|place| *place != REST && *place != first));
        assert_eq!(totals.of_open(&set(MOST_SETS)), REST);
        assert_eq!(totals.of_open(&set(1)), places[0]);
        assert_ne!(totals.of_closed(&set(MOST_SETS)), REST);
    }
}
