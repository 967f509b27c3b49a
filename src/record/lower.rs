//! The SDK instrument and the store that each pair of a kind and a number lowers to.
// Uses `collect`, `core`, `declare`, `discovery`, `number`, `record`, `recorder`, `sdk`, `store::gauges`,
// `store::histograms`, `store::open`, `store::pending`, `store::sums`. Used by `erased`, `instrument`, `models`,
// `scoped`, `slot`, `testing`.

use std::sync::Arc;

use opentelemetry::metrics as otel;

use super::collect::Collector;
use super::core::Core;
use super::discovery;
use super::recorder::Recorder;
use super::sdk::Sdk;
use super::store::{Gauges, Histograms, Last, Open, Sum, Sums, Values};
use crate::declare::{Descriptor, Kind, Scope, kind};
use crate::number::{
    CounterNumber, Form, GaugeNumber, HistogramNumber, MeasurementError, UpDownCounterNumber, WireSum, same,
};

/// An SDK instrument into which live instruments record.
pub trait Recorded: Sdk {
    /// A live instrument over it. It is compiled here, once, and not where the instrument is used.
    fn live(descriptor: Descriptor, scope: Option<Scope>) -> Arc<dyn Recorder<Self::Wire>>;

    /// The live instrument of a static.
    fn of_static(descriptor: &Descriptor, scope: Scope) -> Arc<dyn Recorder<Self::Wire>>;
}

macro_rules! recorded {
    ($($instrument:ident: $($wire:ident)* => $closed:ident, $pending:ident;)*) => {$($(
        impl Recorded for otel::$instrument<$wire> {
            fn live(descriptor: Descriptor, scope: Option<Scope>) -> Arc<dyn Recorder<$wire>> {
                match super::closed_sets(descriptor.cardinality) {
                    Some(sets) => {
                        let closed = $closed::new(sets, descriptor.attributes, None);
                        Core::<Self, _>::live(descriptor, scope, closed)
                    }
                    None => {
                        let open = Open::<Self, $pending<Self>>::new(descriptor.cardinality_limit);
                        Core::<Self, _>::live(descriptor, scope, open)
                    }
                }
            }

            fn of_static(descriptor: &Descriptor, scope: Scope) -> Arc<dyn Recorder<$wire>> {
                discovery::live(descriptor, scope, &|| Self::live(*descriptor, Some(scope)))
            }
        }
    )*)*};
}

// The store that each kind records into.
recorded! {
    Counter: u64 f64 => Sums, Sum;
    UpDownCounter: i64 f64 => Sums, Sum;
    Histogram: u64 f64 => Histograms, Values;
    Gauge: i64 f64 => Gauges, Last;
}

/// A synchronous kind, together with a number that it takes.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a `{Self}` does not take the number `{N}`",
    note = "a counter and a histogram take u8, u16, u32, u64, usize, f32 and f64; an up-down counter i8, i16, i32, i64, isize, f32 and f64; a gauge all of these",
    note = "in generic code, bound the number by its kind: `N: CounterNumber`, `UpDownCounterNumber`, `HistogramNumber` or `GaugeNumber`"
)]
pub trait Synchronous<N>: Kind {
    type Wire: WireSum;

    /// Whether it adds, so that calls may take the [fast path](super::thread_counters::Fast).
    const ADDS: bool;

    /// A live instrument over the SDK's.
    fn live(descriptor: Descriptor, scope: Option<Scope>) -> Arc<dyn Recorder<Self::Wire>>;

    /// Returns the live instrument of a static.
    fn of_static(descriptor: &Descriptor, scope: Scope) -> Arc<dyn Recorder<Self::Wire>>;

    /// Whether a meter has built the SDK's instrument before.
    fn is_built(meter: &otel::Meter, descriptor: &Descriptor) -> bool;

    /// Converts to the SDK's number, or says why it does not fit.
    fn lower(number: N) -> Result<Self::Wire, MeasurementError>;
}

// For every number that the kind takes, so that generic code over such a number can use the instrument.
macro_rules! synchronous {
    ($($kind:ident<$law:ident, $integer:ident>, adds $adds:literal, negative $negative:literal;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<N: $law> Synchronous<N> for kind::$kind {
            type Wire = N::Wire<$integer>;

            const ADDS: bool = $adds;

            fn live(descriptor: Descriptor, scope: Option<Scope>) -> Arc<dyn Recorder<Self::Wire>> {
                match N::FORM {
                    Form::Integer => same(otel::$kind::<$integer>::live(descriptor, scope)),
                    Form::Float => same(otel::$kind::<f64>::live(descriptor, scope)),
                }
            }

            fn of_static(descriptor: &Descriptor, scope: Scope) -> Arc<dyn Recorder<Self::Wire>> {
                match N::FORM {
                    Form::Integer => same(otel::$kind::<$integer>::of_static(descriptor, scope)),
                    Form::Float => same(otel::$kind::<f64>::of_static(descriptor, scope)),
                }
            }

            fn is_built(meter: &otel::Meter, descriptor: &Descriptor) -> bool {
                match N::FORM {
                    Form::Integer => Collector::of(meter).has::<otel::$kind<$integer>>(descriptor),
                    Form::Float => Collector::of(meter).has::<otel::$kind<f64>>(descriptor),
                }
            }

            #[inline]
            fn lower(number: N) -> Result<Self::Wire, MeasurementError> {
                match number.lower::<$integer>()? {
                    wire if !$negative && wire < Self::Wire::default() => Err(MeasurementError::Negative),
                    wire => Ok(wire),
                }
            }
        }
    )*};
}

synchronous! {
    Counter<CounterNumber, u64>, adds true, negative false;
    UpDownCounter<UpDownCounterNumber, i64>, adds true, negative true;
    Histogram<HistogramNumber, u64>, adds false, negative false;
    Gauge<GaugeNumber, i64>, adds false, negative true;
}
