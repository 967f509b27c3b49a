// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `faas`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/).

use crate::attribute::faas;
use crate::unit;
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Attributes, Counter, Histogram, Meter, Metric};

/// [`faas.coldstarts`](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/#metric-faascoldstarts): a counter in `{coldstart}`, in development.
pub const COLDSTARTS: Metric<Counter<u64, unit::Coldstarts, Coldstarts<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Coldstarts>()
    .name("faas.coldstarts")
    .description("Number of FaaS coldstarts.")
    .attributes::<Coldstarts>();

/// [`faas.cpu_usage`](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/#metric-faascpu_usage): a histogram in `s`, in development.
pub const CPU_USAGE: Metric<Histogram<f64, Seconds, CpuUsage<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("faas.cpu_usage")
    .description("Distribution of FaaS CPU usage in seconds.")
    .attributes::<CpuUsage>();

/// [`faas.errors`](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/#metric-faaserrors): a counter in `{error}`, in development.
pub const ERRORS: Metric<Counter<u64, unit::Errors, Errors<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Errors>()
    .name("faas.errors")
    .description("Number of FaaS errors.")
    .attributes::<Errors>();

/// [`faas.init_duration`](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/#metric-faasinit_duration): a histogram in `s`, in development.
pub const INIT_DURATION: Metric<Histogram<f64, Seconds, InitDuration<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("faas.init_duration")
    .description("Distribution of FaaS init duration in seconds.")
    .attributes::<InitDuration>();

/// [`faas.invocations`](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/#metric-faasinvocations): a counter in `{invocation}`, in development.
pub const INVOCATIONS: Metric<Counter<u64, unit::Invocations, Invocations<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Invocations>()
    .name("faas.invocations")
    .description("Number of FaaS invocations.")
    .attributes::<Invocations>();

/// [`faas.invoke_duration`](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/#metric-faasinvoke_duration): a histogram in `s`, in development.
pub const INVOKE_DURATION: Metric<Histogram<f64, Seconds, InvokeDuration<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("faas.invoke_duration")
    .description("Distribution of FaaS invoke duration in seconds.")
    .attributes::<InvokeDuration>();

/// [`faas.mem_usage`](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/#metric-faasmem_usage): a histogram in `By`, in development.
pub const MEM_USAGE: Metric<Histogram<u64, Bytes, MemUsage<'static>>> = Meter::histogram::<u64>()
    .unit::<Bytes>()
    .name("faas.mem_usage")
    .description("Distribution of FaaS mem usage in bytes.")
    .attributes::<MemUsage>();

/// [`faas.net_io`](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/#metric-faasnet_io): a histogram in `By`, in development.
pub const NET_IO: Metric<Histogram<u64, Bytes, NetIo<'static>>> = Meter::histogram::<u64>()
    .unit::<Bytes>()
    .name("faas.net_io")
    .description("Distribution of FaaS net I/O in bytes.")
    .attributes::<NetIo>();

/// [`faas.timeouts`](https://opentelemetry.io/docs/specs/semconv/faas/faas-metrics/#metric-faastimeouts): a counter in `{timeout}`, in development.
pub const TIMEOUTS: Metric<Counter<u64, unit::Timeouts, Timeouts<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Timeouts>()
    .name("faas.timeouts")
    .description("Number of FaaS timeouts.")
    .attributes::<Timeouts>();

/// The attributes of [`COLDSTARTS`], [`CPU_USAGE`], [`ERRORS`], [`INIT_DURATION`], [`INVOCATIONS`], [`INVOKE_DURATION`], [`MEM_USAGE`], [`NET_IO`] and [`TIMEOUTS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct Coldstarts<'a> {
    /// `faas.trigger`, recommended.
    #[attribute(key = "faas.trigger")]
    pub trigger: Option<faas::Trigger<'a>>,
}

impl<'a> Coldstarts<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { trigger: None }
    }

    /// With `faas.trigger`.
    #[must_use]
    pub const fn trigger(mut self, trigger: faas::Trigger<'a>) -> Self {
        self.trigger = Some(trigger);
        self
    }
}

/// The same attributes as of [`Coldstarts`].
pub type CpuUsage<'a> = Coldstarts<'a>;

/// The same attributes as of [`Coldstarts`].
pub type Errors<'a> = Coldstarts<'a>;

/// The same attributes as of [`Coldstarts`].
pub type InitDuration<'a> = Coldstarts<'a>;

/// The same attributes as of [`Coldstarts`].
pub type Invocations<'a> = Coldstarts<'a>;

/// The same attributes as of [`Coldstarts`].
pub type InvokeDuration<'a> = Coldstarts<'a>;

/// The same attributes as of [`Coldstarts`].
pub type MemUsage<'a> = Coldstarts<'a>;

/// The same attributes as of [`Coldstarts`].
pub type NetIo<'a> = Coldstarts<'a>;

/// The same attributes as of [`Coldstarts`].
pub type Timeouts<'a> = Coldstarts<'a>;
