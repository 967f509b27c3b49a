// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `system`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/).

use crate::attribute::{cpu, disk, file, network, process, system};
use crate::unit;
use meterstick::unit::{Bytes, Hertz, One, Seconds};
use meterstick::{Attributes, Counter, Gauge, Meter, Metric, UpDownCounter};

/// [`system.cpu.frequency`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemcpufrequency): a gauge in `Hz`, in development.
pub const CPU_FREQUENCY: Metric<Gauge<i64, Hertz, CpuFrequency>> = Meter::gauge::<i64>()
    .unit::<Hertz>()
    .name("system.cpu.frequency")
    .description("Current system CPU frequency in hertz.")
    .attributes::<CpuFrequency>();

/// [`system.cpu.logical.count`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemcpulogicalcount): an up-down counter in `{cpu}`, in development.
pub const CPU_LOGICAL_COUNT: Metric<UpDownCounter<i64, unit::Cpus>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Cpus>()
    .name("system.cpu.logical.count")
    .description("Current number of CPUs (system CPU logical).");

/// [`system.cpu.physical.count`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemcpuphysicalcount): an up-down counter in `{cpu}`, in development.
pub const CPU_PHYSICAL_COUNT: Metric<UpDownCounter<i64, unit::Cpus>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Cpus>()
    .name("system.cpu.physical.count")
    .description("Current number of CPUs (system CPU physical).");

/// [`system.cpu.time`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemcputime): a counter in `s`, in development.
pub const CPU_TIME: Metric<Counter<f64, Seconds, CpuTime<'static>>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("system.cpu.time")
    .description("Total system CPU time in seconds.")
    .attributes::<CpuTime>();

/// [`system.cpu.utilization`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemcpuutilization): a gauge in `1`, in development.
pub const CPU_UTILIZATION: Metric<Gauge<f64, One, CpuUtilization<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("system.cpu.utilization")
    .description("Current system CPU utilization.")
    .attributes::<CpuUtilization>();

/// [`system.disk.io`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemdiskio): a counter in `By`, in development.
pub const DISK_IO: Metric<Counter<u64, Bytes, DiskIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("system.disk.io")
    .description("Total system disk I/O in bytes.")
    .attributes::<DiskIo>();

/// [`system.disk.io_time`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemdiskio_time): a counter in `s`, in development.
pub const DISK_IO_TIME: Metric<Counter<f64, Seconds, DiskIoTime<'static>>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("system.disk.io_time")
    .description("Total system disk I/O time in seconds.")
    .attributes::<DiskIoTime>();

/// [`system.disk.limit`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemdisklimit): an up-down counter in `By`, in development.
pub const DISK_LIMIT: Metric<UpDownCounter<i64, Bytes, DiskLimit<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("system.disk.limit")
    .description("Current system disk limit in bytes.")
    .attributes::<DiskLimit>();

/// [`system.disk.merged`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemdiskmerged): a counter in `{operation}`, in development.
pub const DISK_MERGED: Metric<Counter<u64, unit::Operations, DiskMerged<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Operations>()
    .name("system.disk.merged")
    .description("Number of operations (system disk merged).")
    .attributes::<DiskMerged>();

/// [`system.disk.operation_time`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemdiskoperation_time): a counter in `s`, in development.
pub const DISK_OPERATION_TIME: Metric<Counter<f64, Seconds, DiskOperationTime<'static>>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("system.disk.operation_time")
    .description("Total system disk operation time in seconds.")
    .attributes::<DiskOperationTime>();

/// [`system.disk.operations`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemdiskoperations): a counter in `{operation}`, in development.
pub const DISK_OPERATIONS: Metric<Counter<u64, unit::Operations, DiskOperations<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Operations>()
    .name("system.disk.operations")
    .description("Number of system disk operations.")
    .attributes::<DiskOperations>();

/// [`system.filesystem.limit`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemfilesystemlimit): an up-down counter in `By`, in development.
pub const FILESYSTEM_LIMIT: Metric<UpDownCounter<i64, Bytes, FilesystemLimit<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("system.filesystem.limit")
        .description("Current system filesystem limit in bytes.")
        .attributes::<FilesystemLimit>();

