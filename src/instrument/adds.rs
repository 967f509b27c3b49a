//! What adds: counters and up-down counters.

use super::synchronous::Instrument;
use crate::attribute::Attributes;
use crate::declare::kind::Adds;
use crate::number::{MeasurementError, Number};
use crate::record::Synchronous;
use crate::unit::{BareNumbers, Measurement, Unit};

impl<K: Synchronous<N>, N: Number, U: Unit> Instrument<K, N, U, ()> {
    /// Adds to the sum: a quantity in any unit of the dimension, a `Duration` to a time, a bare number to a count.
    ///
    /// What cannot be added is refused, [counted](Self::refused) and reported once: a negative increment of a counter,
    /// NaN and the infinities, a total that OTLP's integers cannot hold.
    #[inline]
    pub fn add<M: Measurement<N, U>>(&self, increment: M)
    where
        K: Adds,
    {
        self.slot.core().record(&(), increment.measure());
    }

    /// Adds to the sum, or says why not.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the increment is refused. It is not counted as refused.
    #[inline]
    pub fn try_add<M: Measurement<N, U>>(&self, increment: M) -> Result<(), MeasurementError>
    where
        K: Adds,
    {
        self.slot.core().try_record(&(), increment.measure())
    }

    /// Adds one to a count.
    #[inline]
    pub fn inc(&self)
    where
        K: Adds,
        U: BareNumbers,
    {
        self.add(N::one());
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    /// Adds to the sum of these attributes: a quantity in any unit of the dimension, a `Duration` to a time, a bare
    /// number to a count.
    ///
    /// What cannot be added is refused, [counted](Self::refused) and reported once: a negative increment of a counter,
    /// NaN and the infinities, a total that OTLP's integers cannot hold.
    #[inline]
    pub fn add<M: Measurement<N, U>>(&self, increment: M, attributes: A::With<'_>)
    where
        K: Adds,
    {
        self.slot.core().record(&attributes, increment.measure());
    }

    /// Adds to the sum of these attributes, or says why not.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the increment is refused. It is not counted as refused.
    #[inline]
    pub fn try_add<M: Measurement<N, U>>(&self, increment: M, attributes: A::With<'_>) -> Result<(), MeasurementError>
    where
        K: Adds,
    {
        self.slot.core().try_record(&attributes, increment.measure())
    }

    /// Adds one to the count of these attributes.
    #[inline]
    pub fn inc(&self, attributes: A::With<'_>)
    where
        K: Adds,
        U: BareNumbers,
    {
        self.add(N::one(), attributes);
    }
}
