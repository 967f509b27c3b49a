//! The rule of kinds and numbers once more, as what each pair lowers to in the SDK.

use std::sync::Arc;

use opentelemetry::metrics as otel;

use super::core::Core;
use super::discovery;
use super::recorder::Recorder;
use super::sdk::Sdk;
use super::store::{Gauges, Histograms, Last, Open, Sum, Sums, Values};
use super::stream::WireSum;
use crate::declare::{Descriptor, Kind, Scope, kind};
use crate::number::{MeasurementError, Number};

/// An instrument of the SDK that live instruments record into.
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
                        let closed = $closed::new(sets, descriptor.attributes);
                        Core::<Self, _>::live(descriptor, scope, closed)
                    }
                    None => {
                        let open = Open::<Self, $pending<Self>>::new(descriptor.cardinality_limit);
                        Core::<Self, _>::live(descriptor, scope, open)
                    }
                }
            }

            fn of_static(descriptor: &Descriptor, scope: Scope) -> Arc<dyn Recorder<$wire>> {
                discovery::live(descriptor, scope, || Self::live(*descriptor, Some(scope)))
            }
        }
    )*)*};
}

// Which store each kind records into.
recorded! {
    Counter: u64 f64 => Sums, Sum;
    UpDownCounter: i64 f64 => Sums, Sum;
    Histogram: u64 f64 => Histograms, Values;
    Gauge: i64 f64 => Gauges, Last;
}

/// A kind that records as it is called, with a number that it takes.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a `{Self}` does not take the number `{N}`",
    note = "a counter and a histogram take u8, u16, u32, u64, usize, f32 and f64; an up-down counter i8, i16, i32, i64, isize, f32 and f64; a gauge all of these"
)]
pub trait Synchronous<N>: Kind {
    type Wire: WireSum;
    type Sdk: Recorded<Wire = Self::Wire>;

    /// Whether it adds, so that calls may take the [fast path](super::cells::Fast).
    const ADDS: bool;

    /// The number as it goes to the SDK, or why it does not.
    fn lower(number: N) -> Result<Self::Wire, MeasurementError>;
}

macro_rules! synchronous {
    ($($kind:ident adds $adds:literal, negative $negative:literal: $([$($n:ident)*] $wire:ident;)*)*) => {$($($(
        impl Synchronous<$n> for kind::$kind {
            type Wire = $wire;
            type Sdk = otel::$kind<$wire>;

            const ADDS: bool = $adds;

            #[inline]
            fn lower(number: $n) -> Result<$wire, MeasurementError> {
                #[allow(unused_comparisons, reason = "the wire may be unsigned")]
                match number.lower::<synchronous!(@integer $kind)>()? {
                    wire if !$negative && wire < <$wire>::default() => Err(MeasurementError::Negative),
                    wire => Ok(wire),
                }
            }
        }
    )*)*)*};
    (@integer Counter) => { u64 };
    (@integer Histogram) => { u64 };
    (@integer $kind:ident) => { i64 };
}

synchronous! {
    Counter adds true, negative false:
        [u8 u16 u32 u64 usize] u64;
        [f32 f64] f64;
    UpDownCounter adds true, negative true:
        [i8 i16 i32 i64 isize] i64;
        [f32 f64] f64;
    Histogram adds false, negative false:
        [u8 u16 u32 u64 usize] u64;
        [f32 f64] f64;
    Gauge adds false, negative true:
        [u8 u16 u32 u64 usize i8 i16 i32 i64 isize] i64;
        [f32 f64] f64;
}
