//! A live instrument without its number type, for timers and guards: their types contain neither its kind nor its number.
// Uses `lower`, `number`, `set`, `slot`. Used by `instrument`.

use core::ops::Deref;

use super::lower::Synchronous;
use super::set::AnySet;
use super::slot::Live;
use super::stream::WireSum;
use crate::number::{Bits, MeasurementError};

/// A [`Live`] of any number. A value is given as the bits of the instrument's number in the SDK.
pub(crate) trait AnyLive: Send + Sync {
    /// Records or adds a value, or counts and reports why not. `slot` is 0 if the set is open.
    fn take_bits(&self, slot: usize, set: &dyn AnySet, bits: Bits);

    /// Counts and reports a refusal.
    fn refuse(&self, error: MeasurementError);

    /// Counts and reports a duration that was dropped because its attributes were not given.
    fn abandon(&self);

    /// How many times its provider was replaced.
    fn replaced(&self) -> u32;

    fn keep(&self) -> Box<dyn AnyLive>;
}

impl<W: WireSum> AnyLive for Live<W> {
    fn take_bits(&self, slot: usize, set: &dyn AnySet, bits: Bits) {
        let value = bits.to();
        // Only a sum of closed sets has a fast path. That of any other instrument takes nothing.
        if !self.take_fast(slot, value) {
            self.take_slowly(slot, set, value);
        }
    }

    fn refuse(&self, error: MeasurementError) {
        Self::refuse(self, error);
    }

    fn abandon(&self) {
        Self::abandon(self);
    }

    fn replaced(&self) -> u32 {
        Self::replaced(self)
    }

    fn keep(&self) -> Box<dyn AnyLive> {
        Box::new(self.clone())
    }
}

/// A number as the bits of what it lowers to.
pub(crate) fn lower_to_bits<K: Synchronous<N>, N>(number: N) -> Result<Bits, MeasurementError> {
    K::lower(number).map(Bits::of)
}

/// A live instrument that is borrowed, or kept by what outlives the borrow.
pub(crate) enum Held<'a> {
    Borrowed(&'a dyn AnyLive),
    Kept(Box<dyn AnyLive>),
}

impl Held<'_> {
    pub(crate) fn keep(self) -> Held<'static> {
        match self {
            Self::Borrowed(live) => Held::Kept(live.keep()),
            Self::Kept(live) => Held::Kept(live),
        }
    }
}

impl<'a> Deref for Held<'a> {
    type Target = dyn AnyLive + 'a;

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Borrowed(live) => *live,
            Self::Kept(live) => &**live,
        }
    }
}
