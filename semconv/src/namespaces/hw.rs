// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `hw`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/hardware/).

use crate::attribute::{error, hw, network};
use crate::unit;
use meterstick::unit::{Bytes, Celsius, Hertz, Joules, One, Per, Seconds, Volts, Watts};
use meterstick::{Attributes, Counter, Gauge, Meter, Metric, UpDownCounter};

/// [`hw.battery.charge`](https://opentelemetry.io/docs/specs/semconv/hardware/battery/#metric-hwbatterycharge): a gauge in `1`, in development.
pub const BATTERY_CHARGE: Metric<Gauge<f64, One, BatteryCharge<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("hw.battery.charge")
    .description("Current hardware battery charge, by hw.id.")
    .attributes::<BatteryCharge>();

/// [`hw.battery.charge.limit`](https://opentelemetry.io/docs/specs/semconv/hardware/battery/#metric-hwbatterychargelimit): a gauge in `1`, in development.
pub const BATTERY_CHARGE_LIMIT: Metric<Gauge<f64, One, BatteryChargeLimit<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("hw.battery.charge.limit")
    .description("Current hardware battery charge limit, by hw.id.")
    .attributes::<BatteryChargeLimit>();

/// [`hw.battery.time_left`](https://opentelemetry.io/docs/specs/semconv/hardware/battery/#metric-hwbatterytime_left): a gauge in `s`, in development.
pub const BATTERY_TIME_LEFT: Metric<Gauge<f64, Seconds, BatteryTimeLeft<'static>>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("hw.battery.time_left")
    .description("Current hardware battery time left in seconds, by hw.id and hw.state.")
    .attributes::<BatteryTimeLeft>();

/// [`hw.cpu.speed`](https://opentelemetry.io/docs/specs/semconv/hardware/cpu/#metric-hwcpuspeed): a gauge in `Hz`, in development.
pub const CPU_SPEED: Metric<Gauge<i64, Hertz, CpuSpeed<'static>>> = Meter::gauge::<i64>()
    .unit::<Hertz>()
    .name("hw.cpu.speed")
    .description("Current hardware CPU speed in hertz, by hw.id.")
    .attributes::<CpuSpeed>();

/// [`hw.cpu.speed.limit`](https://opentelemetry.io/docs/specs/semconv/hardware/cpu/#metric-hwcpuspeedlimit): a gauge in `Hz`, in development.
pub const CPU_SPEED_LIMIT: Metric<Gauge<i64, Hertz, CpuSpeedLimit<'static>>> = Meter::gauge::<i64>()
    .unit::<Hertz>()
    .name("hw.cpu.speed.limit")
    .description("Current hardware CPU speed limit in hertz, by hw.id.")
    .attributes::<CpuSpeedLimit>();

/// [`hw.energy`](https://opentelemetry.io/docs/specs/semconv/hardware/common/#metric-hwenergy): a counter in `J`, in development.
pub const ENERGY: Metric<Counter<f64, Joules, Energy<'static>>> = Meter::counter::<f64>()
    .unit::<Joules>()
    .name("hw.energy")
    .description("Total hardware energy in joules, by hw.id and hw.type.")
    .attributes::<Energy>();

/// [`hw.errors`](https://opentelemetry.io/docs/specs/semconv/hardware/common/#metric-hwerrors): a counter in `{error}`, in development.
pub const ERRORS: Metric<Counter<u64, unit::Errors, Errors<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Errors>()
    .name("hw.errors")
    .description("Number of hardware errors, by hw.id and hw.type.")
    .attributes::<Errors>();

/// [`hw.fan.speed`](https://opentelemetry.io/docs/specs/semconv/hardware/fan/#metric-hwfanspeed): a gauge in `rpm`, in development.
pub const FAN_SPEED: Metric<Gauge<i64, unit::RevolutionsPerMinute, FanSpeed<'static>>> = Meter::gauge::<i64>()
    .unit::<unit::RevolutionsPerMinute>()
    .name("hw.fan.speed")
    .description("Current hardware fan speed in revolutions per minute, by hw.id.")
    .attributes::<FanSpeed>();

/// [`hw.fan.speed.limit`](https://opentelemetry.io/docs/specs/semconv/hardware/fan/#metric-hwfanspeedlimit): a gauge in `rpm`, in development.
pub const FAN_SPEED_LIMIT: Metric<Gauge<i64, unit::RevolutionsPerMinute, FanSpeedLimit<'static>>> =
    Meter::gauge::<i64>()
        .unit::<unit::RevolutionsPerMinute>()
        .name("hw.fan.speed.limit")
        .description("Current hardware fan speed limit in revolutions per minute, by hw.id.")
        .attributes::<FanSpeedLimit>();

/// [`hw.fan.speed_ratio`](https://opentelemetry.io/docs/specs/semconv/hardware/fan/#metric-hwfanspeed_ratio): a gauge in `1`, in development.
pub const FAN_SPEED_RATIO: Metric<Gauge<f64, One, FanSpeedRatio<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("hw.fan.speed_ratio")
    .description("Current hardware fan speed ratio, by hw.id.")
    .attributes::<FanSpeedRatio>();

/// [`hw.gpu.io`](https://opentelemetry.io/docs/specs/semconv/hardware/gpu/#metric-hwgpuio): a counter in `By`, in development.
pub const GPU_IO: Metric<Counter<u64, Bytes, GpuIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("hw.gpu.io")
    .description("Total hardware GPU I/O in bytes, by hw.id and network.io.direction.")
    .attributes::<GpuIo>();