/// [`system.filesystem.lock.count`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemfilesystemlockcount): an up-down counter in `{lock}`, in development.
pub const FILESYSTEM_LOCK_COUNT: Metric<UpDownCounter<i64, unit::Locks, FilesystemLockCount<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Locks>()
        .name("system.filesystem.lock.count")
        .description("Current number of system filesystem locks.")
        .attributes::<FilesystemLockCount>();

/// [`system.filesystem.usage`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemfilesystemusage): an up-down counter in `By`, in development.
pub const FILESYSTEM_USAGE: Metric<UpDownCounter<i64, Bytes, FilesystemUsage<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("system.filesystem.usage")
        .description("Current system filesystem usage in bytes.")
        .attributes::<FilesystemUsage>();

/// [`system.filesystem.utilization`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemfilesystemutilization): a gauge in `1`, in development.
pub const FILESYSTEM_UTILIZATION: Metric<Gauge<f64, One, FilesystemUtilization<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("system.filesystem.utilization")
    .description("Current system filesystem utilization.")
    .attributes::<FilesystemUtilization>();

/// [`system.memory.limit`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylimit): an up-down counter in `By`, in development.
pub const MEMORY_LIMIT: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("system.memory.limit")
    .description("Current system memory limit in bytes.");

/// [`system.memory.linux.available`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylinuxavailable): an up-down counter in `By`, in development.
pub const MEMORY_LINUX_AVAILABLE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("system.memory.linux.available")
    .description("Current system memory linux available in bytes.");

/// [`system.memory.linux.hugepages.limit`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylinuxhugepageslimit): an up-down counter in `{page}`, in development.
pub const MEMORY_LINUX_HUGEPAGES_LIMIT: Metric<UpDownCounter<i64, unit::Pages>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pages>()
    .name("system.memory.linux.hugepages.limit")
    .description("Current number of pages (system memory linux hugepages limit).");

/// [`system.memory.linux.hugepages.page_size`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylinuxhugepagespage_size): an up-down counter in `By`, in development.
pub const MEMORY_LINUX_HUGEPAGES_PAGE_SIZE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("system.memory.linux.hugepages.page_size")
    .description("Current system memory linux hugepages page size in bytes.");

/// [`system.memory.linux.hugepages.reserved`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylinuxhugepagesreserved): an up-down counter in `{page}`, in development.
pub const MEMORY_LINUX_HUGEPAGES_RESERVED: Metric<UpDownCounter<i64, unit::Pages>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pages>()
    .name("system.memory.linux.hugepages.reserved")
    .description("Current number of pages (system memory linux hugepages reserved).");

/// [`system.memory.linux.hugepages.surplus`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylinuxhugepagessurplus): an up-down counter in `{page}`, in development.
pub const MEMORY_LINUX_HUGEPAGES_SURPLUS: Metric<UpDownCounter<i64, unit::Pages>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pages>()
    .name("system.memory.linux.hugepages.surplus")
    .description("Current number of pages (system memory linux hugepages surplus).");

/// [`system.memory.linux.hugepages.usage`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylinuxhugepagesusage): an up-down counter in `{page}`, in development.
pub const MEMORY_LINUX_HUGEPAGES_USAGE: Metric<UpDownCounter<i64, unit::Pages, MemoryLinuxHugepagesUsage<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Pages>()
        .name("system.memory.linux.hugepages.usage")
        .description("Current number of pages (system memory linux hugepages usage).")
        .attributes::<MemoryLinuxHugepagesUsage>();

/// [`system.memory.linux.hugepages.utilization`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylinuxhugepagesutilization): a gauge in `1`, in development.
pub const MEMORY_LINUX_HUGEPAGES_UTILIZATION: Metric<Gauge<f64, One, MemoryLinuxHugepagesUtilization<'static>>> =
    Meter::gauge::<f64>()
        .unit::<One>()
        .name("system.memory.linux.hugepages.utilization")
        .description("Current system memory linux hugepages utilization.")
        .attributes::<MemoryLinuxHugepagesUtilization>();

