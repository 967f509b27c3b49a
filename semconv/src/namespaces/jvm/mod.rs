// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `jvm`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/).

#[cfg(feature = "experimental")]
mod experimental;
#[cfg(feature = "experimental")]
pub use experimental::*;

use crate::attribute::jvm;
use crate::unit;
use meterstick::unit::{Bytes, One, Seconds};
use meterstick::{Attributes, Counter, Gauge, Histogram, Meter, Metric, UpDownCounter};

/// [`jvm.class.count`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmclasscount): an up-down counter in `{class}`, stable.
pub const CLASS_COUNT: Metric<UpDownCounter<i64, unit::Classes>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Classes>()
    .name("jvm.class.count")
    .description("Current number of JVM classes.");

/// [`jvm.class.loaded`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmclassloaded): a counter in `{class}`, stable.
pub const CLASS_LOADED: Metric<Counter<u64, unit::Classes>> = Meter::counter::<u64>()
    .unit::<unit::Classes>()
    .name("jvm.class.loaded")
    .description("Number of classes (JVM class loaded).");

/// [`jvm.class.unloaded`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmclassunloaded): a counter in `{class}`, stable.
pub const CLASS_UNLOADED: Metric<Counter<u64, unit::Classes>> = Meter::counter::<u64>()
    .unit::<unit::Classes>()
    .name("jvm.class.unloaded")
    .description("Number of classes (JVM class unloaded).");

/// [`jvm.cpu.count`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmcpucount): an up-down counter in `{cpu}`, stable.
pub const CPU_COUNT: Metric<UpDownCounter<i64, unit::Cpus>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Cpus>()
    .name("jvm.cpu.count")
    .description("Current number of JVM CPUs.");

/// [`jvm.cpu.recent_utilization`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmcpurecent_utilization): a gauge in `1`, stable.
pub const CPU_RECENT_UTILIZATION: Metric<Gauge<f64, One>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("jvm.cpu.recent_utilization")
    .description("Current JVM CPU recent utilization.");

/// [`jvm.cpu.time`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmcputime): a counter in `s`, stable.
pub const CPU_TIME: Metric<Counter<f64, Seconds>> =
    Meter::counter::<f64>().unit::<Seconds>().name("jvm.cpu.time").description("Total JVM CPU time in seconds.");

/// [`jvm.gc.duration`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmgcduration): a histogram in `s`, stable.
pub const GC_DURATION: Metric<Histogram<f64, Seconds, GcDuration<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("jvm.gc.duration")
    .description("Distribution of JVM GC duration in seconds.")
    .attributes::<GcDuration>();

/// [`jvm.memory.committed`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmmemorycommitted): an up-down counter in `By`, stable.
pub const MEMORY_COMMITTED: Metric<UpDownCounter<i64, Bytes, MemoryCommitted<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("jvm.memory.committed")
        .description("Current JVM memory committed in bytes.")
        .attributes::<MemoryCommitted>();

/// [`jvm.memory.limit`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmmemorylimit): an up-down counter in `By`, stable.
pub const MEMORY_LIMIT: Metric<UpDownCounter<i64, Bytes, MemoryLimit<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("jvm.memory.limit")
    .description("Current JVM memory limit in bytes.")
    .attributes::<MemoryLimit>();

/// [`jvm.memory.used`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmmemoryused): an up-down counter in `By`, stable.
pub const MEMORY_USED: Metric<UpDownCounter<i64, Bytes, MemoryUsed<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("jvm.memory.used")
    .description("Current JVM memory used in bytes.")
    .attributes::<MemoryUsed>();

/// [`jvm.memory.used_after_last_gc`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmmemoryused_after_last_gc): an up-down counter in `By`, stable.
pub const MEMORY_USED_AFTER_LAST_GC: Metric<UpDownCounter<i64, Bytes, MemoryUsedAfterLastGc<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("jvm.memory.used_after_last_gc")
        .description("Current JVM memory used after last GC in bytes.")
        .attributes::<MemoryUsedAfterLastGc>();

