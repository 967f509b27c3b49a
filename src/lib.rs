//! Typed OpenTelemetry metrics.

extern crate self as meterstick;

mod attribute;
mod declare;
mod instrument;
mod number;
mod record;
pub mod unit;

pub use attribute::{AttributeValue, Attributes, Field, KeyRef, KeyValues, Sequence, ValueRef, ValueType, Visit};
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

#[doc(hidden)]
pub use {
    attribute::distinct,
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
        AttributeValue, Attributes, Counter, Gauge, Histogram, KeyValues, Measurement, Meter, Metric,
        ObservableCounter, ObservableGauge, ObservableUpDownCounter, Scope, UpDownCounter,
    };
}
