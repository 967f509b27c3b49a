//! The law of kinds and numbers for what is observed, as what each pair lowers to in the SDK.

use opentelemetry::metrics::{AsyncInstrument, Meter};

use crate::declare::{Descriptor, Kind, kind};
use crate::number::{MeasurementError, Number, Wire};

/// A kind that is observed, with a number that it takes.
#[doc(hidden)]
pub trait Asynchronous<N>: Kind {
    type Wire: Wire;
    /// Whether what is observed are totals that never go down.
    const ONLY_GOES_UP: bool;

    fn build<F>(meter: &Meter, descriptor: &Descriptor, callback: F)
    where
        F: Fn(&dyn AsyncInstrument<Self::Wire>) + Send + Sync + 'static;

    /// The number as it goes to the SDK, or why it does not.
    fn lower(number: N) -> Result<Self::Wire, MeasurementError>;
}

macro_rules! asynchronous {
    ($($kind:ident, up $up:literal, $integer:ident: $([$($n:ident)*] $wire:ident $build:ident;)*)*) => {$($($(
        impl Asynchronous<$n> for kind::$kind {
            type Wire = $wire;
            const ONLY_GOES_UP: bool = $up;

            fn build<F>(meter: &Meter, descriptor: &Descriptor, callback: F)
            where
                F: Fn(&dyn AsyncInstrument<$wire>) + Send + Sync + 'static,
            {
                let builder = meter.$build(descriptor.name).with_unit(descriptor.unit);
                let _ = builder.with_description(descriptor.description).with_callback(callback).build();
            }

            fn lower(number: $n) -> Result<$wire, MeasurementError> {
                #[allow(unused_comparisons, reason = "the wire may be unsigned")]
                match number.lower::<$integer>()? {
                    wire if $up && wire < <$wire>::default() => Err(MeasurementError::Negative),
                    wire => Ok(wire),
                }
            }
        }
    )*)*)*};
}

asynchronous! {
    ObservableCounter, up true, u64:
        [u8 u16 u32 u64 usize] u64 u64_observable_counter;
        [f32 f64] f64 f64_observable_counter;
    ObservableUpDownCounter, up false, i64:
        [i8 i16 i32 i64 isize] i64 i64_observable_up_down_counter;
        [f32 f64] f64 f64_observable_up_down_counter;
    ObservableGauge, up false, i64:
        [u8 u16 u32 u64 usize i8 i16 i32 i64 isize] i64 i64_observable_gauge;
        [f32 f64] f64 f64_observable_gauge;
}