/// [`jvm.thread.count`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmthreadcount): an up-down counter in `{thread}`, stable.
pub const THREAD_COUNT: Metric<UpDownCounter<i64, unit::Threads, ThreadCount<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Threads>()
        .name("jvm.thread.count")
        .description("Current number of JVM threads.")
        .attributes::<ThreadCount>();

/// The attributes of [`GC_DURATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "jvm.gc")]
#[non_exhaustive]
pub struct GcDuration<'a> {
    /// `jvm.gc.action`, recommended.
    pub action: Option<&'a str>,
    /// `jvm.gc.cause`, opt-in, in development.
    pub cause: Option<&'a str>,
    /// `jvm.gc.name`, recommended.
    #[attribute(key = "name")]
    pub gc_name: Option<&'a str>,
}

impl<'a> GcDuration<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { action: None, cause: None, gc_name: None }
    }

    /// With `jvm.gc.action`.
    #[must_use]
    pub const fn action(mut self, action: &'a str) -> Self {
        self.action = Some(action);
        self
    }

    /// With `jvm.gc.cause`.
    #[must_use]
    pub const fn cause(mut self, cause: &'a str) -> Self {
        self.cause = Some(cause);
        self
    }

    /// With `jvm.gc.name`.
    #[must_use]
    pub const fn gc_name(mut self, gc_name: &'a str) -> Self {
        self.gc_name = Some(gc_name);
        self
    }
}

/// The attributes of [`MEMORY_COMMITTED`], [`MEMORY_LIMIT`], [`MEMORY_USED`] and [`MEMORY_USED_AFTER_LAST_GC`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "jvm.memory")]
#[non_exhaustive]
pub struct MemoryCommitted<'a> {
    /// `jvm.memory.pool.name`, recommended.
    #[attribute(key = "pool.name")]
    pub pool_name: Option<&'a str>,
    /// `jvm.memory.type`, recommended.
    #[attribute(key = "type")]
    pub memory_type: Option<jvm::MemoryType<'a>>,
}

impl<'a> MemoryCommitted<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { pool_name: None, memory_type: None }
    }

    /// With `jvm.memory.pool.name`.
    #[must_use]
    pub const fn pool_name(mut self, pool_name: &'a str) -> Self {
        self.pool_name = Some(pool_name);
        self
    }

    /// With `jvm.memory.type`.
    #[must_use]
    pub const fn memory_type(mut self, memory_type: jvm::MemoryType<'a>) -> Self {
        self.memory_type = Some(memory_type);
        self
    }
}

/// The same attributes as of [`MemoryCommitted`].
pub type MemoryLimit<'a> = MemoryCommitted<'a>;

/// The same attributes as of [`MemoryCommitted`].
pub type MemoryUsed<'a> = MemoryCommitted<'a>;

/// The same attributes as of [`MemoryCommitted`].
pub type MemoryUsedAfterLastGc<'a> = MemoryCommitted<'a>;

/// The attributes of [`THREAD_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "jvm.thread")]
#[non_exhaustive]
pub struct ThreadCount<'a> {
    /// `jvm.thread.daemon`, recommended.
    pub daemon: Option<bool>,
    /// `jvm.thread.state`, recommended.
    #[attribute(key = "state")]
    pub thread_state: Option<jvm::ThreadState<'a>>,
}

impl<'a> ThreadCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { daemon: None, thread_state: None }
    }

    /// With `jvm.thread.daemon`.
    #[must_use]
    pub const fn daemon(mut self, daemon: bool) -> Self {
        self.daemon = Some(daemon);
        self
    }

    /// With `jvm.thread.state`.
    #[must_use]
    pub const fn thread_state(mut self, thread_state: jvm::ThreadState<'a>) -> Self {
        self.thread_state = Some(thread_state);
        self
    }
}
