//! Totals that the wire can carry.
//!
//! The SDK's integers wrap, and OTLP has none above `i64::MAX` (*Metrics Data Model, `NumberDataPoint`*). So before an amount
//! goes to the SDK it is reserved in the total of its metric stream and set of attributes. All instruments of one stream
//! (one meter, name, kind, unit, number) share the totals. An amount is refused only if the exported total could not be
//! carried; then the total stays as it is.

use std::collections::HashMap;

use opentelemetry::KeyValue;

use super::sync::{Mutex, MutexGuard, lock};
use crate::number::{MeasurementError, Wire};

/// A number of the wire that is summed.
pub trait WireSum: Wire {
    /// Whether threads sum it in [cells](super::cells) by a plain store. A float is not: its difference to an earlier sum is
    /// rounded, so its cell is emptied at each collection by an atomic exchange.
    const IN_CELLS: bool;

    /// A sum of many.
    type Wide: Copy + Default + PartialEq + Send;

    /// What a cell holds once a value is added to what it held; `None` if that is out of range. A cell that was never used is
    /// 0; any other holds its sum and [`BIAS`]. A zero adds 1, as its cell counts zeros.
    fn add_to_cell(cell: u64, value: Self) -> Option<u64>;

    /// What a cell holds more than it held.
    fn cell_since(cell: u64, sent: u64) -> Self::Wide;

    fn widen(self) -> Self::Wide;
    fn add_wide(a: Self::Wide, b: Self::Wide) -> Self::Wide;

    /// The total and an amount, if the wire can carry that.
    fn carry(total: Self, amount: Self::Wide) -> Option<Self>;

    /// The total and as much of an amount as the wire can carry, and that much.
    fn carry_most(total: Self, amount: Self::Wide) -> (Self, Self::Wide);

    /// An amount that was reserved, in steps that each fit. All but the first are mostly zero.
    fn steps(amount: Self::Wide) -> [Self; 3];
}

/// A used cell's zero.
pub(super) const BIAS: u64 = 1 << 63;

/// The sum in a cell of an integer.
fn unbiased(cell: u64) -> u64 {
    if cell == 0 { 0 } else { cell ^ BIAS }
}

impl WireSum for u64 {
    const IN_CELLS: bool = true;
    type Wide = i128;

    #[inline]
    fn add_to_cell(cell: u64, value: u64) -> Option<u64> {
        // The bias makes the carry come where the sum passes i64::MAX.
        cell.checked_add(if value == 0 { 1 } else { value })
    }
    fn cell_since(cell: u64, sent: u64) -> i128 {
        i128::from(unbiased(cell)) - i128::from(unbiased(sent))
    }
    #[inline]
    fn widen(self) -> i128 {
        self.into()
    }
    fn add_wide(a: i128, b: i128) -> i128 {
        a.saturating_add(b)
    }
    #[inline]
    fn carry(total: u64, amount: i128) -> Option<u64> {
        let sum = i64::try_from(i128::from(total).checked_add(amount)?).ok()?;
        u64::try_from(sum).ok()
    }
    fn carry_most(total: u64, amount: i128) -> (u64, i128) {
        let sum = i128::from(total).saturating_add(amount).clamp(0, i64::MAX.into());
        (sum as u64, sum - i128::from(total))
    }
    fn steps(amount: i128) -> [u64; 3] {
        [u64::try_from(amount).unwrap_or_default(), 0, 0]
    }
}

impl WireSum for i64 {
    const IN_CELLS: bool = true;
    type Wide = i128;

