//! Sums of the SDK's numbers: in per-thread counters, and in the totals of a metric stream.
// Uses `wire`. Used by `any`, `record`, `wire`.

use super::Wire;

/// A number of the SDK that is summed.
#[doc(hidden)]
pub trait WireSum: Wire {
    /// Whether threads sum it in per-thread counters with a plain store. Floats do not: the difference of two float sums is
    /// rounded, so each collection takes their counters' contents with an atomic exchange.
    const PLAIN_STORES: bool;

    /// The type of a sum over all threads.
    type Wide;

    /// The content of a counter after a value was added to it. `None` if that is out of range. An unused counter is 0; a used one
    /// contains its sum plus [`BIAS`]. Adding zero adds 1, because such a counter counts zeros.
    fn add_to_counter(counter: u64, value: Self) -> Option<u64>;

    /// How much the counter grew since `sent`.
    fn counted_since(counter: u64, sent: u64) -> Self::Wide;

    fn widen(self) -> Self::Wide;
    fn add_wide(a: Self::Wide, b: Self::Wide) -> Self::Wide;

    /// The total plus an amount. `None` if OTLP cannot carry that.
    fn carry(total: Self, amount: Self::Wide) -> Option<Self>;

    /// The total plus as much of the amount as OTLP can carry, and that part of the amount.
    fn carry_most(total: Self, amount: Self::Wide) -> (Self, Self::Wide);

    /// A reserved amount in steps that each fit. Usually all but the first are zero.
    fn steps(amount: Self::Wide) -> [Self; 3];
}

/// The content of a used counter whose sum is zero.
#[doc(hidden)]
pub const BIAS: u64 = 1 << 63;

/// The sum in an integer's counter.
fn unbiased(counter: u64) -> u64 {
    if counter == 0 { 0 } else { counter ^ BIAS }
}

impl WireSum for u64 {
    const PLAIN_STORES: bool = true;
    type Wide = i128;

    #[inline]
    fn add_to_counter(counter: u64, value: u64) -> Option<u64> {
        // With the bias, the addition overflows exactly where the sum would exceed `i64::MAX`.
        counter.checked_add(if value == 0 { 1 } else { value })
    }
    fn counted_since(counter: u64, sent: u64) -> i128 {
        i128::from(unbiased(counter)) - i128::from(unbiased(sent))
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
    const PLAIN_STORES: bool = true;
    type Wide = i128;

    #[inline]
    fn add_to_counter(counter: u64, value: i64) -> Option<u64> {
        let sum = ((counter ^ BIAS) as i64).checked_add(if value == 0 { 1 } else { value })?;
        // The least integer would look like an unused counter.
        Some(sum as u64 ^ BIAS).filter(|counter| *counter != 0)
    }
    fn counted_since(counter: u64, sent: u64) -> i128 {
        i128::from(unbiased(counter) as i64) - i128::from(unbiased(sent) as i64)
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
        // The way from the least integer to the greatest takes three steps.
        let mut rest = amount;
        [(); 3].map(|()| {
            let step = rest.clamp(i64::MIN.into(), i64::MAX.into());
            rest -= step;
            step as i64
        })
    }
}

impl WireSum for f64 {
    const PLAIN_STORES: bool = false;
    type Wide = f64;

    #[inline]
    fn add_to_counter(counter: u64, value: f64) -> Option<u64> {
        Self::carry(f64::from_bits(counter), value).map(f64::to_bits)
    }
    fn counted_since(counter: u64, _: u64) -> f64 {
        f64::from_bits(counter)
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
        // The SDK adds in another order and so rounds differently. Half of the range is margin enough.
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