/// [`hw.gpu.memory.limit`](https://opentelemetry.io/docs/specs/semconv/hardware/gpu/#metric-hwgpumemorylimit): an up-down counter in `By`, in development.
pub const GPU_MEMORY_LIMIT: Metric<UpDownCounter<i64, Bytes, GpuMemoryLimit<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("hw.gpu.memory.limit")
        .description("Current hardware GPU memory limit in bytes, by hw.id.")
        .attributes::<GpuMemoryLimit>();

/// [`hw.gpu.memory.usage`](https://opentelemetry.io/docs/specs/semconv/hardware/gpu/#metric-hwgpumemoryusage): an up-down counter in `By`, in development.
pub const GPU_MEMORY_USAGE: Metric<UpDownCounter<i64, Bytes, GpuMemoryUsage<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("hw.gpu.memory.usage")
        .description("Current hardware GPU memory usage in bytes, by hw.id.")
        .attributes::<GpuMemoryUsage>();

/// [`hw.gpu.memory.utilization`](https://opentelemetry.io/docs/specs/semconv/hardware/gpu/#metric-hwgpumemoryutilization): a gauge in `1`, in development.
pub const GPU_MEMORY_UTILIZATION: Metric<Gauge<f64, One, GpuMemoryUtilization<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("hw.gpu.memory.utilization")
    .description("Current hardware GPU memory utilization, by hw.id.")
    .attributes::<GpuMemoryUtilization>();

/// [`hw.gpu.utilization`](https://opentelemetry.io/docs/specs/semconv/hardware/gpu/#metric-hwgpuutilization): a gauge in `1`, in development.
pub const GPU_UTILIZATION: Metric<Gauge<f64, One, GpuUtilization<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("hw.gpu.utilization")
    .description("Current hardware GPU utilization, by hw.id.")
    .attributes::<GpuUtilization>();

/// [`hw.host.ambient_temperature`](https://opentelemetry.io/docs/specs/semconv/hardware/host/#metric-hwhostambient_temperature): a gauge in `Cel`, in development.
pub const HOST_AMBIENT_TEMPERATURE: Metric<Gauge<f64, Celsius, HostAmbientTemperature<'static>>> =
    Meter::gauge::<f64>()
        .unit::<Celsius>()
        .name("hw.host.ambient_temperature")
        .description("Current hardware host ambient temperature in degrees Celsius, by hw.id.")
        .attributes::<HostAmbientTemperature>();

/// [`hw.host.energy`](https://opentelemetry.io/docs/specs/semconv/hardware/host/#metric-hwhostenergy): a counter in `J`, in development.
pub const HOST_ENERGY: Metric<Counter<u64, Joules, HostEnergy<'static>>> = Meter::counter::<u64>()
    .unit::<Joules>()
    .name("hw.host.energy")
    .description("Total hardware host energy in joules, by hw.id.")
    .attributes::<HostEnergy>();

/// [`hw.host.heating_margin`](https://opentelemetry.io/docs/specs/semconv/hardware/host/#metric-hwhostheating_margin): a gauge in `Cel`, in development.
pub const HOST_HEATING_MARGIN: Metric<Gauge<f64, Celsius, HostHeatingMargin<'static>>> = Meter::gauge::<f64>()
    .unit::<Celsius>()
    .name("hw.host.heating_margin")
    .description("Current hardware host heating margin in degrees Celsius, by hw.id.")
    .attributes::<HostHeatingMargin>();

/// [`hw.host.power`](https://opentelemetry.io/docs/specs/semconv/hardware/host/#metric-hwhostpower): a gauge in `W`, in development.
pub const HOST_POWER: Metric<Gauge<f64, Watts, HostPower<'static>>> = Meter::gauge::<f64>()
    .unit::<Watts>()
    .name("hw.host.power")
    .description("Current hardware host power in watts, by hw.id.")
    .attributes::<HostPower>();

/// [`hw.logical_disk.limit`](https://opentelemetry.io/docs/specs/semconv/hardware/logical-disk/#metric-hwlogical_disklimit): an up-down counter in `By`, in development.
pub const LOGICAL_DISK_LIMIT: Metric<UpDownCounter<i64, Bytes, LogicalDiskLimit<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("hw.logical_disk.limit")
        .description("Current hardware logical disk limit in bytes, by hw.id.")
        .attributes::<LogicalDiskLimit>();

/// [`hw.logical_disk.usage`](https://opentelemetry.io/docs/specs/semconv/hardware/logical-disk/#metric-hwlogical_diskusage): an up-down counter in `By`, in development.
pub const LOGICAL_DISK_USAGE: Metric<UpDownCounter<i64, Bytes, LogicalDiskUsage<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("hw.logical_disk.usage")
        .description("Current hardware logical disk usage in bytes, by hw.id and hw.logical_disk.state.")
        .attributes::<LogicalDiskUsage>();

/// [`hw.logical_disk.utilization`](https://opentelemetry.io/docs/specs/semconv/hardware/logical-disk/#metric-hwlogical_diskutilization): a gauge in `1`, in development.
pub const LOGICAL_DISK_UTILIZATION: Metric<Gauge<f64, One, LogicalDiskUtilization<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("hw.logical_disk.utilization")
    .description("Current hardware logical disk utilization, by hw.id and hw.logical_disk.state.")
    .attributes::<LogicalDiskUtilization>();

/// [`hw.memory.size`](https://opentelemetry.io/docs/specs/semconv/hardware/memory/#metric-hwmemorysize): an up-down counter in `By`, in development.
pub const MEMORY_SIZE: Metric<UpDownCounter<i64, Bytes, MemorySize<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("hw.memory.size")
    .description("Current hardware memory size in bytes, by hw.id.")
    .attributes::<MemorySize>();

