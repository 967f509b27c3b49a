//! Typed OpenTelemetry metrics.
//!
//! The kind, the number type, the unit and the attributes of an instrument are part of its type, so mistakes do not compile. Values
//! go through the OpenTelemetry SDK.
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::unit::{Bytes, KiBytes, Millis, Seconds};
//!
//! const SHOP: Scope = Scope::new("shop").version(env!("CARGO_PKG_VERSION"));
//!
//! static SENT: Counter<u64, Bytes> =
//!     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(SHOP);
//! static LATENCY: Histogram<f64, Seconds> = Meter::histogram::<f64>()
//!     .unit::<Seconds>()
//!     .name("shop.request.duration")
//!     .global(SHOP);
//!
//! // In a program, the provider has a reader.
//! let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
//! meterstick::set_meter_provider(provider);
//!
//! let timer = LATENCY.timer();
//! SENT.add(KiBytes(4)); // 4096 By
//! timer.stop(); // or when it is dropped
//! LATENCY.record(Millis(12.5)); // 0.0125 s
//! ```
//!
//! A bare number has no unit, so this does not compile:
//!
//! ```compile_fail
//! # use meterstick::{prelude::*, unit::Bytes};
//! # static SENT: Counter<u64, Bytes> =
//! #     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));
//! SENT.add(512);
//! ```
//!
//! # Where to find what
//!
//! | you want to | look at |
//! | --- | --- |
//! | learn how it works | the guide, module `guide` |
//! | declare a metric | [`Meter`], the start of every declaration, and [`Metric`], its result |
//! | make it a `static` | [`Metric::global`], and [`Scope`]; [`set_meter_provider`] |
//! | build it on a meter | [`Metric::build`] |
//! | build it in a component that is created and dropped at run time | [`Group`], [`GroupOf`], [`Instrument::bind`] |
//! | add and record | [`Counter`], [`UpDownCounter`], [`Histogram`], [`Gauge`], which are all an [`Instrument`] |
//! | time work, and count work in flight | [`Timer`], [`Tracked`] |
//! | write code over any instrument | [`AddTo`], [`AddWith`], [`RecordTo`], [`RecordWith`], [`StartTimer`], [`TrackIn`] |
//! | observe a value that other code keeps | [`Metric::observe`], [`observe_together`] |
//! | record a value with its unit | the units in [`unit`](mod@unit), [`Quantity`], [`unit!`], [`Measurement`](trait@Measurement) |
//! | record attributes | [`Attributes`](trait@Attributes), [`AttributeValue`](trait@AttributeValue), or [`KeyValues`] for any |
//! | make an attribute of any value | [`convert`] |
//! | export to anywhere | [`export`] |
//! | know why a value, a name or a unit was refused | [`MeasurementError`], [`NameError`], [`unit::CodeError`] |
//!
//! Most modules need only the [`prelude`] and some units.
//!
//! # Features
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `bound-instruments`, on by default | faster histograms and gauges, by an experimental feature of OpenTelemetry: [`guide::setup`] |
//! | `internal-logs`, on by default | reports of refused values in OpenTelemetry's internal log |
//! | `catalog` | lints, names in Prometheus and a Markdown page of a catalogue: [`mod@catalog`] |
//! | `trace` | typed spans and operations: the module `trace` |
//! | `export-spans`, `export-logs` | custom exporters of spans and of log records: [`export`] |
//! | `logs` | typed attributes of log records: [`convert`] |
//! | `serde` | attributes from every type that implements `Serialize`: `convert::serde` |
//! | `cache`, `cache-async` | a cache over `moka` with typed metrics, for threads or for tasks: the module `cache` |
//! | `linked` | one catalogue of all metrics in a program: `linked!`, and components |
//! | `testing` | tests that read instruments and spans: the module `testing`; includes `catalog` |
//! | `proptest` | strategies for property tests, and a model to compare a metric with: in `testing` |
//!
//! The package `meterstick-semconv` has the metrics of the semantic conventions, and a layer for `tower` that measures HTTP
//! servers. The package `meterstick-catalog` writes a catalogue as JSON, as a Weaver registry and as a Grafana dashboard.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

extern crate self as meterstick;

// First, because rustdoc shows the methods of a type in the order of the modules: `Metric::build` before `Metric::descriptor`.
mod instrument;

