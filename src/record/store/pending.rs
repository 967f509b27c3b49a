//! `Pending`: what is kept of one open set: a sum, values, or a last value.
// Uses `attribute`, `number`, `sdk`, `series`, `sink`, `store`, `store::gauges`, `store::histograms`, `store::sums`.
// Used by `lower`, `store::open`.

use opentelemetry::KeyValue;

use super::super::sdk::Handle;
use super::super::series::Keyed;
use super::super::sink::Sink;
use super::{Gauges, Histograms, Local, Sums};
use crate::attribute::Field;
use crate::number::{AnyWire, Bits, MeasurementError};

/// What is kept of one set.
pub trait Pending: Default + Send + 'static {
    /// Whether what is kept of an open set is shared by all threads: it is where only the last value of any thread counts.
    const IS_LAST_VALUE: bool = false;

    /// The store of closed sets.
    type Closed: Local;

    fn closed(wire: AnyWire, sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Self::Closed;

    /// Keeps a value. Returns whether it is to be flushed soon.
    fn push(&mut self, wire: AnyWire, value: Bits) -> Result<bool, MeasurementError>;

    /// Passes what is kept to a sink that is bound.
    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink);

    /// Before there is an SDK's instrument: counts the values that are new as kept, as far as there is room, and drops the
    /// others. Returns how many are kept.
    fn shorten(&mut self, _room: usize, _dropped: &mut u64) -> usize {
        0
    }

    fn is_empty(&self) -> bool;

    /// The sum or the last value.
    fn value(&self) -> Option<Bits> {
        None
    }
}

/// Of a sum: its sum.
#[derive(Default)]
pub struct Sum(Option<Bits>);

impl Pending for Sum {
    type Closed = Sums;

    fn closed(wire: AnyWire, sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Sums {
        Sums::new(wire, sets, fields, keyed)
    }

    fn push(&mut self, wire: AnyWire, value: Bits) -> Result<bool, MeasurementError> {
        let sum = self.0.unwrap_or_default();
        match wire.plus(sum, value) {
            Some(sum) => {
                self.0 = Some(sum);
                Ok(false)
            }
            None => Err(MeasurementError::TotalOutOfRange),
        }
    }

    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink) {
        let Some(sum) = self.0.take() else { return };
        let Sink { bound: Some(bound), report, .. } = sink else { return };
        let stream = bound.stream();
        let mut totals = stream.lock();
        let place = totals.of_open(attributes);
        let reserved = totals.reserve(place, sum);
        drop(totals);
        match reserved {
            Ok(()) => bound.measure(sum, attributes),
            Err(_) => report.refused += 1,
        }
    }

    fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    fn value(&self) -> Option<Bits> {
        self.0
    }
}

/// Of a histogram: its values, which go to a handle in bursts.
#[derive(Default)]
pub struct Values {
    values: Vec<Bits>,
    /// How many of them are counted as kept, before there is an SDK's instrument.
    counted: usize,
    handle: Option<Box<dyn Handle>>,
}

/// After this number of values they are flushed.
const BURST: usize = 64;

impl Pending for Values {
    type Closed = Histograms;

    fn closed(_: AnyWire, sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Histograms {
        Histograms::new(sets, fields, keyed)
    }

    fn push(&mut self, _: AnyWire, value: Bits) -> Result<bool, MeasurementError> {
        self.values.push(value);
        Ok(self.values.len() % BURST < 1)
    }

    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink) {
        let Sink { bound: Some(bound), report, .. } = sink else { return };
        let stream = bound.stream();
        let mut totals = stream.lock();
        let place = totals.of_open(attributes);
        let mut values = self.values.drain(..);
        bound.each(|bound| {
            for value in &mut values {
                match (totals.reserve(place, value), &self.handle) {
                    (Err(_), _) => report.refused += 1,
                    (Ok(()), Some(handle)) => handle.measure(value),
                    (Ok(()), None) => self.handle = bound.record_and_bind(value, attributes),
                }
            }
        });
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
#[derive(Default)]
pub struct Last(Option<Bits>);

impl Pending for Last {
    const IS_LAST_VALUE: bool = true;

    type Closed = Gauges;

    fn closed(_: AnyWire, sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Gauges {
        Gauges::new(sets, fields, keyed)
    }

    fn push(&mut self, _: AnyWire, value: Bits) -> Result<bool, MeasurementError> {
        self.0 = Some(value);
        Ok(false)
    }

    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink) {
        if let (Some(value), Some(bound)) = (self.0.take(), &mut sink.bound) {
            bound.stream().lock().note(attributes, value);
            bound.measure(value, attributes);
        }
    }

    fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    fn value(&self) -> Option<Bits> {
        self.0
    }
}