/// [`system.memory.linux.shared`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylinuxshared): an up-down counter in `By`, in development.
pub const MEMORY_LINUX_SHARED: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("system.memory.linux.shared")
    .description("Current system memory linux shared in bytes.");

/// [`system.memory.linux.slab.usage`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemorylinuxslabusage): an up-down counter in `By`, in development.
pub const MEMORY_LINUX_SLAB_USAGE: Metric<UpDownCounter<i64, Bytes, MemoryLinuxSlabUsage<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("system.memory.linux.slab.usage")
        .description("Current system memory linux slab usage in bytes.")
        .attributes::<MemoryLinuxSlabUsage>();

/// [`system.memory.usage`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemoryusage): an up-down counter in `By`, in development.
pub const MEMORY_USAGE: Metric<UpDownCounter<i64, Bytes, MemoryUsage<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("system.memory.usage")
    .description("Current system memory usage in bytes.")
    .attributes::<MemoryUsage>();

/// [`system.memory.utilization`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemmemoryutilization): a gauge in `1`, in development.
pub const MEMORY_UTILIZATION: Metric<Gauge<f64, One, MemoryUtilization<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("system.memory.utilization")
    .description("Current system memory utilization.")
    .attributes::<MemoryUtilization>();

/// [`system.network.connection.count`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemnetworkconnectioncount): an up-down counter in `{connection}`, in development.
pub const NETWORK_CONNECTION_COUNT: Metric<UpDownCounter<i64, unit::Connections, NetworkConnectionCount<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Connections>()
        .name("system.network.connection.count")
        .description("Current number of system network connections.")
        .attributes::<NetworkConnectionCount>();

/// [`system.network.errors`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemnetworkerrors): a counter in `{error}`, in development.
pub const NETWORK_ERRORS: Metric<Counter<u64, unit::Errors, NetworkErrors<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Errors>()
    .name("system.network.errors")
    .description("Number of system network errors.")
    .attributes::<NetworkErrors>();

/// [`system.network.io`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemnetworkio): a counter in `By`, in development.
pub const NETWORK_IO: Metric<Counter<u64, Bytes, NetworkIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("system.network.io")
    .description("Total system network I/O in bytes.")
    .attributes::<NetworkIo>();

/// [`system.network.packet.count`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemnetworkpacketcount): a counter in `{packet}`, in development.
pub const NETWORK_PACKET_COUNT: Metric<Counter<u64, unit::Packets, NetworkPacketCount<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Packets>()
        .name("system.network.packet.count")
        .description("Number of system network packets.")
        .attributes::<NetworkPacketCount>();

/// [`system.network.packet.dropped`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemnetworkpacketdropped): a counter in `{packet}`, in development.
pub const NETWORK_PACKET_DROPPED: Metric<Counter<u64, unit::Packets, NetworkPacketDropped<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Packets>()
        .name("system.network.packet.dropped")
        .description("Number of packets (system network packet dropped).")
        .attributes::<NetworkPacketDropped>();

/// [`system.paging.faults`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systempagingfaults): a counter in `{fault}`, in development.
pub const PAGING_FAULTS: Metric<Counter<u64, unit::Faults, PagingFaults<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Faults>()
    .name("system.paging.faults")
    .description("Number of system paging faults.")
    .attributes::<PagingFaults>();

/// [`system.paging.operations`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systempagingoperations): a counter in `{operation}`, in development.
pub const PAGING_OPERATIONS: Metric<Counter<u64, unit::Operations, PagingOperations<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Operations>()
        .name("system.paging.operations")
        .description("Number of system paging operations.")
        .attributes::<PagingOperations>();

/// [`system.paging.usage`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systempagingusage): an up-down counter in `By`, in development.
pub const PAGING_USAGE: Metric<UpDownCounter<i64, Bytes, PagingUsage<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("system.paging.usage")
    .description("Current system paging usage in bytes.")
    .attributes::<PagingUsage>();

/// [`system.paging.utilization`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systempagingutilization): a gauge in `1`, in development.
pub const PAGING_UTILIZATION: Metric<Gauge<f64, One, PagingUtilization<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("system.paging.utilization")
    .description("Current system paging utilization.")
    .attributes::<PagingUtilization>();

