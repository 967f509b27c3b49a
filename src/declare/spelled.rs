//! OpenTelemetry's spellings of a declaration's steps. They are defined so that the compiler's message names ours.
// Uses `kind`, `metric`, `state`. No other module uses it.

use super::kind;
use super::metric::Metric;
use super::state::{Meter, NeedsName, NeedsUnit};

/// Implemented by no declaration: OpenTelemetry's `with_unit`.
#[diagnostic::on_unimplemented(
    message = "a declaration has its unit in its type: `with_unit` is OpenTelemetry's",
    label = "no step of a declaration",
    note = "write the type of the unit, before the name: `Meter::counter::<u64>().unit::<Bytes>().name(\"..\")`"
)]
pub trait SpelledUnit {}

/// Implemented by no declaration: OpenTelemetry's `with_description`.
#[diagnostic::on_unimplemented(
    message = "a declaration is described with `description`: `with_description` is OpenTelemetry's",
    label = "no step of a declaration",
    note = "write `.description(\"..\")`, after the name"
)]
pub trait SpelledDescription {}

/// Implemented by no declaration: OpenTelemetry's `with_boundaries`.
#[diagnostic::on_unimplemented(
    message = "a histogram declares its buckets with `boundaries`: `with_boundaries` is OpenTelemetry's",
    label = "no step of a declaration",
    note = "write `.boundaries(&[Millis(5.0), Millis(100.0)])`, after the name"
)]
pub trait SpelledBoundaries {}

/// Implemented by no declaration: OpenTelemetry's `u64_counter` and similar.
#[diagnostic::on_unimplemented(
    message = "a declaration has its number in its type: `u64_counter` and similar are OpenTelemetry's",
    label = "not the start of a declaration",
    note = "write `Meter::counter::<u64>().unit::<Bytes>().name(\"..\")`; to build one on OpenTelemetry's meter, `METRIC.build(&meter)`"
)]
pub trait SpelledInstrument<T> {}

/// The steps of OpenTelemetry's builders, refused. Written out instead of generated, so that no message names a macro.
#[allow(missing_docs, reason = "they are refused")]
pub trait OpenTelemetrysSteps: Sized {
    fn with_unit<T>(self, _: T) -> Self
    where
        Self: SpelledUnit,
    {
        self
    }

    fn with_description<T>(self, _: T) -> Self
    where
        Self: SpelledDescription,
    {
        self
    }

    fn with_boundaries<T>(self, _: T) -> Self
    where
        Self: SpelledBoundaries,
    {
        self
    }
}

impl<K, N> OpenTelemetrysSteps for NeedsUnit<K, N> {}
impl<K, N, U> OpenTelemetrysSteps for NeedsName<K, N, U> {}
impl<I> OpenTelemetrysSteps for Metric<I> {}

/// The functions of OpenTelemetry's meter, refused.
#[allow(missing_docs, reason = "they are refused")]
pub trait OpenTelemetrysInstruments {
    fn u64_counter<T>(_: T)
    where
        Self: SpelledInstrument<T>,
    {
    }

    fn f64_counter<T>(_: T)
    where
        Self: SpelledInstrument<T>,
    {
    }

    fn i64_up_down_counter<T>(_: T)
    where
        Self: SpelledInstrument<T>,
    {
    }

    fn f64_up_down_counter<T>(_: T)
    where
        Self: SpelledInstrument<T>,
    {
    }

    fn u64_histogram<T>(_: T)
    where
        Self: SpelledInstrument<T>,
    {
    }

    fn f64_histogram<T>(_: T)
    where
        Self: SpelledInstrument<T>,
    {
    }

    fn u64_gauge<T>(_: T)
    where
        Self: SpelledInstrument<T>,
    {
    }

    fn i64_gauge<T>(_: T)
    where
        Self: SpelledInstrument<T>,
    {
    }

    fn f64_gauge<T>(_: T)
    where
        Self: SpelledInstrument<T>,
    {
    }
}

impl OpenTelemetrysInstruments for Meter {}

/// Implemented by no type: a declaration begins with `meterstick::Meter`.
#[diagnostic::on_unimplemented(
    message = "a declaration begins with `meterstick::Meter`, and this `Meter` is OpenTelemetry's",
    label = "OpenTelemetry's meter, on which instruments are built",
    note = "write `meterstick::Meter::counter::<u64>()`, or import the other one as `use opentelemetry::metrics::Meter as OtelMeter`"
)]
pub trait DeclaresMetrics<N> {}

/// Tells the user which `Meter` is meant where OpenTelemetry's is imported beside the prelude.
#[allow(missing_docs, reason = "they are refused")]
pub trait OpenTelemetrysMeter {
    fn counter<N>() -> NeedsUnit<kind::Counter, N>
    where
        Self: DeclaresMetrics<N>,
    {
        unreachable!("no type is `DeclaresMetrics`")
    }

    fn up_down_counter<N>() -> NeedsUnit<kind::UpDownCounter, N>
    where
        Self: DeclaresMetrics<N>,
    {
        unreachable!("no type is `DeclaresMetrics`")
    }

    fn histogram<N>() -> NeedsUnit<kind::Histogram, N>
    where
        Self: DeclaresMetrics<N>,
    {
        unreachable!("no type is `DeclaresMetrics`")
    }

    fn gauge<N>() -> NeedsUnit<kind::Gauge, N>
    where
        Self: DeclaresMetrics<N>,
    {
        unreachable!("no type is `DeclaresMetrics`")
    }

    fn observable_counter<N>() -> NeedsUnit<kind::ObservableCounter, N>
    where
        Self: DeclaresMetrics<N>,
    {
        unreachable!("no type is `DeclaresMetrics`")
    }

    fn observable_up_down_counter<N>() -> NeedsUnit<kind::ObservableUpDownCounter, N>
    where
        Self: DeclaresMetrics<N>,
    {
        unreachable!("no type is `DeclaresMetrics`")
    }

    fn observable_gauge<N>() -> NeedsUnit<kind::ObservableGauge, N>
    where
        Self: DeclaresMetrics<N>,
    {
        unreachable!("no type is `DeclaresMetrics`")
    }
}

impl OpenTelemetrysMeter for opentelemetry::metrics::Meter {}