mod attribute;
#[cfg(any(feature = "cache", feature = "cache-async"))]
pub mod cache;
pub mod catalog;
mod declare;
pub mod export;
#[cfg(any(feature = "trace", feature = "cache", feature = "cache-async"))]
mod failure;
mod group;
#[cfg(any(doc, doctest))]
#[doc = meterstick_derive::page!("docs/README.md")]
pub mod guide;
mod message;
mod number;
mod record;
#[cfg(feature = "testing")]
mod redirect;
mod safely;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(feature = "trace")]
pub mod trace;
pub mod unit;
pub use attribute::convert;
pub use attribute::{
    AnyKeys, AttributeValue, Attributes, ClosedAttributes, ClosedValue, Element, Field, FieldKey, Key, KeyError,
    KeyRef, KeyValues, NoKeys, Sequence, SetKeys, ValueRef, ValueType, Visit,
};
pub use catalog::Instruments;
#[doc(inline)]
pub use catalog::views;
pub use declare::{
    Boundaries, BoundariesError, Boundary, DescriptionError, Descriptor, Exponential, InstrumentKind, Kind, Live,
    Measures, Meter, Metric, Name, NameError, NeedsName, NeedsUnit, Scope, ScopeDescriptor, StaticText, kind,
};
pub use group::{Group, GroupOf};
pub use instrument::{
    AddTo, AddWith, AsMeter, BuildOn, Counter, Gauge, Histogram, Instrument, NoFuture, Observable, ObservableCounter,
    ObservableGauge, ObservableUpDownCounter, Observables, Observation, Observer, RecordTo, RecordWith, StartTimer,
    Timer, TimerRef, TrackIn, Tracked, TrackedRef, UpDownCounter, observe_together,
};
pub use number::{CounterNumber, Form, GaugeNumber, HistogramNumber, MeasurementError, Number, UpDownCounterNumber};
pub use record::{
    WaitingReason, WaitingStatic, assert_statics_have_provider, set_meter_provider, statics_without_provider,
};
pub use unit::{Measurement, Quantity, Unit};

/// The crate `num-traits`, whose traits every [`Number`] has.
pub use num_traits;
/// The OpenTelemetry API, in the version whose types are in this crate's signatures.
pub use opentelemetry;
/// The OpenTelemetry SDK, in the version whose types are in this crate's signatures.
pub use opentelemetry_sdk;

/// Derives [`Measurement`](trait@Measurement) for a newtype over a number, so that instruments take it in its unit.
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
pub use declare::rules;
#[cfg(any(feature = "trace", feature = "cache", feature = "cache-async"))]
#[doc(hidden)]
pub use failure::Failure;
#[doc(hidden)]
pub use {
    attribute::{HasPart, Set},
    declare::{
        DeclaresMetrics, Named, OpenTelemetrysInstruments, OpenTelemetrysMeter, OpenTelemetrysSteps, SpelledBoundaries,
        SpelledDescription, SpelledInstrument, SpelledUnit, WithUnit, WithoutUnit,
    },
    instrument::{Asynchronous, Makes, Observed, Parts, TakesAttributes},
    record::Synchronous,
};

/// What derived code calls. It can change with any release.
#[doc(hidden)]
pub mod derived {
    pub use crate::attribute::derived::*;
    pub use crate::catalog::{check_prefix, join_metrics, metrics};
    pub use crate::instrument::{ComponentField, declared, described};
}

/// Derives [`Instruments`](trait@Instruments) for a struct of instruments, so that it declares and builds all of them.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// #[derive(Instruments)]
/// #[instruments(prefix = "shop")]
/// struct Shop {
///     /// How much was sent.
///     sent: Counter<u64, Bytes>,
/// }
///
/// static SHOP: Shop = Shop::global(Scope::new("shop"));
///
/// SHOP.sent.add(Bytes(512));
/// assert_eq!(SHOP.sent.descriptor().name, "shop.sent");
/// assert_eq!(SHOP.sent.descriptor().description, "How much was sent.");
/// ```
#[doc(inline)]
pub use meterstick_derive::Instruments;

/// Generates samples for property tests, with the feature `proptest`.
#[cfg(feature = "proptest")]
#[doc(hidden)]
#[macro_export]
macro_rules! __sample {
    ($($sample:tt)*) => { $($sample)* };
}

/// Generates samples for property tests, with the feature `proptest`.
#[cfg(not(feature = "proptest"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __sample {
    ($($sample:tt)*) => {};
}

/// Adds a component to the linked catalogue, with the feature `linked`.
#[cfg(feature = "linked")]
#[doc(hidden)]
#[macro_export]
macro_rules! __link {
    ($metrics:expr) => {
        $crate::catalog::inventory::submit! { $crate::catalog::Linked($metrics) }
    };
}

/// Adds a component to the linked catalogue, with the feature `linked`.
#[cfg(not(feature = "linked"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __link {
    ($metrics:expr) => {};
}

/// The items that most modules need to declare and use metrics: `use meterstick::prelude::*`.
///
/// ```
/// use meterstick::prelude::*;
/// ```
pub mod prelude {
    pub use crate::{
        AttributeValue, Attributes, Counter, Gauge, Histogram, Instruments, Key, KeyValues, Measurement, Meter, Metric,
        ObservableCounter, ObservableGauge, ObservableUpDownCounter, Scope, UpDownCounter,
    };
    #[doc(hidden)]
    pub use crate::{OpenTelemetrysInstruments as _, OpenTelemetrysMeter as _, OpenTelemetrysSteps as _};
}
