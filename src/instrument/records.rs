//! What records: histograms and gauges.

use super::synchronous::Instrument;
use crate::attribute::Attributes;
use crate::declare::kind::Records;
use crate::number::{MeasurementError, Number};
use crate::record::Synchronous;
use crate::unit::{Measurement, Unit};

impl<K: Synchronous<N>, N: Number, U: Unit> Instrument<K, N, U, ()> {
    /// Records a value: a quantity in any unit of the dimension, a `Duration` of a time, a bare number of a count.
    ///
    /// What is no value is refused, [counted](Self::refused) and reported once: NaN and the infinities, a negative value
    /// of a histogram, what OTLP's integers cannot hold.
    #[inline]
    pub fn record<M: Measurement<N, U>>(&self, value: M)
    where
        K: Records,
    {
        self.slot.core().record(&(), value.measure());
    }

    /// Records a value, or says why not.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the value is refused. It is not counted as refused.
    #[inline]
    pub fn try_record<M: Measurement<N, U>>(&self, value: M) -> Result<(), MeasurementError>
    where
        K: Records,
    {
        self.slot.core().try_record(&(), value.measure())
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    /// Records a value of these attributes: a quantity in any unit of the dimension, a `Duration` of a time, a bare
    /// number of a count.
    ///
    /// What is no value is refused, [counted](Self::refused) and reported once: NaN and the infinities, a negative value
    /// of a histogram, what OTLP's integers cannot hold.
    #[inline]
    pub fn record<M: Measurement<N, U>>(&self, value: M, attributes: A::With<'_>)
    where
        K: Records,
    {
        self.slot.core().record(&attributes, value.measure());
    }

    /// Records a value of these attributes, or says why not.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the value is refused. It is not counted as refused.
    #[inline]
    pub fn try_record<M: Measurement<N, U>>(&self, value: M, attributes: A::With<'_>) -> Result<(), MeasurementError>
    where
        K: Records,
    {
        self.slot.core().try_record(&attributes, value.measure())
    }
}
