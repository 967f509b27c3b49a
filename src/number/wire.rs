//! `Wire`: the numbers of the SDK's instruments, and how they are added.
// Uses `number`, `sums`. Used by `any`, `instrument`, `sums`.

use core::fmt;

use super::{WireSum, sealed};

/// A number type of the SDK's instruments: `u64`, `i64` or `f64`.
#[doc(hidden)]
pub trait Wire: Copy + Default + PartialEq + PartialOrd + fmt::Debug + Send + Sync + 'static + sealed::Sealed {
    /// An amount that is large beside usual measurements and small beside the range of the type.
    const ALLOWANCE: Self;
    /// The bits of the number, to store it in an atomic.
    fn to_bits(self) -> u64;
    fn from_bits(bits: u64) -> Self;
    /// The sum; `None` if OTLP cannot carry it.
    fn plus(self, other: Self) -> Option<Self>;
    /// The sum, which wraps if it overflows.
    fn joined(self, other: Self) -> Self;
    /// Whether sums of this type are rounded.
    const ROUNDS: bool = false;
    /// The amount to add to `earlier` to get `self`. It wraps if it overflows.
    fn since(self, earlier: Self) -> Self;
    /// The first step from `earlier` to `self`: all of the difference if it fits, else the part that does.
    fn step_since(self, earlier: Self) -> Self {
        self.since(earlier)
    }
    /// The number with the opposite sign.
    fn negated(self) -> Self;
}

/// A [`Wire`] number that is an integer.
#[doc(hidden)]
pub trait WireInteger: WireSum {
    fn from_unsigned(integer: u64) -> Option<Self>;
    fn from_signed(integer: i64) -> Option<Self>;
}

impl sealed::Sealed for u64 {}
impl sealed::Sealed for i64 {}
impl sealed::Sealed for f64 {}

impl Wire for u64 {
    const ALLOWANCE: Self = 1 << 40;

    #[inline]
    fn to_bits(self) -> u64 {
        self
    }
    #[inline]
    fn from_bits(bits: u64) -> Self {
        bits
    }
    fn plus(self, other: Self) -> Option<Self> {
        // Both are below 2^63, so the top bit of the sum shows an overflow.
        let sum = self.wrapping_add(other);
        (sum <= i64::MAX as u64).then_some(sum)
    }
    fn joined(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    fn since(self, earlier: Self) -> Self {
        self.wrapping_sub(earlier)
    }
    fn negated(self) -> Self {
        self.wrapping_neg()
    }
}

impl WireInteger for u64 {
    #[inline]
    fn from_unsigned(integer: u64) -> Option<Self> {
        // OTLP has no unsigned integer: a value above `i64::MAX` would be exported as 0.
        (integer <= i64::MAX as u64).then_some(integer)
    }
    #[inline]
    fn from_signed(integer: i64) -> Option<Self> {
        Self::try_from(integer).ok()
    }
}

impl Wire for i64 {
    const ALLOWANCE: Self = 1 << 40;

    #[inline]
    fn to_bits(self) -> u64 {
        self as u64
    }
    #[inline]
    fn from_bits(bits: u64) -> Self {
        bits as i64
    }
    fn plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }
    fn joined(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    fn since(self, earlier: Self) -> Self {
        self.wrapping_sub(earlier)
    }
    fn step_since(self, earlier: Self) -> Self {
        self.saturating_sub(earlier)
    }
    fn negated(self) -> Self {
        self.wrapping_neg()
    }
}

impl WireInteger for i64 {
    #[inline]
    fn from_unsigned(integer: u64) -> Option<Self> {
        Self::try_from(integer).ok()
    }
    #[inline]
    fn from_signed(integer: i64) -> Option<Self> {
        Some(integer)
    }
}

impl Wire for f64 {
    const ALLOWANCE: Self = (1_u64 << 40) as Self;

    #[inline]
    fn to_bits(self) -> u64 {
        f64::to_bits(self)
    }
    #[inline]
    fn from_bits(bits: u64) -> Self {
        f64::from_bits(bits)
    }
    const ROUNDS: bool = true;

    fn plus(self, other: Self) -> Option<Self> {
        // The SDK adds in another order and so rounds differently. The margin covers that difference.
        let sum = self + other;
        (sum.abs() <= Self::MAX / 2.0).then_some(sum)
    }
    fn joined(self, other: Self) -> Self {
        self + other
    }
    fn since(self, earlier: Self) -> Self {
        self - earlier
    }
    fn negated(self) -> Self {
        -self
    }
}
