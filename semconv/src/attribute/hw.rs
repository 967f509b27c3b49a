// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `hw`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/hardware/).

use meterstick::{AttributeValue, Key};

/// `hw.battery.capacity`, in development.
pub const BATTERY_CAPACITY: Key<&'static str> = Key::new("hw.battery.capacity");
/// `hw.battery.chemistry`, in development.
pub const BATTERY_CHEMISTRY: Key<&'static str> = Key::new("hw.battery.chemistry");
/// `hw.battery.state`, in development.
pub const BATTERY_STATE: Key<BatteryState<'static>> = Key::new("hw.battery.state");
/// `hw.driver_version`, in development.
pub const DRIVER_VERSION: Key<&'static str> = Key::new("hw.driver_version");
/// `hw.firmware_version`, in development.
pub const FIRMWARE_VERSION: Key<&'static str> = Key::new("hw.firmware_version");
/// `hw.gpu.task`, in development.
pub const GPU_TASK: Key<GpuTask<'static>> = Key::new("hw.gpu.task");
/// `hw.id`, in development.
pub const ID: Key<&'static str> = Key::new("hw.id");
/// `hw.limit_type`, in development.
pub const LIMIT_TYPE: Key<LimitType<'static>> = Key::new("hw.limit_type");
/// `hw.logical_disk.raid_level`, in development.
pub const LOGICAL_DISK_RAID_LEVEL: Key<&'static str> = Key::new("hw.logical_disk.raid_level");
/// `hw.logical_disk.state`, in development.
pub const LOGICAL_DISK_STATE: Key<LogicalDiskState<'static>> = Key::new("hw.logical_disk.state");
/// `hw.memory.type`, in development.
pub const MEMORY_TYPE: Key<&'static str> = Key::new("hw.memory.type");
/// `hw.model`, in development.
pub const MODEL: Key<&'static str> = Key::new("hw.model");
/// `hw.name`, in development.
pub const NAME: Key<&'static str> = Key::new("hw.name");
/// `hw.network.logical_addresses`, in development.
pub const NETWORK_LOGICAL_ADDRESSES: Key<&'static [&'static str]> = Key::new("hw.network.logical_addresses");
/// `hw.network.physical_address`, in development.
pub const NETWORK_PHYSICAL_ADDRESS: Key<&'static str> = Key::new("hw.network.physical_address");
/// `hw.parent`, in development.
pub const PARENT: Key<&'static str> = Key::new("hw.parent");
/// `hw.physical_disk.smart_attribute`, in development.
pub const PHYSICAL_DISK_SMART_ATTRIBUTE: Key<&'static str> = Key::new("hw.physical_disk.smart_attribute");
/// `hw.physical_disk.state`, in development.
pub const PHYSICAL_DISK_STATE: Key<PhysicalDiskState<'static>> = Key::new("hw.physical_disk.state");
/// `hw.physical_disk.type`, in development.
pub const PHYSICAL_DISK_TYPE: Key<&'static str> = Key::new("hw.physical_disk.type");
/// `hw.sensor_location`, in development.
pub const SENSOR_LOCATION: Key<&'static str> = Key::new("hw.sensor_location");
/// `hw.serial_number`, in development.
pub const SERIAL_NUMBER: Key<&'static str> = Key::new("hw.serial_number");
/// `hw.state`, in development.
pub const STATE: Key<State<'static>> = Key::new("hw.state");
/// `hw.tape_drive.operation_type`, in development.
pub const TAPE_DRIVE_OPERATION_TYPE: Key<TapeDriveOperationType<'static>> = Key::new("hw.tape_drive.operation_type");
/// `hw.type`, in development.
pub const TYPE: Key<Type<'static>> = Key::new("hw.type");
/// `hw.vendor`, in development.
pub const VENDOR: Key<&'static str> = Key::new("hw.vendor");

/// The values of `hw.battery.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum BatteryState<'a> {
    /// `charging`.
    Charging,
    /// `discharging`.
    Discharging,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `hw.gpu.task`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum GpuTask<'a> {
    /// `decoder`.
    Decoder,
    /// `encoder`.
    Encoder,
    /// `general`.
    General,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `hw.limit_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum LimitType<'a> {
    /// `critical`.
    Critical,
    /// `degraded`.
    Degraded,
    /// `high.critical`.
    #[attribute(rename = "high.critical")]
    HighCritical,
    /// `high.degraded`.
    #[attribute(rename = "high.degraded")]
    HighDegraded,
    /// `low.critical`.
    #[attribute(rename = "low.critical")]
    LowCritical,
    /// `low.degraded`.
    #[attribute(rename = "low.degraded")]
    LowDegraded,
    /// `max`.
    Max,
    /// `throttled`.
    Throttled,
    /// `turbo`.
    Turbo,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `hw.logical_disk.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum LogicalDiskState<'a> {
    /// `used`.
    Used,
    /// `free`.
    Free,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `hw.physical_disk.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum PhysicalDiskState<'a> {
    /// `remaining`.
    Remaining,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `hw.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum State<'a> {
    /// `degraded`.
    Degraded,
    /// `failed`.
    Failed,
    /// `needs_cleaning`.
    NeedsCleaning,
    /// `ok`.
    Ok,
    /// `predicted_failure`.
    PredictedFailure,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `hw.tape_drive.operation_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum TapeDriveOperationType<'a> {
    /// `mount`.
    Mount,
    /// `unmount`.
    Unmount,
    /// `clean`.
    Clean,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `hw.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum Type<'a> {
    /// `battery`.
    Battery,
    /// `cpu`.
    Cpu,
    /// `disk_controller`.
    DiskController,
    /// `enclosure`.
    Enclosure,
    /// `fan`.
    Fan,
    /// `gpu`.
    Gpu,
    /// `logical_disk`.
    LogicalDisk,
    /// `memory`.
    Memory,
    /// `network`.
    Network,
    /// `physical_disk`.
    PhysicalDisk,
    /// `power_supply`.
    PowerSupply,
    /// `tape_drive`.
    TapeDrive,
    /// `temperature`.
    Temperature,
    /// `voltage`.
    Voltage,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