/// [`hw.network.bandwidth.limit`](https://opentelemetry.io/docs/specs/semconv/hardware/network/#metric-hwnetworkbandwidthlimit): an up-down counter in `By/s`, in development.
pub const NETWORK_BANDWIDTH_LIMIT: Metric<UpDownCounter<i64, Per<Bytes, Seconds>, NetworkBandwidthLimit<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Per<Bytes, Seconds>>()
        .name("hw.network.bandwidth.limit")
        .description("Current hardware network bandwidth limit in bytes per second, by hw.id.")
        .attributes::<NetworkBandwidthLimit>();

/// [`hw.network.bandwidth.utilization`](https://opentelemetry.io/docs/specs/semconv/hardware/network/#metric-hwnetworkbandwidthutilization): a gauge in `1`, in development.
pub const NETWORK_BANDWIDTH_UTILIZATION: Metric<Gauge<f64, One, NetworkBandwidthUtilization<'static>>> =
    Meter::gauge::<f64>()
        .unit::<One>()
        .name("hw.network.bandwidth.utilization")
        .description("Current hardware network bandwidth utilization, by hw.id.")
        .attributes::<NetworkBandwidthUtilization>();

/// [`hw.network.io`](https://opentelemetry.io/docs/specs/semconv/hardware/network/#metric-hwnetworkio): a counter in `By`, in development.
pub const NETWORK_IO: Metric<Counter<u64, Bytes, NetworkIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("hw.network.io")
    .description("Total hardware network I/O in bytes, by hw.id and network.io.direction.")
    .attributes::<NetworkIo>();

/// [`hw.network.packets`](https://opentelemetry.io/docs/specs/semconv/hardware/network/#metric-hwnetworkpackets): a counter in `{packet}`, in development.
pub const NETWORK_PACKETS: Metric<Counter<u64, unit::Packets, NetworkPackets<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Packets>()
    .name("hw.network.packets")
    .description("Number of hardware network packets, by hw.id and network.io.direction.")
    .attributes::<NetworkPackets>();

/// [`hw.network.up`](https://opentelemetry.io/docs/specs/semconv/hardware/network/#metric-hwnetworkup): an up-down counter in `1`, in development.
pub const NETWORK_UP: Metric<UpDownCounter<i64, One, NetworkUp<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<One>()
    .name("hw.network.up")
    .description("Current hardware network up, by hw.id.")
    .attributes::<NetworkUp>();

/// [`hw.physical_disk.endurance_utilization`](https://opentelemetry.io/docs/specs/semconv/hardware/physical-disk/#metric-hwphysical_diskendurance_utilization): a gauge in `1`, in development.
pub const PHYSICAL_DISK_ENDURANCE_UTILIZATION: Metric<Gauge<f64, One, PhysicalDiskEnduranceUtilization<'static>>> =
    Meter::gauge::<f64>()
        .unit::<One>()
        .name("hw.physical_disk.endurance_utilization")
        .description("Current hardware physical disk endurance utilization, by hw.id and hw.physical_disk.state.")
        .attributes::<PhysicalDiskEnduranceUtilization>();

/// [`hw.physical_disk.size`](https://opentelemetry.io/docs/specs/semconv/hardware/physical-disk/#metric-hwphysical_disksize): an up-down counter in `By`, in development.
pub const PHYSICAL_DISK_SIZE: Metric<UpDownCounter<i64, Bytes, PhysicalDiskSize<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("hw.physical_disk.size")
        .description("Current hardware physical disk size in bytes, by hw.id.")
        .attributes::<PhysicalDiskSize>();

/// [`hw.physical_disk.smart`](https://opentelemetry.io/docs/specs/semconv/hardware/physical-disk/#metric-hwphysical_disksmart): a gauge in `1`, in development.
pub const PHYSICAL_DISK_SMART: Metric<Gauge<i64, One, PhysicalDiskSmart<'static>>> = Meter::gauge::<i64>()
    .unit::<One>()
    .name("hw.physical_disk.smart")
    .description("Current hardware physical disk smart, by hw.id.")
    .attributes::<PhysicalDiskSmart>();

/// [`hw.power`](https://opentelemetry.io/docs/specs/semconv/hardware/common/#metric-hwpower): a gauge in `W`, in development.
pub const POWER: Metric<Gauge<f64, Watts, Power<'static>>> = Meter::gauge::<f64>()
    .unit::<Watts>()
    .name("hw.power")
    .description("Current hardware power in watts, by hw.id and hw.type.")
    .attributes::<Power>();

/// [`hw.power_supply.limit`](https://opentelemetry.io/docs/specs/semconv/hardware/power-supply/#metric-hwpower_supplylimit): an up-down counter in `W`, in development.
pub const POWER_SUPPLY_LIMIT: Metric<UpDownCounter<i64, Watts, PowerSupplyLimit<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Watts>()
        .name("hw.power_supply.limit")
        .description("Current hardware power supply limit in watts, by hw.id.")
        .attributes::<PowerSupplyLimit>();

/// [`hw.power_supply.usage`](https://opentelemetry.io/docs/specs/semconv/hardware/power-supply/#metric-hwpower_supplyusage): an up-down counter in `W`, in development.
pub const POWER_SUPPLY_USAGE: Metric<UpDownCounter<f64, Watts, PowerSupplyUsage<'static>>> =
    Meter::up_down_counter::<f64>()
        .unit::<Watts>()
        .name("hw.power_supply.usage")
        .description("Current hardware power supply usage in watts, by hw.id.")
        .attributes::<PowerSupplyUsage>();

