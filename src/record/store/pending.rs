//! `Pending`: what is kept of one open set: a sum, values, or a last value.
// Uses `attribute`, `number`, `sdk`, `series`, `sink`, `store`, `store::gauges`, `store::histograms`, `store::sums`.
// Used by `lower`, `store::open`.

use opentelemetry::KeyValue;

use super::super::sdk::Handle;
use super::super::series::Keyed;
use super::super::sink::Sink;
use super::{Gauges, Histograms, Local, Sums};
use crate::attribute::Field;
use crate::number::{AnyWire, Bits, MeasurementError, Wide};

/// What is kept of one set.
pub trait Pending: Default + Send + 'static {
    /// Whether what is kept of an open set is shared by all threads: it is where only the last value of any thread counts.
    const IS_LAST_VALUE: bool = false;

    /// The store of closed sets.
    type Closed: Local;

    fn closed(wire: AnyWire, sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Self::Closed;

    /// Keeps a value. Returns whether it is to be flushed soon.
    fn push(&mut self, wire: AnyWire, value: Bits) -> Result<bool, MeasurementError>;

    /// Passes what is kept to a sink that is bound. A sum that also goes down stays if its total could not be carried.
    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink);

    /// Passes what [`flush`](Self::flush) left of several threads: of each set together, and as much as its total can carry.
    fn flush_left(_left: Vec<(Box<[KeyValue]>, Self)>, _sink: &mut Sink) {}

    /// Before there is an SDK's instrument: counts the values that are new as kept, as far as there is room, and drops the
    /// others. Returns how many are kept.
    fn shorten(&mut self, _room: usize, _dropped: &mut u64) -> usize {
        0
    }

    /// The number of values that are kept; 1 for a sum and a last value.
    fn len(&self) -> u64;

    /// The sum or the last value.
    fn value(&self, _wire: AnyWire) -> Option<Wide> {
        None
    }
}

/// Of a sum: its sum.
#[derive(Default)]
pub struct Sum(Option<Wide>);

impl Pending for Sum {
    type Closed = Sums;

    fn closed(wire: AnyWire, sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Sums {
        Sums::new(wire, sets, fields, keyed)
    }

    fn push(&mut self, wire: AnyWire, value: Bits) -> Result<bool, MeasurementError> {
        let sum = wire.add_wide(self.0.unwrap_or_default(), wire.widen(value));
        // What other threads have subtracted, this one does not know. Of `I64` are only sums that also go down; floats would have no end.
        if wire != AnyWire::I64 && wire.carry(Bits::default(), sum).is_none() {
            return Err(MeasurementError::TotalOutOfRange);
        }
        self.0 = Some(sum);
        Ok(false)
    }

    fn flush(&mut self, attributes: &[KeyValue], sink: &mut Sink) {
        let (Some(sum), Sink { bound: Some(bound), report, .. }) = (self.0.take(), sink) else { return };
        let stream = bound.stream();
        let mut totals = stream.lock();
        let place = totals.of_open(attributes);
        let reserved = totals.reserve_sum(place, sum);
        drop(totals);
        match reserved {
            Ok(()) => bound.measure_sum(sum, attributes),
            Err(_) if stream.wire == AnyWire::I64 => self.0 = Some(sum),
            Err(_) => report.refused += 1,
        }
    }

    fn flush_left(mut left: Vec<(Box<[KeyValue]>, Self)>, sink: &mut Sink) {
        let Sink { bound: Some(bound), report, .. } = sink else { return };
        let stream = bound.stream();
        while let Some((attributes, Self(first))) = left.pop() {
            let mut sum = first.unwrap_or_default();
            left.retain(|(other, Self(part))| {
                let is_other = *other != attributes;
                if !is_other {
                    sum = stream.wire.add_wide(sum, part.unwrap_or_default());
                }
                is_other
            });
            let mut totals = stream.lock();
            let place = totals.of_open(&attributes);
            let carried = totals.reserve_most(place, sum);
            drop(totals);
            report.refused += u64::from(carried != sum);
            // A sum that comes to zero makes a data point, too.
            if carried != Wide::default() || sum == Wide::default() {
                bound.measure_sum(carried, &attributes);
            }
        }
    }

    fn len(&self) -> u64 {
        self.0.is_some().into()
    }

    fn value(&self, _: AnyWire) -> Option<Wide> {
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

    fn len(&self) -> u64 {
        self.values.len() as u64
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

    fn len(&self) -> u64 {
        self.0.is_some().into()
    }

    fn value(&self, wire: AnyWire) -> Option<Wide> {
        self.0.map(|value| wire.widen(value))
    }
}
