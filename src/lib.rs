//! Typed OpenTelemetry metrics.

#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate self as meterstick;

mod attribute;
mod declare;
mod instrument;
mod number;
mod record;
#[cfg(feature = "trace")]
#[cfg_attr(docsrs, doc(cfg(feature = "trace")))]
pub mod trace;
pub mod unit;
pub use attribute::{
    AttributeValue, Attributes, Element, Field, Key, KeyError, KeyRef, KeyValues, Sequence, ValueRef, ValueType, Visit,
};
pub use declare::{
    BoundariesError, DescriptionError, Descriptor, InstrumentKind, Kind, Live, Measures, Meter, Metric, Name,
    NameError, Scope, WantsName, WantsUnit, kind,
};
pub use instrument::{
    Counter, Gauge, Histogram, Instrument, Observable, ObservableCounter, ObservableGauge, ObservableUpDownCounter,
    Observation, Observer, Timer, Tracked, UpDownCounter,
};
pub use number::{CounterNumber, Form, GaugeNumber, HistogramNumber, MeasurementError, Number, UpDownCounterNumber};
pub use record::set_meter_provider;
pub use unit::{Measurement, Quantity, Unit};

/// Makes a newtype over a number a measurement in a unit.
///
/// ```
/// use meterstick::Measurement;
/// use meterstick::unit::{Millis, Seconds};
///
/// #[derive(Clone, Copy, Measurement)]
/// #[measurement(unit = Millis)]
/// struct Latency(f64);
///
/// let seconds = Measurement::<f64, Seconds>::measure(Latency(12.5));
/// assert_eq!(seconds, Ok(0.0125));
/// ```
#[doc(inline)]
pub use meterstick_derive::Measurement;

#[doc(hidden)]
pub use {
    attribute::{derived, distinct},
    declare::{WithUnit, WithoutUnit},
    instrument::{Asynchronous, Makes},
    record::Synchronous,
};

/// What a module that measures wants in scope.
///
/// ```
/// use meterstick::prelude::*;
/// ```
pub mod prelude {
    pub use crate::{
        AttributeValue, Attributes, Counter, Gauge, Histogram, Key, KeyValues, Measurement, Meter, Metric,
        ObservableCounter, ObservableGauge, ObservableUpDownCounter, Scope, UpDownCounter,
    };
}
