// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! What is not stable yet.

use super::MemoryCommitted;
use crate::unit;
use meterstick::unit::{Bytes, One};
use meterstick::{Attributes, Gauge, Meter, Metric, UpDownCounter};

/// [`jvm.buffer.count`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmbuffercount): an up-down counter in `{buffer}`, in development.
pub const BUFFER_COUNT: Metric<UpDownCounter<i64, unit::Buffers, BufferCount<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Buffers>()
        .name("jvm.buffer.count")
        .description("Current number of JVM buffers.")
        .attributes::<BufferCount>();

/// [`jvm.buffer.memory.limit`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmbuffermemorylimit): an up-down counter in `By`, in development.
pub const BUFFER_MEMORY_LIMIT: Metric<UpDownCounter<i64, Bytes, BufferMemoryLimit<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("jvm.buffer.memory.limit")
        .description("Current JVM buffer memory limit in bytes.")
        .attributes::<BufferMemoryLimit>();

/// [`jvm.buffer.memory.used`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmbuffermemoryused): an up-down counter in `By`, in development.
pub const BUFFER_MEMORY_USED: Metric<UpDownCounter<i64, Bytes, BufferMemoryUsed<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("jvm.buffer.memory.used")
        .description("Current JVM buffer memory used in bytes.")
        .attributes::<BufferMemoryUsed>();

/// [`jvm.file_descriptor.count`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmfile_descriptorcount): an up-down counter in `{file_descriptor}`, in development.
pub const FILE_DESCRIPTOR_COUNT: Metric<UpDownCounter<i64, unit::FileDescriptors>> = Meter::up_down_counter::<i64>()
    .unit::<unit::FileDescriptors>()
    .name("jvm.file_descriptor.count")
    .description("Current number of JVM file descriptors.");

/// [`jvm.file_descriptor.limit`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmfile_descriptorlimit): an up-down counter in `{file_descriptor}`, in development.
pub const FILE_DESCRIPTOR_LIMIT: Metric<UpDownCounter<i64, unit::FileDescriptors>> = Meter::up_down_counter::<i64>()
    .unit::<unit::FileDescriptors>()
    .name("jvm.file_descriptor.limit")
    .description("Current number of file descriptors (JVM file descriptor limit).");

/// [`jvm.memory.init`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmmemoryinit): an up-down counter in `By`, in development.
pub const MEMORY_INIT: Metric<UpDownCounter<i64, Bytes, MemoryInit<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("jvm.memory.init")
    .description("Current JVM memory init in bytes.")
    .attributes::<MemoryInit>();

/// [`jvm.system.cpu.load_1m`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmsystemcpuload_1m): a gauge in `{run_queue_item}`, in development.
pub const SYSTEM_CPU_LOAD_1M: Metric<Gauge<f64, unit::RunQueueItems>> = Meter::gauge::<f64>()
    .unit::<unit::RunQueueItems>()
    .name("jvm.system.cpu.load_1m")
    .description("Last known number of run queue items (JVM system CPU load 1m).");

/// [`jvm.system.cpu.utilization`](https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/#metric-jvmsystemcpuutilization): a gauge in `1`, in development.
pub const SYSTEM_CPU_UTILIZATION: Metric<Gauge<f64, One>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("jvm.system.cpu.utilization")
    .description("Current JVM system CPU utilization.");

/// The attributes of [`BUFFER_COUNT`], [`BUFFER_MEMORY_LIMIT`] and [`BUFFER_MEMORY_USED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct BufferCount<'a> {
    /// `jvm.buffer.pool.name`, recommended.
    #[attribute(key = "jvm.buffer.pool.name")]
    pub pool_name: Option<&'a str>,
}

impl<'a> BufferCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { pool_name: None }
    }

    /// With `jvm.buffer.pool.name`.
    #[must_use]
    pub const fn pool_name(mut self, pool_name: &'a str) -> Self {
        self.pool_name = Some(pool_name);
        self
    }
}

/// The same attributes as of [`BufferCount`].
pub type BufferMemoryLimit<'a> = BufferCount<'a>;

/// The same attributes as of [`BufferCount`].
pub type BufferMemoryUsed<'a> = BufferCount<'a>;

/// The same attributes as of [`MemoryCommitted`].
pub type MemoryInit<'a> = MemoryCommitted<'a>;
