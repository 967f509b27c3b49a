// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `process`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/).

use crate::attribute::{cpu, disk, network, process, system};
use crate::unit;
use meterstick::unit::{Bytes, One, Seconds};
use meterstick::{Attributes, Counter, Gauge, Meter, Metric, UpDownCounter};

/// [`process.context_switches`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processcontext_switches): a counter in `{context_switch}`, release candidate.
pub const CONTEXT_SWITCHES: Metric<Counter<u64, unit::ContextSwitches, ContextSwitches<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::ContextSwitches>()
        .name("process.context_switches")
        .description("Number of process context switches, by process.context_switch.type.")
        .attributes::<ContextSwitches>();

/// [`process.cpu.time`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processcputime): a counter in `s`, release candidate.
pub const CPU_TIME: Metric<Counter<f64, Seconds, CpuTime<'static>>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("process.cpu.time")
    .description("Total process CPU time in seconds, by cpu.mode.")
    .attributes::<CpuTime>();

/// [`process.cpu.utilization`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processcpuutilization): a gauge in `1`, release candidate.
pub const CPU_UTILIZATION: Metric<Gauge<f64, One, CpuUtilization<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("process.cpu.utilization")
    .description("Current process CPU utilization, by cpu.mode.")
    .attributes::<CpuUtilization>();

/// [`process.disk.io`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processdiskio): a counter in `By`, release candidate.
pub const DISK_IO: Metric<Counter<u64, Bytes, DiskIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("process.disk.io")
    .description("Total process disk I/O in bytes, by disk.io.direction.")
    .attributes::<DiskIo>();

/// [`process.disk.operations`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processdiskoperations): a counter in `{operation}`, in development.
pub const DISK_OPERATIONS: Metric<Counter<u64, unit::Operations, DiskOperations<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Operations>()
    .name("process.disk.operations")
    .description("Number of process disk operations, by disk.io.direction.")
    .attributes::<DiskOperations>();

/// [`process.memory.usage`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processmemoryusage): an up-down counter in `By`, release candidate.
pub const MEMORY_USAGE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("process.memory.usage")
    .description("Current process memory usage in bytes.");

/// [`process.memory.utilization`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processmemoryutilization): a gauge in `1`, in development.
pub const MEMORY_UTILIZATION: Metric<Gauge<f64, One>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("process.memory.utilization")
    .description("Current process memory utilization.");

/// [`process.memory.virtual`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processmemoryvirtual): an up-down counter in `By`, release candidate.
pub const MEMORY_VIRTUAL: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("process.memory.virtual")
    .description("Current process memory virtual in bytes.");

/// [`process.network.io`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processnetworkio): a counter in `By`, release candidate.
pub const NETWORK_IO: Metric<Counter<u64, Bytes, NetworkIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("process.network.io")
    .description("Total process network I/O in bytes, by network.io.direction.")
    .attributes::<NetworkIo>();

/// [`process.paging.faults`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processpagingfaults): a counter in `{fault}`, release candidate.
pub const PAGING_FAULTS: Metric<Counter<u64, unit::Faults, PagingFaults<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Faults>()
    .name("process.paging.faults")
    .description("Number of process paging faults.")
    .attributes::<PagingFaults>();

/// [`process.signals_pending`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processsignals_pending): an up-down counter in `{signal}`, in development.
pub const SIGNALS_PENDING: Metric<UpDownCounter<i64, unit::Signals>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Signals>()
    .name("process.signals_pending")
    .description("Current number of signals (process signals pending).");

/// [`process.thread.count`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processthreadcount): an up-down counter in `{thread}`, release candidate.
pub const THREAD_COUNT: Metric<UpDownCounter<i64, unit::Threads>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Threads>()
    .name("process.thread.count")
    .description("Current number of process threads.");

/// [`process.unix.file_descriptor.count`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processunixfile_descriptorcount): an up-down counter in `{file_descriptor}`, release candidate.
pub const UNIX_FILE_DESCRIPTOR_COUNT: Metric<UpDownCounter<i64, unit::FileDescriptors>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::FileDescriptors>()
        .name("process.unix.file_descriptor.count")
        .description("Current number of process unix file descriptors.");

/// [`process.uptime`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processuptime): a gauge in `s`, release candidate.
pub const UPTIME: Metric<Gauge<f64, Seconds>> =
    Meter::gauge::<f64>().unit::<Seconds>().name("process.uptime").description("Current process uptime in seconds.");

/// [`process.windows.handle.count`](https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processwindowshandlecount): an up-down counter in `{handle}`, release candidate.
pub const WINDOWS_HANDLE_COUNT: Metric<UpDownCounter<i64, unit::Handles>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Handles>()
    .name("process.windows.handle.count")
    .description("Current number of process windows handles.");

/// The attributes of [`CONTEXT_SWITCHES`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ContextSwitches<'a> {
    /// `process.context_switch.type`, required.
    #[attribute(key = "process.context_switch.type")]
    pub context_switch_type: process::ContextSwitchType<'a>,
}

impl<'a> ContextSwitches<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(context_switch_type: process::ContextSwitchType<'a>) -> Self {
        Self { context_switch_type }
    }
}

/// The attributes of [`CPU_TIME`] and [`CPU_UTILIZATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct CpuTime<'a> {
    /// `cpu.mode`, required.
    #[attribute(key = "cpu.mode")]
    pub mode: cpu::Mode<'a>,
}

impl<'a> CpuTime<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(mode: cpu::Mode<'a>) -> Self {
        Self { mode }
    }
}

/// The same attributes as of [`CpuTime`].
pub type CpuUtilization<'a> = CpuTime<'a>;

/// The attributes of [`DISK_IO`] and [`DISK_OPERATIONS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct DiskIo<'a> {
    /// `disk.io.direction`, required.
    #[attribute(key = "disk.io.direction")]
    pub direction: disk::IoDirection<'a>,
}

impl<'a> DiskIo<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(direction: disk::IoDirection<'a>) -> Self {
        Self { direction }
    }
}

/// The same attributes as of [`DiskIo`].
pub type DiskOperations<'a> = DiskIo<'a>;

/// The attributes of [`NETWORK_IO`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct NetworkIo<'a> {
    /// `network.io.direction`, required.
    #[attribute(key = "network.io.direction")]
    pub direction: network::IoDirection<'a>,
}

impl<'a> NetworkIo<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(direction: network::IoDirection<'a>) -> Self {
        Self { direction }
    }
}

/// The attributes of [`PAGING_FAULTS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct PagingFaults<'a> {
    /// `system.paging.fault.type`, recommended.
    #[attribute(key = "system.paging.fault.type")]
    pub fault_type: Option<system::PagingFaultType<'a>>,
}

impl<'a> PagingFaults<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { fault_type: None }
    }

    /// With `system.paging.fault.type`.
    #[must_use]
    pub const fn fault_type(mut self, fault_type: system::PagingFaultType<'a>) -> Self {
        self.fault_type = Some(fault_type);
        self
    }
}
