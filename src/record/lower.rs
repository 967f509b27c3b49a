//! The law of kinds and numbers once more, as what each pair lowers to in the SDK.

use opentelemetry::KeyValue;
use opentelemetry::metrics as otel;

use super::cells::Cells;
use super::open::{Last, Pending, Sum, Values};
use super::rings::Rings;
use super::series::Known;
use super::table::Table;
use crate::declare::{Descriptor, Kind, kind};
use crate::number::{MeasurementError, Number, Wire};

/// An instrument of the SDK.
#[doc(hidden)]
pub trait Sdk<W>: Send + Sync + 'static {
    /// Its handle for one set of attributes.
    type Bound: Send + Sync + 'static;

    /// Whether what it adds up only goes up.
    const IS_MONOTONIC: bool;

    fn measure(&self, value: W, attributes: &[KeyValue]);
    fn bind(&self, attributes: &[KeyValue]) -> Self::Bound;

    /// Measures the first value of a series by the ordinary call, and binds the handle for the others after it: one that is
    /// bound and not used yet is exported as 0 by a collection that comes between.
    fn measure_and_bind(&self, value: W, attributes: &[KeyValue]) -> Self::Bound {
        self.measure(value, attributes);
        self.bind(attributes)
    }

    fn measure_bound(bound: &Self::Bound, value: W);
}

macro_rules! sdk {
    ($($instrument:ident<$wire:ident>, $bound:ident, $measure:ident, monotonic $monotonic:literal;)*) => {$(
        impl Sdk<$wire> for otel::$instrument<$wire> {
            type Bound = otel::$bound<$wire>;

            const IS_MONOTONIC: bool = $monotonic;

            fn measure(&self, value: $wire, attributes: &[KeyValue]) {
                self.$measure(value, attributes);
            }

            fn bind(&self, attributes: &[KeyValue]) -> Self::Bound {
                self.bind(attributes)
            }

            #[inline]
            fn measure_bound(bound: &Self::Bound, value: $wire) {
                bound.$measure(value);
            }
        }
    )*};
}

sdk! {
    Counter<u64>, BoundCounter, add, monotonic true;
    Counter<f64>, BoundCounter, add, monotonic true;
    UpDownCounter<i64>, BoundUpDownCounter, add, monotonic false;
    UpDownCounter<f64>, BoundUpDownCounter, add, monotonic false;
    Histogram<u64>, BoundHistogram, record, monotonic true;
    Histogram<f64>, BoundHistogram, record, monotonic true;
    Gauge<i64>, BoundGauge, record, monotonic false;
    Gauge<f64>, BoundGauge, record, monotonic false;
}

/// A kind that records as it is called, with a number that it takes.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a `{Self}` does not take the number `{N}`",
    note = "a counter and a histogram take u8, u16, u32, u64, usize, f32 and f64; an up-down counter i8, i16, i32, i64, isize, f32 and f64; a gauge all of these"
)]
pub trait Synchronous<N>: Kind {
    type Wire: Wire;
    type Sdk: Sdk<Self::Wire>;
    /// Where the measurements of a known set go.
    type Known: Known<Self::Wire, Self::Sdk>;
    /// What waits for one set of an open store.
    type Pending: Pending<Self::Wire, Self::Sdk>;

    fn build(meter: &otel::Meter, descriptor: &Descriptor) -> Self::Sdk;

    /// The number as it goes to the SDK, or why it does not.
    fn lower(number: N) -> Result<Self::Wire, MeasurementError>;
}

macro_rules! synchronous {
    ($($kind:ident -> $known:ident, $pending:ident, negative $negative:literal: $([$($n:ident)*] $wire:ident $build:ident;)*)*) => {$($($(
        impl Synchronous<$n> for kind::$kind {
            type Wire = $wire;
            type Sdk = otel::$kind<$wire>;
            type Known = $known<$wire, Self::Sdk>;
            type Pending = $pending<$wire, Self::Sdk>;

            fn build(meter: &otel::Meter, descriptor: &Descriptor) -> Self::Sdk {
                let builder = meter.$build(descriptor.name).with_unit(descriptor.unit).with_description(descriptor.description);
                synchronous!(@boundaries $kind builder descriptor).build()
            }

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
    (@boundaries Histogram $builder:ident $descriptor:ident) => {
        $builder.with_boundaries($descriptor.boundaries.to_vec())
    };
    (@boundaries $kind:ident $builder:ident $descriptor:ident) => { $builder };
    (@integer Counter) => { u64 };
    (@integer Histogram) => { u64 };
    (@integer $kind:ident) => { i64 };
}

synchronous! {
    Counter -> Cells, Sum, negative false:
        [u8 u16 u32 u64 usize] u64 u64_counter;
        [f32 f64] f64 f64_counter;
    UpDownCounter -> Cells, Sum, negative true:
        [i8 i16 i32 i64 isize] i64 i64_up_down_counter;
        [f32 f64] f64 f64_up_down_counter;
    Histogram -> Rings, Values, negative false:
        [u8 u16 u32 u64 usize] u64 u64_histogram;
        [f32 f64] f64 f64_histogram;
    Gauge -> Table, Last, negative true:
        [u8 u16 u32 u64 usize i8 i16 i32 i64 isize] i64 i64_gauge;
        [f32 f64] f64 f64_gauge;
}