/// [`system.process.count`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemprocesscount): an up-down counter in `{process}`, in development.
pub const PROCESS_COUNT: Metric<UpDownCounter<i64, unit::Processes, ProcessCount<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Processes>()
        .name("system.process.count")
        .description("Current number of system processes.")
        .attributes::<ProcessCount>();

/// [`system.process.created`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemprocesscreated): a counter in `{process}`, in development.
pub const PROCESS_CREATED: Metric<Counter<u64, unit::Processes>> = Meter::counter::<u64>()
    .unit::<unit::Processes>()
    .name("system.process.created")
    .description("Number of processes (system process created).");

/// [`system.process.limit`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemprocesslimit): an up-down counter in `{thread}`, in development.
pub const PROCESS_LIMIT: Metric<UpDownCounter<i64, unit::Threads>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Threads>()
    .name("system.process.limit")
    .description("Current number of threads (system process limit).");

/// [`system.uptime`](https://opentelemetry.io/docs/specs/semconv/system/system-metrics/#metric-systemuptime): a gauge in `s`, in development.
pub const UPTIME: Metric<Gauge<f64, Seconds>> =
    Meter::gauge::<f64>().unit::<Seconds>().name("system.uptime").description("Current system uptime in seconds.");

/// The attributes of [`CPU_FREQUENCY`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct CpuFrequency {
    /// `cpu.logical_number`, recommended.
    #[attribute(key = "cpu.logical_number")]
    pub logical_number: Option<i64>,
}

impl CpuFrequency {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { logical_number: None }
    }

    /// With `cpu.logical_number`.
    #[must_use]
    pub const fn logical_number(mut self, logical_number: i64) -> Self {
        self.logical_number = Some(logical_number);
        self
    }
}

/// The attributes of [`CPU_TIME`] and [`CPU_UTILIZATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "cpu")]
#[non_exhaustive]
pub struct CpuTime<'a> {
    /// `cpu.logical_number`, opt-in.
    pub logical_number: Option<i64>,
    /// `cpu.mode`, recommended.
    pub mode: Option<cpu::Mode<'a>>,
}

impl<'a> CpuTime<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { logical_number: None, mode: None }
    }

    /// With `cpu.logical_number`.
    #[must_use]
    pub const fn logical_number(mut self, logical_number: i64) -> Self {
        self.logical_number = Some(logical_number);
        self
    }

    /// With `cpu.mode`.
    #[must_use]
    pub const fn mode(mut self, mode: cpu::Mode<'a>) -> Self {
        self.mode = Some(mode);
        self
    }
}

/// The same attributes as of [`CpuTime`].
pub type CpuUtilization<'a> = CpuTime<'a>;

/// The attributes of [`DISK_IO`], [`DISK_MERGED`], [`DISK_OPERATION_TIME`] and [`DISK_OPERATIONS`].
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

/// The same attributes as of [`DiskIo`].
pub type DiskMerged<'a> = DiskIo<'a>;

/// The same attributes as of [`DiskIo`].
pub type DiskOperationTime<'a> = DiskIo<'a>;

/// The same attributes as of [`DiskIo`].
pub type DiskOperations<'a> = DiskIo<'a>;

/// The attributes of [`DISK_IO_TIME`] and [`DISK_LIMIT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct DiskIoTime<'a> {
    /// `system.device`, recommended.
    #[attribute(key = "system.device")]
    pub device: Option<&'a str>,
}

impl<'a> DiskIoTime<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { device: None }
    }

    /// With `system.device`.
    #[must_use]
    pub const fn device(mut self, device: &'a str) -> Self {
        self.device = Some(device);
        self
    }
}

/// The same attributes as of [`DiskIoTime`].
pub type DiskLimit<'a> = DiskIoTime<'a>;

