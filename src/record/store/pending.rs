//! `Pending`: what is kept of one open set: a sum, values, or a last value.
// Uses `attribute`, `number`, `sdk`, `series`, `sink`, `store`, `store::gauges`, `store::histograms`, `store::sums`.
// Used by `lower`, `store::open`.

use opentelemetry::KeyValue;

use super::super::sdk::Sdk;
use super::super::series::Keyed;
use super::super::sink::Sink;
use super::super::stream::WireSum;
use super::{Gauges, Histograms, Local, Sums};
use crate::attribute::Field;
use crate::number::MeasurementError;

/// What is kept of one set.
pub trait Pending<S: Sdk>: Default + Send + 'static {
    /// The store of closed sets.
    type Closed: Local<S>;

    fn closed(sets: usize, fields: &'static [Field], keyed: Keyed) -> Self::Closed;

    /// Keeps a value. Returns whether it is to be flushed soon.
    fn push(&mut self, value: S::Wire) -> Result<bool, MeasurementError>;

    /// Passes what is kept to a sink that is bound.
    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink<S>);

    /// Before there is an SDK's instrument: counts the values that are new as kept, as far as there is room, and drops the
    /// others. Returns how many are kept.
    fn shorten(&mut self, _room: usize, _dropped: &mut u64) -> usize {
        0
    }

    fn is_empty(&self) -> bool;

    /// The sum or the last value.
    fn value(&self) -> Option<S::Wire> {
        None
    }
}

/// Of a sum: its sum.
pub struct Sum<S: Sdk>(Option<S::Wire>);

impl<S: Sdk> Default for Sum<S> {
    fn default() -> Self {
        Self(None)
    }
}

impl<S: Sdk> Pending<S> for Sum<S> {
    type Closed = Sums<S>;

    fn closed(sets: usize, fields: &'static [Field], keyed: Keyed) -> Sums<S> {
        Sums::new(sets, fields, Some(keyed))
    }

    fn push(&mut self, value: S::Wire) -> Result<bool, MeasurementError> {
        let sum = self.0.unwrap_or_default();
        match S::Wire::carry(sum, value.widen()) {
            Some(sum) => {
                self.0 = Some(sum);
                Ok(false)
            }
            None => Err(MeasurementError::TotalOutOfRange),
        }
    }

    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink<S>) {
        let Some(sum) = self.0.take() else { return };
        let Sink { bound: Some(bound), report, .. } = sink else { return };
        let stream = bound.stream();
        let mut totals = stream.lock();
        let place = totals.of_open(attributes);
        let reserved = totals.reserve(place, sum.widen());
        drop(totals);
        match reserved {
            Ok(()) => bound.sdk.measure(sum, attributes),
            Err(_) => report.refused += 1,
        }
    }

    fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    fn value(&self) -> Option<S::Wire> {
        self.0
    }
}

/// Of a histogram: its values, which go to a handle in bursts.
pub struct Values<S: Sdk> {
    values: Vec<S::Wire>,
    /// How many of them are counted as kept, before there is an SDK's instrument.
    counted: usize,
    handle: Option<S::Bound>,
}

/// After this number of values they are flushed.
const BURST: usize = 64;

impl<S: Sdk> Default for Values<S> {
    fn default() -> Self {
        Self { values: Vec::new(), counted: 0, handle: None }
    }
}

impl<S: Sdk> Pending<S> for Values<S> {
    type Closed = Histograms<S>;

    fn closed(sets: usize, fields: &'static [Field], keyed: Keyed) -> Histograms<S> {
        Histograms::new(sets, fields, Some(keyed))
    }

    fn push(&mut self, value: S::Wire) -> Result<bool, MeasurementError> {
        self.values.push(value);
        Ok(self.values.len() % BURST < 1)
    }

    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink<S>) {
        let Sink { bound: Some(bound), report, .. } = sink else { return };
        let stream = bound.stream();
        let mut totals = stream.lock();
        let place = totals.of_open(attributes);
        // Taken out: if the SDK panics on one, none is passed twice.
        for value in self.values.drain(..) {
            match (totals.reserve(place, value.widen()), &self.handle) {
                (Err(_), _) => report.refused += 1,
                (Ok(()), Some(handle)) => S::measure_bound(handle, value),
                (Ok(()), None) => self.handle = bound.record_and_bind(value, attributes),
            }
        }
    }

    fn shorten(&mut self, room: usize, dropped: &mut u64) -> usize {
        let kept = room.min(self.values.len() - self.counted);
        *dropped += (self.values.len() - self.counted - kept) as u64;
        self.counted += kept;
        self.values.truncate(self.counted);
        kept
    }

    fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// Of a gauge: its last value.
pub struct Last<S: Sdk>(Option<S::Wire>);

impl<S: Sdk> Default for Last<S> {
    fn default() -> Self {
        Self(None)
    }
}

impl<S: Sdk> Pending<S> for Last<S> {
    type Closed = Gauges<S>;

    fn closed(sets: usize, fields: &'static [Field], keyed: Keyed) -> Gauges<S> {
        Gauges::new(sets, fields, Some(keyed))
    }

    fn push(&mut self, value: S::Wire) -> Result<bool, MeasurementError> {
        self.0 = Some(value);
        Ok(false)
    }

    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink<S>) {
        if let (Some(value), Some(bound)) = (self.0.take(), &sink.bound) {
            bound.stream().lock().note(attributes, value);
            bound.sdk.measure(value, attributes);
        }
    }

    fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    fn value(&self) -> Option<S::Wire> {
        self.0
    }
}
