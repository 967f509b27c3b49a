// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `container`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/).

use crate::attribute::{cpu, disk, network, system};
use crate::unit;
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Attributes, Counter, Gauge, Meter, Metric, UpDownCounter};

/// [`container.cpu.time`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containercputime): a counter in `s`, release candidate.
pub const CPU_TIME: Metric<Counter<f64, Seconds, CpuTime<'static>>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("container.cpu.time")
    .description("Total container CPU time in seconds.")
    .attributes::<CpuTime>();

/// [`container.cpu.usage`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containercpuusage): a gauge in `{cpu}`, in development.
pub const CPU_USAGE: Metric<Gauge<f64, unit::Cpus, CpuUsage<'static>>> = Meter::gauge::<f64>()
    .unit::<unit::Cpus>()
    .name("container.cpu.usage")
    .description("Last known number of CPUs (container CPU usage).")
    .attributes::<CpuUsage>();

/// [`container.disk.io`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containerdiskio): a counter in `By`, in development.
pub const DISK_IO: Metric<Counter<u64, Bytes, DiskIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("container.disk.io")
    .description("Total container disk I/O in bytes.")
    .attributes::<DiskIo>();

/// [`container.filesystem.available`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containerfilesystemavailable): an up-down counter in `By`, in development.
pub const FILESYSTEM_AVAILABLE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("container.filesystem.available")
    .description("Current container filesystem available in bytes.");

/// [`container.filesystem.capacity`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containerfilesystemcapacity): an up-down counter in `By`, in development.
pub const FILESYSTEM_CAPACITY: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("container.filesystem.capacity")
    .description("Current container filesystem capacity in bytes.");

/// [`container.filesystem.usage`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containerfilesystemusage): an up-down counter in `By`, in development.
pub const FILESYSTEM_USAGE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("container.filesystem.usage")
    .description("Current container filesystem usage in bytes.");

/// [`container.memory.available`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containermemoryavailable): an up-down counter in `By`, release candidate.
pub const MEMORY_AVAILABLE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("container.memory.available")
    .description("Current container memory available in bytes.");

/// [`container.memory.rss`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containermemoryrss): an up-down counter in `By`, release candidate.
pub const MEMORY_RSS: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("container.memory.rss")
    .description("Current container memory rss in bytes.");

/// [`container.memory.usage`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containermemoryusage): an up-down counter in `By`, release candidate.
pub const MEMORY_USAGE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("container.memory.usage")
    .description("Current container memory usage in bytes.");

/// [`container.memory.working_set`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containermemoryworking_set): an up-down counter in `By`, release candidate.
pub const MEMORY_WORKING_SET: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("container.memory.working_set")
    .description("Current container memory working set in bytes.");

/// [`container.network.io`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containernetworkio): a counter in `By`, in development.
pub const NETWORK_IO: Metric<Counter<u64, Bytes, NetworkIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("container.network.io")
    .description("Total container network I/O in bytes.")
    .attributes::<NetworkIo>();

/// [`container.paging.faults`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containerpagingfaults): a counter in `{fault}`, in development.
pub const PAGING_FAULTS: Metric<Counter<u64, unit::Faults, PagingFaults<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Faults>()
    .name("container.paging.faults")
    .description("Number of container paging faults.")
    .attributes::<PagingFaults>();

/// [`container.uptime`](https://opentelemetry.io/docs/specs/semconv/system/container-metrics/#metric-containeruptime): a gauge in `s`, in development.
pub const UPTIME: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("container.uptime")
    .description("Current container uptime in seconds.");

/// The attributes of [`CPU_TIME`] and [`CPU_USAGE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct CpuTime<'a> {
    /// `cpu.mode`, conditionally required.
    #[attribute(key = "cpu.mode")]
    pub mode: Option<cpu::Mode<'a>>,
}

impl<'a> CpuTime<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { mode: None }
    }

    /// With `cpu.mode`.
    #[must_use]
    pub const fn mode(mut self, mode: cpu::Mode<'a>) -> Self {
        self.mode = Some(mode);
        self
    }
}

/// The same attributes as of [`CpuTime`].
pub type CpuUsage<'a> = CpuTime<'a>;

/// The attributes of [`DISK_IO`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct DiskIo<'a> {
    /// `disk.io.direction`, recommended.
    #[attribute(key = "disk.io.direction")]
    pub direction: Option<disk::IoDirection<'a>>,
    /// `system.device`, recommended.
    #[attribute(key = "system.device")]
    pub device: Option<&'a str>,
}

impl<'a> DiskIo<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { direction: None, device: None }
    }

    /// With `disk.io.direction`.
    #[must_use]
    pub const fn direction(mut self, direction: disk::IoDirection<'a>) -> Self {
        self.direction = Some(direction);
        self
    }

    /// With `system.device`.
    #[must_use]
    pub const fn device(mut self, device: &'a str) -> Self {
        self.device = Some(device);
        self
    }
}

/// The attributes of [`NETWORK_IO`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "network")]
#[non_exhaustive]
pub struct NetworkIo<'a> {
    /// `network.interface.name`, recommended.
    #[attribute(key = "interface.name")]
    pub interface_name: Option<&'a str>,
    /// `network.io.direction`, recommended.
    #[attribute(key = "io.direction")]
    pub direction: Option<network::IoDirection<'a>>,
}

impl<'a> NetworkIo<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { interface_name: None, direction: None }
    }

    /// With `network.interface.name`.
    #[must_use]
    pub const fn interface_name(mut self, interface_name: &'a str) -> Self {
        self.interface_name = Some(interface_name);
        self
    }

    /// With `network.io.direction`.
    #[must_use]
    pub const fn direction(mut self, direction: network::IoDirection<'a>) -> Self {
        self.direction = Some(direction);
        self
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
