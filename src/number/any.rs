//! The SDK's numbers without their types: the recording core is compiled once for all of them.
// Uses `sums`, `wire`. Used by `instrument`, `record`.

use super::{Wire, WireSum};

/// A number of the SDK, as its [bits](Wire::to_bits). What they mean, an [`AnyWire`] knows. Without a bit set it is zero.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bits(pub(crate) u64);

impl Bits {
    #[inline]
    pub(crate) fn of<W: Wire>(number: W) -> Self {
        Self(number.to_bits())
    }

    #[inline]
    pub(crate) fn to<W: Wire>(self) -> W {
        W::from_bits(self.0)
    }
}

/// A sum over all threads: a [`WireSum::Wide`] as its bits. What they mean, an [`AnyWire`] knows. Without a bit set it is zero.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wide(u128);

impl From<i128> for Wide {
    fn from(sum: i128) -> Self {
        Self(sum as u128)
    }
}

impl From<Wide> for i128 {
    fn from(sum: Wide) -> Self {
        sum.0 as Self
    }
}

impl From<f64> for Wide {
    fn from(sum: f64) -> Self {
        Self(sum.to_bits().into())
    }
}

impl From<Wide> for f64 {
    fn from(sum: Wide) -> Self {
        Self::from_bits(sum.0 as u64)
    }
}

/// One of the SDK's numbers, and what a [`WireSum`] does, with bits. First the one whose calls come here: those of the others have
/// the fast path.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnyWire {
    F64,
    U64,
    I64,
}

/// A number of the SDK that is known as one of these.
pub(crate) trait Known: WireSum {
    const ANY: AnyWire;
}

impl Known for u64 {
    const ANY: AnyWire = AnyWire::U64;
}

impl Known for i64 {
    const ANY: AnyWire = AnyWire::I64;
}

impl Known for f64 {
    const ANY: AnyWire = AnyWire::F64;
}

/// An expression with the type of a number.
macro_rules! typed {
    ($any:expr, $wire:ident => $typed:expr) => {
        match $any {
            $crate::number::AnyWire::F64 => {
                type $wire = f64;
                $typed
            }
            $crate::number::AnyWire::U64 => {
                type $wire = u64;
                $typed
            }
            $crate::number::AnyWire::I64 => {
                type $wire = i64;
                $typed
            }
        }
    };
}
pub(crate) use typed;

impl AnyWire {
    /// See [`WireSum::PLAIN_STORES`].
    #[inline]
    pub(crate) const fn has_plain_stores(self) -> bool {
        typed!(self, W => W::PLAIN_STORES)
    }

    /// See [`WireSum::counted_since`].
    pub(crate) fn counted_since(self, counter: u64, sent: u64) -> Wide {
        typed!(self, W => W::counted_since(counter, sent).into())
    }

    #[inline]
    pub(crate) fn widen(self, number: Bits) -> Wide {
        typed!(self, W => WireSum::widen(number.to::<W>()).into())
    }

    #[inline]
    pub(crate) fn add_wide(self, a: Wide, b: Wide) -> Wide {
        typed!(self, W => W::add_wide(a.into(), b.into()).into())
    }

    /// The total plus a number. `None` if OTLP cannot carry it.
    #[inline]
    pub(crate) fn plus(self, total: Bits, number: Bits) -> Option<Bits> {
        typed!(self, W => W::carry(total.to(), WireSum::widen(number.to::<W>())).map(Bits::of))
    }

    /// See [`WireSum::carry`].
    #[inline]
    pub(crate) fn carry(self, total: Bits, amount: Wide) -> Option<Bits> {
        typed!(self, W => W::carry(total.to(), amount.into()).map(Bits::of))
    }

    /// See [`WireSum::carry_most`].
    pub(crate) fn carry_most(self, total: Bits, amount: Wide) -> (Bits, Wide) {
        typed!(self, W => {
            let (total, carried) = W::carry_most(total.to(), amount.into());
            (Bits::of(total), carried.into())
        })
    }

    /// See [`WireSum::steps`].
    pub(crate) fn steps(self, amount: Wide) -> [Bits; 3] {
        typed!(self, W => W::steps(amount.into()).map(Bits::of))
    }
}
