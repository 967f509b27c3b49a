//! Sums of the numbers of the wire: in the per-thread counters, and in the totals of a metric stream.

use super::Wire;

/// A number of the wire that is summed.
#[doc(hidden)]
pub trait WireSum: Wire {
    /// Whether threads sum it in per-thread counters by a plain store. A float is not: its difference to an earlier sum is
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
#[doc(hidden)]
pub const BIAS: u64 = 1 << 63;

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