/// [`hw.power_supply.utilization`](https://opentelemetry.io/docs/specs/semconv/hardware/power-supply/#metric-hwpower_supplyutilization): a gauge in `1`, in development.
pub const POWER_SUPPLY_UTILIZATION: Metric<Gauge<f64, One, PowerSupplyUtilization<'static>>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("hw.power_supply.utilization")
    .description("Current hardware power supply utilization, by hw.id.")
    .attributes::<PowerSupplyUtilization>();

/// [`hw.status`](https://opentelemetry.io/docs/specs/semconv/hardware/common/#metric-hwstatus): an up-down counter in `1`, in development.
pub const STATUS: Metric<UpDownCounter<i64, One, Status<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<One>()
    .name("hw.status")
    .description("Current hardware status, by hw.id, hw.state and hw.type.")
    .attributes::<Status>();

/// [`hw.tape_drive.operations`](https://opentelemetry.io/docs/specs/semconv/hardware/tape-drive/#metric-hwtape_driveoperations): a counter in `{operation}`, in development.
pub const TAPE_DRIVE_OPERATIONS: Metric<Counter<u64, unit::Operations, TapeDriveOperations<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Operations>()
        .name("hw.tape_drive.operations")
        .description("Number of hardware tape drive operations, by hw.id.")
        .attributes::<TapeDriveOperations>();

/// [`hw.temperature`](https://opentelemetry.io/docs/specs/semconv/hardware/temperature/#metric-hwtemperature): a gauge in `Cel`, in development.
pub const TEMPERATURE: Metric<Gauge<f64, Celsius, Temperature<'static>>> = Meter::gauge::<f64>()
    .unit::<Celsius>()
    .name("hw.temperature")
    .description("Current hardware temperature in degrees Celsius, by hw.id.")
    .attributes::<Temperature>();

/// [`hw.temperature.limit`](https://opentelemetry.io/docs/specs/semconv/hardware/temperature/#metric-hwtemperaturelimit): a gauge in `Cel`, in development.
pub const TEMPERATURE_LIMIT: Metric<Gauge<f64, Celsius, TemperatureLimit<'static>>> = Meter::gauge::<f64>()
    .unit::<Celsius>()
    .name("hw.temperature.limit")
    .description("Current hardware temperature limit in degrees Celsius, by hw.id.")
    .attributes::<TemperatureLimit>();

/// [`hw.voltage`](https://opentelemetry.io/docs/specs/semconv/hardware/voltage/#metric-hwvoltage): a gauge in `V`, in development.
pub const VOLTAGE: Metric<Gauge<f64, Volts, Voltage<'static>>> = Meter::gauge::<f64>()
    .unit::<Volts>()
    .name("hw.voltage")
    .description("Current hardware voltage in volts, by hw.id.")
    .attributes::<Voltage>();

/// [`hw.voltage.limit`](https://opentelemetry.io/docs/specs/semconv/hardware/voltage/#metric-hwvoltagelimit): a gauge in `V`, in development.
pub const VOLTAGE_LIMIT: Metric<Gauge<f64, Volts, VoltageLimit<'static>>> = Meter::gauge::<f64>()
    .unit::<Volts>()
    .name("hw.voltage.limit")
    .description("Current hardware voltage limit in volts, by hw.id.")
    .attributes::<VoltageLimit>();

/// [`hw.voltage.nominal`](https://opentelemetry.io/docs/specs/semconv/hardware/voltage/#metric-hwvoltagenominal): a gauge in `V`, in development.
pub const VOLTAGE_NOMINAL: Metric<Gauge<f64, Volts, VoltageNominal<'static>>> = Meter::gauge::<f64>()
    .unit::<Volts>()
    .name("hw.voltage.nominal")
    .description("Current hardware voltage nominal in volts, by hw.id.")
    .attributes::<VoltageNominal>();