/// The attributes of [`FILESYSTEM_LIMIT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "system")]
#[non_exhaustive]
pub struct FilesystemLimit<'a> {
    /// `system.device`, recommended.
    pub device: Option<&'a str>,
    /// `system.filesystem.mode`, recommended.
    #[attribute(key = "filesystem.mode")]
    pub mode: Option<&'a str>,
    /// `system.filesystem.mountpoint`, recommended.
    #[attribute(key = "filesystem.mountpoint")]
    pub mountpoint: Option<&'a str>,
    /// `system.filesystem.type`, recommended.
    #[attribute(key = "filesystem.type")]
    pub filesystem_type: Option<system::FilesystemType<'a>>,
}

impl<'a> FilesystemLimit<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { device: None, mode: None, mountpoint: None, filesystem_type: None }
    }

    /// With `system.device`.
    #[must_use]
    pub const fn device(mut self, device: &'a str) -> Self {
        self.device = Some(device);
        self
    }

    /// With `system.filesystem.mode`.
    #[must_use]
    pub const fn mode(mut self, mode: &'a str) -> Self {
        self.mode = Some(mode);
        self
    }

    /// With `system.filesystem.mountpoint`.
    #[must_use]
    pub const fn mountpoint(mut self, mountpoint: &'a str) -> Self {
        self.mountpoint = Some(mountpoint);
        self
    }

    /// With `system.filesystem.type`.
    #[must_use]
    pub const fn filesystem_type(mut self, filesystem_type: system::FilesystemType<'a>) -> Self {
        self.filesystem_type = Some(filesystem_type);
        self
    }
}

/// The attributes of [`FILESYSTEM_LOCK_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct FilesystemLockCount<'a> {
    /// `file.lock.mechanism`, recommended.
    #[attribute(key = "file.lock.mechanism")]
    pub mechanism: Option<&'a str>,
    /// `file.lock.mode`, recommended.
    #[attribute(key = "file.lock.mode")]
    pub mode: Option<&'a str>,
    /// `file.lock.type`, recommended.
    #[attribute(key = "file.lock.type")]
    pub lock_type: Option<file::LockType<'a>>,
    /// `system.device`, recommended.
    #[attribute(key = "system.device")]
    pub device: Option<&'a str>,
}

impl<'a> FilesystemLockCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { mechanism: None, mode: None, lock_type: None, device: None }
    }

    /// With `file.lock.mechanism`.
    #[must_use]
    pub const fn mechanism(mut self, mechanism: &'a str) -> Self {
        self.mechanism = Some(mechanism);
        self
    }

    /// With `file.lock.mode`.
    #[must_use]
    pub const fn mode(mut self, mode: &'a str) -> Self {
        self.mode = Some(mode);
        self
    }

    /// With `file.lock.type`.
    #[must_use]
    pub const fn lock_type(mut self, lock_type: file::LockType<'a>) -> Self {
        self.lock_type = Some(lock_type);
        self
    }

    /// With `system.device`.
    #[must_use]
    pub const fn device(mut self, device: &'a str) -> Self {
        self.device = Some(device);
        self
    }
}

/// The attributes of [`FILESYSTEM_USAGE`] and [`FILESYSTEM_UTILIZATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "system")]
#[non_exhaustive]
pub struct FilesystemUsage<'a> {
    /// `system.device`, recommended.
    pub device: Option<&'a str>,
    /// `system.filesystem.mode`, recommended.
    #[attribute(key = "filesystem.mode")]
    pub mode: Option<&'a str>,
    /// `system.filesystem.mountpoint`, recommended.
    #[attribute(key = "filesystem.mountpoint")]
    pub mountpoint: Option<&'a str>,
    /// `system.filesystem.state`, recommended.
    #[attribute(key = "filesystem.state")]
    pub filesystem_state: Option<system::FilesystemState<'a>>,
    /// `system.filesystem.type`, recommended.
    #[attribute(key = "filesystem.type")]
    pub filesystem_type: Option<system::FilesystemType<'a>>,
}

