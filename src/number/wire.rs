//! `Wire`: the numbers of the SDK's instruments, and how they are added.
// Uses `number`, `sums`. Used by `any`, `instrument`, `sums`.

use core::fmt;

use super::{WireSum, sealed};

/// A number type of the SDK's instruments: `u64`, `i64` or `f64`.
#[doc(hidden)]
pub trait Wire: Copy + Default + PartialEq + PartialOrd + fmt::Debug + Send + Sync + 'static + sealed::Sealed {
    /// The bits of the number, to store it in an atomic.
    fn to_bits(self) -> u64;
    fn from_bits(bits: u64) -> Self;
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
    #[inline]
    fn to_bits(self) -> u64 {
        self
    }
    #[inline]
    fn from_bits(bits: u64) -> Self {
        bits
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
    #[inline]
    fn to_bits(self) -> u64 {
        self as u64
    }
    #[inline]
    fn from_bits(bits: u64) -> Self {
        bits as i64
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
    #[inline]
    fn to_bits(self) -> u64 {
        f64::to_bits(self)
    }
    #[inline]
    fn from_bits(bits: u64) -> Self {
        f64::from_bits(bits)
    }
}