/// The attributes of [`BATTERY_CHARGE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct BatteryCharge<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.battery.capacity`, recommended.
    #[attribute(key = "battery.capacity")]
    pub capacity: Option<&'a str>,
    /// `hw.battery.chemistry`, recommended.
    #[attribute(key = "battery.chemistry")]
    pub chemistry: Option<&'a str>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> BatteryCharge<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, capacity: None, chemistry: None, model: None, name: None, parent: None, vendor: None }
    }

    /// With `hw.battery.capacity`.
    #[must_use]
    pub const fn capacity(mut self, capacity: &'a str) -> Self {
        self.capacity = Some(capacity);
        self
    }

    /// With `hw.battery.chemistry`.
    #[must_use]
    pub const fn chemistry(mut self, chemistry: &'a str) -> Self {
        self.chemistry = Some(chemistry);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`BATTERY_CHARGE_LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct BatteryChargeLimit<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.battery.capacity`, recommended.
    #[attribute(key = "battery.capacity")]
    pub capacity: Option<&'a str>,
    /// `hw.battery.chemistry`, recommended.
    #[attribute(key = "battery.chemistry")]
    pub chemistry: Option<&'a str>,
    /// `hw.limit_type`, recommended.
    pub limit_type: Option<hw::LimitType<'a>>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> BatteryChargeLimit<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self {
            id,
            capacity: None,
            chemistry: None,
            limit_type: None,
            model: None,
            name: None,
            parent: None,
            vendor: None,
        }
    }

    /// With `hw.battery.capacity`.
    #[must_use]
    pub const fn capacity(mut self, capacity: &'a str) -> Self {
        self.capacity = Some(capacity);
        self
    }

    /// With `hw.battery.chemistry`.
    #[must_use]
    pub const fn chemistry(mut self, chemistry: &'a str) -> Self {
        self.chemistry = Some(chemistry);
        self
    }

    /// With `hw.limit_type`.
    #[must_use]
    pub const fn limit_type(mut self, limit_type: hw::LimitType<'a>) -> Self {
        self.limit_type = Some(limit_type);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`BATTERY_TIME_LEFT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct BatteryTimeLeft<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.state`, required.
    #[attribute(key = "state")]
    pub hw_state: hw::State<'a>,
    /// `hw.battery.capacity`, recommended.
    #[attribute(key = "battery.capacity")]
    pub capacity: Option<&'a str>,
    /// `hw.battery.chemistry`, recommended.
    #[attribute(key = "battery.chemistry")]
    pub chemistry: Option<&'a str>,
    /// `hw.battery.state`, conditionally required.
    #[attribute(key = "battery.state")]
    pub battery_state: Option<hw::BatteryState<'a>>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> BatteryTimeLeft<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str, hw_state: hw::State<'a>) -> Self {
        Self {
            id,
            hw_state,
            capacity: None,
            chemistry: None,
            battery_state: None,
            model: None,
            name: None,
            parent: None,
            vendor: None,
        }
    }

    /// With `hw.battery.capacity`.
    #[must_use]
    pub const fn capacity(mut self, capacity: &'a str) -> Self {
        self.capacity = Some(capacity);
        self
    }

    /// With `hw.battery.chemistry`.
    #[must_use]
    pub const fn chemistry(mut self, chemistry: &'a str) -> Self {
        self.chemistry = Some(chemistry);
        self
    }

    /// With `hw.battery.state`.
    #[must_use]
    pub const fn battery_state(mut self, battery_state: hw::BatteryState<'a>) -> Self {
        self.battery_state = Some(battery_state);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`CPU_SPEED`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct CpuSpeed<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> CpuSpeed<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, model: None, name: None, parent: None, vendor: None }
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`CPU_SPEED_LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct CpuSpeedLimit<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.limit_type`, recommended.
    pub limit_type: Option<hw::LimitType<'a>>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> CpuSpeedLimit<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, limit_type: None, model: None, name: None, parent: None, vendor: None }
    }

    /// With `hw.limit_type`.
    #[must_use]
    pub const fn limit_type(mut self, limit_type: hw::LimitType<'a>) -> Self {
        self.limit_type = Some(limit_type);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`ENERGY`] and [`POWER`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct Energy<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.type`, required.
    #[attribute(key = "type")]
    pub hw_type: hw::Type<'a>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
}

impl<'a> Energy<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str, hw_type: hw::Type<'a>) -> Self {
        Self { id, hw_type, name: None, parent: None }
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }
}

/// The same attributes as of [`Energy`].
pub type Power<'a> = Energy<'a>;

/// The attributes of [`ERRORS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct Errors<'a> {
    /// `hw.id`, required.
    #[attribute(key = "hw.id")]
    pub id: &'a str,
    /// `hw.type`, required.
    #[attribute(key = "hw.type")]
    pub hw_type: hw::Type<'a>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `hw.name`, recommended.
    #[attribute(key = "hw.name")]
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    #[attribute(key = "hw.parent")]
    pub parent: Option<&'a str>,
}

impl<'a> Errors<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str, hw_type: hw::Type<'a>) -> Self {
        Self { id, hw_type, error_type: None, name: None, parent: None }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }
}

/// The attributes of [`FAN_SPEED`], [`FAN_SPEED_RATIO`], [`TEMPERATURE`], [`VOLTAGE`] and [`VOLTAGE_NOMINAL`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct FanSpeed<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.sensor_location`, recommended.
    pub sensor_location: Option<&'a str>,
}

impl<'a> FanSpeed<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, name: None, parent: None, sensor_location: None }
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.sensor_location`.
    #[must_use]
    pub const fn sensor_location(mut self, sensor_location: &'a str) -> Self {
        self.sensor_location = Some(sensor_location);
        self
    }
}

/// The same attributes as of [`FanSpeed`].
pub type FanSpeedRatio<'a> = FanSpeed<'a>;

/// The same attributes as of [`FanSpeed`].
pub type Temperature<'a> = FanSpeed<'a>;

/// The same attributes as of [`FanSpeed`].
pub type Voltage<'a> = FanSpeed<'a>;

/// The same attributes as of [`FanSpeed`].
pub type VoltageNominal<'a> = FanSpeed<'a>;

/// The attributes of [`FAN_SPEED_LIMIT`], [`TEMPERATURE_LIMIT`] and [`VOLTAGE_LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct FanSpeedLimit<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.limit_type`, recommended.
    pub limit_type: Option<hw::LimitType<'a>>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.sensor_location`, recommended.
    pub sensor_location: Option<&'a str>,
}