    #[inline]
    fn add_to_cell(cell: u64, value: i64) -> Option<u64> {
        let sum = ((cell ^ BIAS) as i64).checked_add(if value == 0 { 1 } else { value })?;
        // The least integer would look like a cell that was never used.
        Some(sum as u64 ^ BIAS).filter(|cell| *cell != 0)
    }
    fn cell_since(cell: u64, sent: u64) -> i128 {
        i128::from(unbiased(cell) as i64) - i128::from(unbiased(sent) as i64)
    }
    #[inline]
    fn widen(self) -> i128 {
        self.into()
    }
    fn add_wide(a: i128, b: i128) -> i128 {
        a.saturating_add(b)
    }
    #[inline]
    fn carry(total: i64, amount: i128) -> Option<i64> {
        i128::from(total).checked_add(amount)?.try_into().ok()
    }
    fn carry_most(total: i64, amount: i128) -> (i64, i128) {
        let sum = i128::from(total).saturating_add(amount).clamp(i64::MIN.into(), i64::MAX.into());
        (sum as i64, sum - i128::from(total))
    }
    fn steps(amount: i128) -> [i64; 3] {
        // From the least integer to the greatest takes three.
        let mut rest = amount;
        [(); 3].map(|()| {
            let step = rest.clamp(i64::MIN.into(), i64::MAX.into());
            rest -= step;
            step as i64
        })
    }
}

impl WireSum for f64 {
    const IN_CELLS: bool = false;
    type Wide = f64;

    #[inline]
    fn add_to_cell(cell: u64, value: f64) -> Option<u64> {
        Self::carry(f64::from_bits(cell), value).map(f64::to_bits)
    }
    fn cell_since(cell: u64, _: u64) -> f64 {
        f64::from_bits(cell)
    }
    #[inline]
    fn widen(self) -> f64 {
        self
    }
    fn add_wide(a: f64, b: f64) -> f64 {
        a + b
    }
    #[inline]
    fn carry(total: f64, amount: f64) -> Option<f64> {
        // The SDK adds in another order, so rounds to another sum. Half of the range leaves room for that.
        let sum = total + amount;
        (sum.abs() <= f64::MAX / 2.0).then_some(sum)
    }
    fn carry_most(total: f64, amount: f64) -> (f64, f64) {
        Self::carry(total, amount).map_or((total, 0.0), |sum| (sum, amount))
    }
    fn steps(amount: f64) -> [f64; 3] {
        [amount, 0.0, 0.0]
    }
}

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
    slots: Box<[W]>,
    sets: HashMap<Box<[KeyValue]>, W>,
    /// The total of all sets beyond [`MOST_SETS`].
    rest: W,
}

/// Open sets with a total of their own. The SDK keeps 2,000 by default. Sets beyond this number share one total.
const MOST_SETS: usize = 10_000;

impl<W: WireSum> Stream<W> {
    pub(super) fn new(slots: usize) -> Self {
        let slots = vec![W::default(); slots].into_boxed_slice();
        Self(Mutex::new(Totals { slots, sets: HashMap::new(), rest: W::default() }))
    }

    /// Adds an amount to the total of a set, unless the wire could not carry that.
    pub(super) fn reserve(&self, key: Key<'_>, amount: W::Wide) -> Result<(), MeasurementError> {
        self.lock().reserve(key, amount)
    }

    /// Adds as much of an amount to the total of a slot as the wire can carry. Returns that much.
    pub(super) fn reserve_most(&self, slot: usize, amount: W::Wide) -> W::Wide {
        let mut totals = self.lock();
        let (total, carried) = W::carry_most(totals.slots[slot], amount);
        totals.slots[slot] = total;
        carried
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
        let total = self.of(key);
        *total = W::carry(*total, amount).ok_or(MeasurementError::TotalOutOfRange)?;
        Ok(())
    }

    /// The same for a slot. Returns whether it was added.
    #[inline(always)]
    pub(super) fn reserve_slot(&mut self, slot: usize, amount: W::Wide) -> bool {
        let Some(total) = self.slots.get_mut(slot) else { return false };
        let sum = W::carry(*total, amount);
        *total = sum.unwrap_or(*total);
        sum.is_some()
    }

    fn of(&mut self, key: Key<'_>) -> &mut W {
        let set = match key {
            Key::Slot(slot) => return &mut self.slots[slot],
            Key::Set(set) => set,
        };
        if !self.sets.contains_key(set) {
            if self.sets.len() >= MOST_SETS {
                return &mut self.rest;
            }
            self.sets.insert(set.into(), W::default());
        }
        self.sets.get_mut(set).unwrap_or(&mut self.rest)
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
