//! `Asynchronous`: the SDK instrument that an observable kind and a number lower to.
// Uses `declare`, `number`. Used by `observable`, `together`.

use opentelemetry::metrics::{AsyncInstrument, Meter};

use crate::declare::{Descriptor, Kind, kind};
use crate::number::{CounterNumber, Form, GaugeNumber, MeasurementError, UpDownCounterNumber, Wire, same};

/// An observable kind, together with a number that it takes.
#[doc(hidden)]
pub trait Asynchronous<N>: Kind {
    type Wire: Wire;
    /// Whether the observed totals can only go up.
    const ONLY_GOES_UP: bool;

    fn build<F>(meter: &Meter, descriptor: &Descriptor, callback: F)
    where
        F: Fn(&dyn AsyncInstrument<Self::Wire>) + Send + Sync + 'static;

    /// Converts to the SDK's number, or says why it does not fit.
    fn lower(number: N) -> Result<Self::Wire, MeasurementError>;
}

type Callback<W> = Box<dyn Fn(&dyn AsyncInstrument<W>) + Send + Sync>;

// For every number that the kind takes, so that generic code over such a number can use the instrument.
macro_rules! asynchronous {
    ($($kind:ident<$rule:ident, $integer:ident>, up $up:literal: $integers:ident $floats:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<N: $rule> Asynchronous<N> for kind::$kind {
            type Wire = N::Wire<$integer>;
            const ONLY_GOES_UP: bool = $up;

            fn build<F>(meter: &Meter, descriptor: &Descriptor, callback: F)
            where
                F: Fn(&dyn AsyncInstrument<Self::Wire>) + Send + Sync + 'static,
            {
                let callback: Callback<Self::Wire> = Box::new(callback);
                match N::FORM {
                    Form::Integer => {
                        let builder = meter.$integers(descriptor.name).with_unit(descriptor.unit);
                        let builder = builder.with_callback(same::<_, Callback<$integer>>(callback));
                        let _ = builder.with_description(descriptor.description).build();
                    }
                    Form::Float => {
                        let builder = meter.$floats(descriptor.name).with_unit(descriptor.unit);
                        let builder = builder.with_callback(same::<_, Callback<f64>>(callback));
                        let _ = builder.with_description(descriptor.description).build();
                    }
                }
            }

            fn lower(number: N) -> Result<Self::Wire, MeasurementError> {
                match number.lower::<$integer>()? {
                    wire if $up && wire < Self::Wire::default() => Err(MeasurementError::Negative),
                    wire => Ok(wire),
                }
            }
        }
    )*};
}

asynchronous! {
    ObservableCounter<CounterNumber, u64>, up true: u64_observable_counter f64_observable_counter;
    ObservableUpDownCounter<UpDownCounterNumber, i64>, up false:
        i64_observable_up_down_counter f64_observable_up_down_counter;
    ObservableGauge<GaugeNumber, i64>, up false: i64_observable_gauge f64_observable_gauge;
}