impl<'a> FanSpeedLimit<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, limit_type: None, name: None, parent: None, sensor_location: None }
    }

    /// With `hw.limit_type`.
    #[must_use]
    pub const fn limit_type(mut self, limit_type: hw::LimitType<'a>) -> Self {
        self.limit_type = Some(limit_type);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.sensor_location`.
    #[must_use]
    pub const fn sensor_location(mut self, sensor_location: &'a str) -> Self {
        self.sensor_location = Some(sensor_location);
        self
    }
}

/// The same attributes as of [`FanSpeedLimit`].
pub type TemperatureLimit<'a> = FanSpeedLimit<'a>;

/// The same attributes as of [`FanSpeedLimit`].
pub type VoltageLimit<'a> = FanSpeedLimit<'a>;

/// The attributes of [`GPU_IO`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct GpuIo<'a> {
    /// `hw.id`, required.
    #[attribute(key = "hw.id")]
    pub id: &'a str,
    /// `network.io.direction`, required.
    #[attribute(key = "network.io.direction")]
    pub direction: network::IoDirection<'a>,
    /// `hw.driver_version`, recommended.
    #[attribute(key = "hw.driver_version")]
    pub driver_version: Option<&'a str>,
    /// `hw.firmware_version`, recommended.
    #[attribute(key = "hw.firmware_version")]
    pub firmware_version: Option<&'a str>,
    /// `hw.model`, recommended.
    #[attribute(key = "hw.model")]
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    #[attribute(key = "hw.name")]
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    #[attribute(key = "hw.parent")]
    pub parent: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    #[attribute(key = "hw.serial_number")]
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    #[attribute(key = "hw.vendor")]
    pub vendor: Option<&'a str>,
}

impl<'a> GpuIo<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str, direction: network::IoDirection<'a>) -> Self {
        Self {
            id,
            direction,
            driver_version: None,
            firmware_version: None,
            model: None,
            name: None,
            parent: None,
            serial_number: None,
            vendor: None,
        }
    }

    /// With `hw.driver_version`.
    #[must_use]
    pub const fn driver_version(mut self, driver_version: &'a str) -> Self {
        self.driver_version = Some(driver_version);
        self
    }

    /// With `hw.firmware_version`.
    #[must_use]
    pub const fn firmware_version(mut self, firmware_version: &'a str) -> Self {
        self.firmware_version = Some(firmware_version);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`GPU_MEMORY_LIMIT`], [`GPU_MEMORY_USAGE`] and [`GPU_MEMORY_UTILIZATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct GpuMemoryLimit<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.driver_version`, recommended.
    pub driver_version: Option<&'a str>,
    /// `hw.firmware_version`, recommended.
    pub firmware_version: Option<&'a str>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> GpuMemoryLimit<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self {
            id,
            driver_version: None,
            firmware_version: None,
            model: None,
            name: None,
            parent: None,
            serial_number: None,
            vendor: None,
        }
    }

    /// With `hw.driver_version`.
    #[must_use]
    pub const fn driver_version(mut self, driver_version: &'a str) -> Self {
        self.driver_version = Some(driver_version);
        self
    }

    /// With `hw.firmware_version`.
    #[must_use]
    pub const fn firmware_version(mut self, firmware_version: &'a str) -> Self {
        self.firmware_version = Some(firmware_version);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The same attributes as of [`GpuMemoryLimit`].
pub type GpuMemoryUsage<'a> = GpuMemoryLimit<'a>;

/// The same attributes as of [`GpuMemoryLimit`].
pub type GpuMemoryUtilization<'a> = GpuMemoryLimit<'a>;

/// The attributes of [`GPU_UTILIZATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct GpuUtilization<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.driver_version`, recommended.
    pub driver_version: Option<&'a str>,
    /// `hw.firmware_version`, recommended.
    pub firmware_version: Option<&'a str>,
    /// `hw.gpu.task`, recommended.
    #[attribute(key = "gpu.task")]
    pub task: Option<hw::GpuTask<'a>>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> GpuUtilization<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self {
            id,
            driver_version: None,
            firmware_version: None,
            task: None,
            model: None,
            name: None,
            parent: None,
            serial_number: None,
            vendor: None,
        }
    }

    /// With `hw.driver_version`.
    #[must_use]
    pub const fn driver_version(mut self, driver_version: &'a str) -> Self {
        self.driver_version = Some(driver_version);
        self
    }

    /// With `hw.firmware_version`.
    #[must_use]
    pub const fn firmware_version(mut self, firmware_version: &'a str) -> Self {
        self.firmware_version = Some(firmware_version);
        self
    }

    /// With `hw.gpu.task`.
    #[must_use]
    pub const fn task(mut self, task: hw::GpuTask<'a>) -> Self {
        self.task = Some(task);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`HOST_AMBIENT_TEMPERATURE`], [`HOST_ENERGY`], [`HOST_HEATING_MARGIN`] and [`HOST_POWER`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct HostAmbientTemperature<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
}

impl<'a> HostAmbientTemperature<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, name: None, parent: None }
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }
}

/// The same attributes as of [`HostAmbientTemperature`].
pub type HostEnergy<'a> = HostAmbientTemperature<'a>;

/// The same attributes as of [`HostAmbientTemperature`].
pub type HostHeatingMargin<'a> = HostAmbientTemperature<'a>;

/// The same attributes as of [`HostAmbientTemperature`].
pub type HostPower<'a> = HostAmbientTemperature<'a>;

/// The attributes of [`LOGICAL_DISK_LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct LogicalDiskLimit<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.logical_disk.raid_level`, recommended.
    #[attribute(key = "logical_disk.raid_level")]
    pub raid_level: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
}

impl<'a> LogicalDiskLimit<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, raid_level: None, name: None, parent: None }
    }

    /// With `hw.logical_disk.raid_level`.
    #[must_use]
    pub const fn raid_level(mut self, raid_level: &'a str) -> Self {
        self.raid_level = Some(raid_level);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }
}

/// The attributes of [`LOGICAL_DISK_USAGE`] and [`LOGICAL_DISK_UTILIZATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct LogicalDiskUsage<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.logical_disk.state`, required.
    #[attribute(key = "logical_disk.state")]
    pub logical_disk_state: hw::LogicalDiskState<'a>,
    /// `hw.logical_disk.raid_level`, recommended.
    #[attribute(key = "logical_disk.raid_level")]
    pub raid_level: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
}

impl<'a> LogicalDiskUsage<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str, logical_disk_state: hw::LogicalDiskState<'a>) -> Self {
        Self { id, logical_disk_state, raid_level: None, name: None, parent: None }
    }

    /// With `hw.logical_disk.raid_level`.
    #[must_use]
    pub const fn raid_level(mut self, raid_level: &'a str) -> Self {
        self.raid_level = Some(raid_level);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }
}

/// The same attributes as of [`LogicalDiskUsage`].
pub type LogicalDiskUtilization<'a> = LogicalDiskUsage<'a>;

/// The attributes of [`MEMORY_SIZE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct MemorySize<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.memory.type`, recommended.
    #[attribute(key = "memory.type")]
    pub memory_type: Option<&'a str>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> MemorySize<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, memory_type: None, model: None, name: None, parent: None, serial_number: None, vendor: None }
    }

    /// With `hw.memory.type`.
    #[must_use]
    pub const fn memory_type(mut self, memory_type: &'a str) -> Self {
        self.memory_type = Some(memory_type);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`NETWORK_BANDWIDTH_LIMIT`], [`NETWORK_BANDWIDTH_UTILIZATION`] and [`NETWORK_UP`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct NetworkBandwidthLimit<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.network.logical_addresses`, recommended.
    #[attribute(key = "network.logical_addresses")]
    pub logical_addresses: Option<&'a [&'a str]>,
    /// `hw.network.physical_address`, recommended.
    #[attribute(key = "network.physical_address")]
    pub physical_address: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> NetworkBandwidthLimit<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self {
            id,
            model: None,
            name: None,
            logical_addresses: None,
            physical_address: None,
            parent: None,
            serial_number: None,
            vendor: None,
        }
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.network.logical_addresses`.
    #[must_use]
    pub const fn logical_addresses(mut self, logical_addresses: &'a [&'a str]) -> Self {
        self.logical_addresses = Some(logical_addresses);
        self
    }

    /// With `hw.network.physical_address`.
    #[must_use]
    pub const fn physical_address(mut self, physical_address: &'a str) -> Self {
        self.physical_address = Some(physical_address);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The same attributes as of [`NetworkBandwidthLimit`].
pub type NetworkBandwidthUtilization<'a> = NetworkBandwidthLimit<'a>;

/// The same attributes as of [`NetworkBandwidthLimit`].
pub type NetworkUp<'a> = NetworkBandwidthLimit<'a>;

/// The attributes of [`NETWORK_IO`] and [`NETWORK_PACKETS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct NetworkIo<'a> {
    /// `hw.id`, required.
    #[attribute(key = "hw.id")]
    pub id: &'a str,
    /// `network.io.direction`, required.
    #[attribute(key = "network.io.direction")]
    pub direction: network::IoDirection<'a>,
    /// `hw.model`, recommended.
    #[attribute(key = "hw.model")]
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    #[attribute(key = "hw.name")]
    pub name: Option<&'a str>,
    /// `hw.network.logical_addresses`, recommended.
    #[attribute(key = "hw.network.logical_addresses")]
    pub logical_addresses: Option<&'a [&'a str]>,
    /// `hw.network.physical_address`, recommended.
    #[attribute(key = "hw.network.physical_address")]
    pub physical_address: Option<&'a str>,
    /// `hw.parent`, recommended.
    #[attribute(key = "hw.parent")]
    pub parent: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    #[attribute(key = "hw.serial_number")]
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    #[attribute(key = "hw.vendor")]
    pub vendor: Option<&'a str>,
}