impl<'a> FilesystemUsage<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { device: None, mode: None, mountpoint: None, filesystem_state: None, filesystem_type: None }
    }

    /// With `system.device`.
    #[must_use]
    pub const fn device(mut self, device: &'a str) -> Self {
        self.device = Some(device);
        self
    }

    /// With `system.filesystem.mode`.
    #[must_use]
    pub const fn mode(mut self, mode: &'a str) -> Self {
        self.mode = Some(mode);
        self
    }

    /// With `system.filesystem.mountpoint`.
    #[must_use]
    pub const fn mountpoint(mut self, mountpoint: &'a str) -> Self {
        self.mountpoint = Some(mountpoint);
        self
    }

    /// With `system.filesystem.state`.
    #[must_use]
    pub const fn filesystem_state(mut self, filesystem_state: system::FilesystemState<'a>) -> Self {
        self.filesystem_state = Some(filesystem_state);
        self
    }

    /// With `system.filesystem.type`.
    #[must_use]
    pub const fn filesystem_type(mut self, filesystem_type: system::FilesystemType<'a>) -> Self {
        self.filesystem_type = Some(filesystem_type);
        self
    }
}

/// The same attributes as of [`FilesystemUsage`].
pub type FilesystemUtilization<'a> = FilesystemUsage<'a>;

/// The attributes of [`MEMORY_LINUX_HUGEPAGES_USAGE`] and [`MEMORY_LINUX_HUGEPAGES_UTILIZATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct MemoryLinuxHugepagesUsage<'a> {
    /// `system.memory.linux.hugepages.state`, recommended.
    #[attribute(key = "system.memory.linux.hugepages.state")]
    pub hugepages_state: Option<system::MemoryLinuxHugepagesState<'a>>,
}

impl<'a> MemoryLinuxHugepagesUsage<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { hugepages_state: None }
    }

    /// With `system.memory.linux.hugepages.state`.
    #[must_use]
    pub const fn hugepages_state(mut self, hugepages_state: system::MemoryLinuxHugepagesState<'a>) -> Self {
        self.hugepages_state = Some(hugepages_state);
        self
    }
}

/// The same attributes as of [`MemoryLinuxHugepagesUsage`].
pub type MemoryLinuxHugepagesUtilization<'a> = MemoryLinuxHugepagesUsage<'a>;

/// The attributes of [`MEMORY_LINUX_SLAB_USAGE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct MemoryLinuxSlabUsage<'a> {
    /// `system.memory.linux.slab.state`, recommended.
    #[attribute(key = "system.memory.linux.slab.state")]
    pub slab_state: Option<system::MemoryLinuxSlabState<'a>>,
}

impl<'a> MemoryLinuxSlabUsage<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { slab_state: None }
    }

    /// With `system.memory.linux.slab.state`.
    #[must_use]
    pub const fn slab_state(mut self, slab_state: system::MemoryLinuxSlabState<'a>) -> Self {
        self.slab_state = Some(slab_state);
        self
    }
}

/// The attributes of [`MEMORY_USAGE`] and [`MEMORY_UTILIZATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct MemoryUsage<'a> {
    /// `system.memory.state`, recommended.
    #[attribute(key = "system.memory.state")]
    pub memory_state: Option<system::MemoryState<'a>>,
}

impl<'a> MemoryUsage<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { memory_state: None }
    }

    /// With `system.memory.state`.
    #[must_use]
    pub const fn memory_state(mut self, memory_state: system::MemoryState<'a>) -> Self {
        self.memory_state = Some(memory_state);
        self
    }
}

/// The same attributes as of [`MemoryUsage`].
pub type MemoryUtilization<'a> = MemoryUsage<'a>;

/// The attributes of [`NETWORK_CONNECTION_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "network")]
#[non_exhaustive]
pub struct NetworkConnectionCount<'a> {
    /// `network.connection.state`, recommended.
    #[attribute(key = "connection.state")]
    pub connection_state: Option<network::ConnectionState<'a>>,
    /// `network.interface.name`, recommended.
    #[attribute(key = "interface.name")]
    pub interface_name: Option<&'a str>,
    /// `network.transport`, recommended.
    pub transport: Option<network::Transport<'a>>,
}

