//! The SDK instrument and the store that each pair of a kind and a number lowers to.
// Uses `core`, `declare`, `number`, `record`, `recorder`, `sdk`, `store`, `store::open`, `store::pending`. Used by
// `erased`, `instrument`, `models`, `scoped`, `slot`, `testing`.

use std::sync::Arc;

use super::core::Core;
use super::recorder::Recorder;
use super::sdk::{self, Instrument};
use super::store::{Last, Open, Pending, Store, Sum, Values};
use crate::declare::{Descriptor, Kind, Scope, kind};
use crate::number::{
    CounterNumber, Form, GaugeNumber, HistogramNumber, MeasurementError, UpDownCounterNumber, WireSum,
};

/// Makes a live instrument.
type Make = fn(&'static Instrument, Descriptor, Option<Scope>) -> Arc<dyn Recorder>;

// What each kind keeps of a set. So its live instruments are compiled here, once, and not where they are used.
static SUM: Make = live::<Sum>;
static VALUES: Make = live::<Values>;
static LAST: Make = live::<Last>;

fn live<P: Pending<Closed: Store>>(
    instrument: &'static Instrument,
    descriptor: Descriptor,
    scope: Option<Scope>,
) -> Arc<dyn Recorder> {
    match super::closed_sets(descriptor.cardinality) {
        Some(sets) => {
            let closed = P::closed(instrument.wire, sets, descriptor.attributes, None);
            Core::live(instrument, descriptor, scope, closed)
        }
        None => {
            let open = Open::<P>::new(instrument.wire, descriptor.cardinality_limit);
            Core::live(instrument, descriptor, scope, open)
        }
    }
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

    /// A live instrument over the SDK's, which takes the bits of `Wire`.
    fn live(descriptor: Descriptor, scope: Option<Scope>) -> Arc<dyn Recorder>;

    /// Converts to the SDK's number, or says why it does not fit.
    fn lower(number: N) -> Result<Self::Wire, MeasurementError>;
}

// For every number that the kind takes, so that generic code over such a number can use the instrument.
macro_rules! synchronous {
    ($($kind:ident<$law:ident, $integer:ident>, $make:ident: $integers:ident $floats:ident, adds $adds:literal, negative $negative:literal;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<N: $law> Synchronous<N> for kind::$kind {
            type Wire = N::Wire<$integer>;

            const ADDS: bool = $adds;

            fn live(descriptor: Descriptor, scope: Option<Scope>) -> Arc<dyn Recorder> {
                let instrument = match N::FORM {
                    Form::Integer => &sdk::$integers,
                    Form::Float => &sdk::$floats,
                };
                $make(instrument, descriptor, scope)
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
    Counter<CounterNumber, u64>, SUM: U64_COUNTER F64_COUNTER, adds true, negative false;
    UpDownCounter<UpDownCounterNumber, i64>, SUM: I64_UP_DOWN_COUNTER F64_UP_DOWN_COUNTER, adds true, negative true;
    Histogram<HistogramNumber, u64>, VALUES: U64_HISTOGRAM F64_HISTOGRAM, adds false, negative false;
    Gauge<GaugeNumber, i64>, LAST: I64_GAUGE F64_GAUGE, adds false, negative true;
}