impl<'a> NetworkIo<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str, direction: network::IoDirection<'a>) -> Self {
        Self {
            id,
            direction,
            model: None,
            name: None,
            logical_addresses: None,
            physical_address: None,
            parent: None,
            serial_number: None,
            vendor: None,
        }
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.network.logical_addresses`.
    #[must_use]
    pub const fn logical_addresses(mut self, logical_addresses: &'a [&'a str]) -> Self {
        self.logical_addresses = Some(logical_addresses);
        self
    }

    /// With `hw.network.physical_address`.
    #[must_use]
    pub const fn physical_address(mut self, physical_address: &'a str) -> Self {
        self.physical_address = Some(physical_address);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The same attributes as of [`NetworkIo`].
pub type NetworkPackets<'a> = NetworkIo<'a>;

/// The attributes of [`PHYSICAL_DISK_ENDURANCE_UTILIZATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct PhysicalDiskEnduranceUtilization<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.physical_disk.state`, required.
    #[attribute(key = "physical_disk.state")]
    pub physical_disk_state: hw::PhysicalDiskState<'a>,
    /// `hw.firmware_version`, recommended.
    pub firmware_version: Option<&'a str>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.physical_disk.type`, recommended.
    #[attribute(key = "physical_disk.type")]
    pub physical_disk_type: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> PhysicalDiskEnduranceUtilization<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str, physical_disk_state: hw::PhysicalDiskState<'a>) -> Self {
        Self {
            id,
            physical_disk_state,
            firmware_version: None,
            model: None,
            name: None,
            parent: None,
            physical_disk_type: None,
            serial_number: None,
            vendor: None,
        }
    }

    /// With `hw.firmware_version`.
    #[must_use]
    pub const fn firmware_version(mut self, firmware_version: &'a str) -> Self {
        self.firmware_version = Some(firmware_version);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.physical_disk.type`.
    #[must_use]
    pub const fn physical_disk_type(mut self, physical_disk_type: &'a str) -> Self {
        self.physical_disk_type = Some(physical_disk_type);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`PHYSICAL_DISK_SIZE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct PhysicalDiskSize<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.firmware_version`, recommended.
    pub firmware_version: Option<&'a str>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.physical_disk.type`, recommended.
    #[attribute(key = "physical_disk.type")]
    pub physical_disk_type: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> PhysicalDiskSize<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self {
            id,
            firmware_version: None,
            model: None,
            name: None,
            parent: None,
            physical_disk_type: None,
            serial_number: None,
            vendor: None,
        }
    }

    /// With `hw.firmware_version`.
    #[must_use]
    pub const fn firmware_version(mut self, firmware_version: &'a str) -> Self {
        self.firmware_version = Some(firmware_version);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.physical_disk.type`.
    #[must_use]
    pub const fn physical_disk_type(mut self, physical_disk_type: &'a str) -> Self {
        self.physical_disk_type = Some(physical_disk_type);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`PHYSICAL_DISK_SMART`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct PhysicalDiskSmart<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.firmware_version`, recommended.
    pub firmware_version: Option<&'a str>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.physical_disk.smart_attribute`, recommended.
    #[attribute(key = "physical_disk.smart_attribute")]
    pub smart_attribute: Option<&'a str>,
    /// `hw.physical_disk.type`, recommended.
    #[attribute(key = "physical_disk.type")]
    pub physical_disk_type: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> PhysicalDiskSmart<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self {
            id,
            firmware_version: None,
            model: None,
            name: None,
            parent: None,
            smart_attribute: None,
            physical_disk_type: None,
            serial_number: None,
            vendor: None,
        }
    }

    /// With `hw.firmware_version`.
    #[must_use]
    pub const fn firmware_version(mut self, firmware_version: &'a str) -> Self {
        self.firmware_version = Some(firmware_version);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.physical_disk.smart_attribute`.
    #[must_use]
    pub const fn smart_attribute(mut self, smart_attribute: &'a str) -> Self {
        self.smart_attribute = Some(smart_attribute);
        self
    }

    /// With `hw.physical_disk.type`.
    #[must_use]
    pub const fn physical_disk_type(mut self, physical_disk_type: &'a str) -> Self {
        self.physical_disk_type = Some(physical_disk_type);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`POWER_SUPPLY_LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct PowerSupplyLimit<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.limit_type`, recommended.
    pub limit_type: Option<hw::LimitType<'a>>,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> PowerSupplyLimit<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, limit_type: None, model: None, name: None, parent: None, serial_number: None, vendor: None }
    }

    /// With `hw.limit_type`.
    #[must_use]
    pub const fn limit_type(mut self, limit_type: hw::LimitType<'a>) -> Self {
        self.limit_type = Some(limit_type);
        self
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The attributes of [`POWER_SUPPLY_USAGE`] and [`POWER_SUPPLY_UTILIZATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct PowerSupplyUsage<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> PowerSupplyUsage<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, model: None, name: None, parent: None, serial_number: None, vendor: None }
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}