impl<'a> NetworkConnectionCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { connection_state: None, interface_name: None, transport: None }
    }

    /// With `network.connection.state`.
    #[must_use]
    pub const fn connection_state(mut self, connection_state: network::ConnectionState<'a>) -> Self {
        self.connection_state = Some(connection_state);
        self
    }

    /// With `network.interface.name`.
    #[must_use]
    pub const fn interface_name(mut self, interface_name: &'a str) -> Self {
        self.interface_name = Some(interface_name);
        self
    }

    /// With `network.transport`.
    #[must_use]
    pub const fn transport(mut self, transport: network::Transport<'a>) -> Self {
        self.transport = Some(transport);
        self
    }
}

/// The attributes of [`NETWORK_ERRORS`], [`NETWORK_IO`] and [`NETWORK_PACKET_DROPPED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "network")]
#[non_exhaustive]
pub struct NetworkErrors<'a> {
    /// `network.interface.name`, recommended.
    #[attribute(key = "interface.name")]
    pub interface_name: Option<&'a str>,
    /// `network.io.direction`, recommended.
    #[attribute(key = "io.direction")]
    pub direction: Option<network::IoDirection<'a>>,
}

impl<'a> NetworkErrors<'a> {
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

/// The same attributes as of [`NetworkErrors`].
pub type NetworkIo<'a> = NetworkErrors<'a>;

/// The same attributes as of [`NetworkErrors`].
pub type NetworkPacketDropped<'a> = NetworkErrors<'a>;

/// The attributes of [`NETWORK_PACKET_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct NetworkPacketCount<'a> {
    /// `network.io.direction`, recommended.
    #[attribute(key = "network.io.direction")]
    pub direction: Option<network::IoDirection<'a>>,
    /// `system.device`, recommended.
    #[attribute(key = "system.device")]
    pub device: Option<&'a str>,
}

impl<'a> NetworkPacketCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { direction: None, device: None }
    }

    /// With `network.io.direction`.
    #[must_use]
    pub const fn direction(mut self, direction: network::IoDirection<'a>) -> Self {
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

/// The attributes of [`PAGING_OPERATIONS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "system.paging")]
#[non_exhaustive]
pub struct PagingOperations<'a> {
    /// `system.paging.direction`, recommended.
    pub direction: Option<system::PagingDirection<'a>>,
    /// `system.paging.fault.type`, recommended.
    #[attribute(key = "fault.type")]
    pub fault_type: Option<system::PagingFaultType<'a>>,
}

impl<'a> PagingOperations<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { direction: None, fault_type: None }
    }

    /// With `system.paging.direction`.
    #[must_use]
    pub const fn direction(mut self, direction: system::PagingDirection<'a>) -> Self {
        self.direction = Some(direction);
        self
    }

    /// With `system.paging.fault.type`.
    #[must_use]
    pub const fn fault_type(mut self, fault_type: system::PagingFaultType<'a>) -> Self {
        self.fault_type = Some(fault_type);
        self
    }
}

/// The attributes of [`PAGING_USAGE`] and [`PAGING_UTILIZATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "system")]
#[non_exhaustive]
pub struct PagingUsage<'a> {
    /// `system.device`, recommended.
    pub device: Option<&'a str>,
    /// `system.paging.state`, recommended.
    #[attribute(key = "paging.state")]
    pub paging_state: Option<system::PagingState<'a>>,
}

impl<'a> PagingUsage<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { device: None, paging_state: None }
    }

    /// With `system.device`.
    #[must_use]
    pub const fn device(mut self, device: &'a str) -> Self {
        self.device = Some(device);
        self
    }

    /// With `system.paging.state`.
    #[must_use]
    pub const fn paging_state(mut self, paging_state: system::PagingState<'a>) -> Self {
        self.paging_state = Some(paging_state);
        self
    }
}

/// The same attributes as of [`PagingUsage`].
pub type PagingUtilization<'a> = PagingUsage<'a>;

/// The attributes of [`PROCESS_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ProcessCount<'a> {
    /// `process.state`, recommended.
    #[attribute(key = "process.state")]
    pub process_state: Option<process::State<'a>>,
}

impl<'a> ProcessCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { process_state: None }
    }

    /// With `process.state`.
    #[must_use]
    pub const fn process_state(mut self, process_state: process::State<'a>) -> Self {
        self.process_state = Some(process_state);
        self
    }
}