/// The same attributes as of [`PowerSupplyUsage`].
pub type PowerSupplyUtilization<'a> = PowerSupplyUsage<'a>;

/// The attributes of [`STATUS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct Status<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.state`, required.
    pub state: hw::State<'a>,
    /// `hw.type`, required.
    #[attribute(key = "type")]
    pub hw_type: hw::Type<'a>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
}

impl<'a> Status<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str, state: hw::State<'a>, hw_type: hw::Type<'a>) -> Self {
        Self { id, state, hw_type, name: None, parent: None }
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }
}

/// The attributes of [`TAPE_DRIVE_OPERATIONS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "hw")]
#[non_exhaustive]
pub struct TapeDriveOperations<'a> {
    /// `hw.id`, required.
    pub id: &'a str,
    /// `hw.model`, recommended.
    pub model: Option<&'a str>,
    /// `hw.name`, recommended.
    pub name: Option<&'a str>,
    /// `hw.parent`, recommended.
    pub parent: Option<&'a str>,
    /// `hw.serial_number`, recommended.
    pub serial_number: Option<&'a str>,
    /// `hw.tape_drive.operation_type`, recommended.
    #[attribute(key = "tape_drive.operation_type")]
    pub operation_type: Option<hw::TapeDriveOperationType<'a>>,
    /// `hw.vendor`, recommended.
    pub vendor: Option<&'a str>,
}

impl<'a> TapeDriveOperations<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self { id, model: None, name: None, parent: None, serial_number: None, operation_type: None, vendor: None }
    }

    /// With `hw.model`.
    #[must_use]
    pub const fn model(mut self, model: &'a str) -> Self {
        self.model = Some(model);
        self
    }

    /// With `hw.name`.
    #[must_use]
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With `hw.parent`.
    #[must_use]
    pub const fn parent(mut self, parent: &'a str) -> Self {
        self.parent = Some(parent);
        self
    }

    /// With `hw.serial_number`.
    #[must_use]
    pub const fn serial_number(mut self, serial_number: &'a str) -> Self {
        self.serial_number = Some(serial_number);
        self
    }

    /// With `hw.tape_drive.operation_type`.
    #[must_use]
    pub const fn operation_type(mut self, operation_type: hw::TapeDriveOperationType<'a>) -> Self {
        self.operation_type = Some(operation_type);
        self
    }

    /// With `hw.vendor`.
    #[must_use]
    pub const fn vendor(mut self, vendor: &'a str) -> Self {
        self.vendor = Some(vendor);
        self
    }
}
