//! The machine's own figures, as the semantic conventions name them: `system.*`.
//!
//! ```sh
//! cargo run -p meterstick-semconv --features system --example host_metrics
//! cargo run -p meterstick-semconv --features system --example host_metrics -- --times 10 --every 5
//! cargo run -p meterstick-semconv --features system --example host_metrics -- --check
//! ```
//!
//! The figures come from the crate `sysinfo`, those of filesystems from `statvfs`. A collection asks for them; nothing is
//! measured between. `--check` compares what was exported with what `sysinfo` says and, on Linux, the states of the memory
//! and of the swap with `/proc/meminfo`.

use std::collections::HashSet;
use std::fmt::{Display, Write as _};
use std::process::ExitCode;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use meterstick::export::{self, Collection, DataPoint};
use meterstick::unit::{Bytes, Megahertz, One, Percent, Seconds};
use meterstick::{Quantity, observe_together};
use meterstick_semconv::attribute::disk::IoDirection as DiskDirection;
use meterstick_semconv::attribute::network::IoDirection as NetworkDirection;
use meterstick_semconv::attribute::system::{FilesystemState, FilesystemType, MemoryState, PagingState};
use meterstick_semconv::system;
use opentelemetry::metrics::{Meter, MeterProvider};
use opentelemetry_sdk::metrics::SdkMeterProvider;
use sysinfo::{Disks, Networks, System};

/// All that is asked of the machine.
struct Figures {
    system: System,
    disks: Disks,
    networks: Networks,
    asked: Instant,
}

/// Between two looks at the CPU, some time has to pass.
const FRESH: Duration = sysinfo::MINIMUM_CPU_UPDATE_INTERVAL;

impl Figures {
    fn new() -> Result<Self, sysinfo::Error> {
        let mut figures = Self {
            system: System::new()?,
            disks: Disks::new_with_refreshed_list()?,
            networks: Networks::new_with_refreshed_list()?,
            asked: Instant::now(),
        };
        figures.ask();
        Ok(figures)
    }

    fn ask(&mut self) {
        self.system.refresh_cpu_all();
        self.system.refresh_memory();
        self.disks.refresh(true);
        self.networks.refresh(true);
        self.asked = Instant::now();
    }
}

/// The figures as they were last asked for.
fn last_figures() -> MutexGuard<'static, Figures> {
    static FIGURES: LazyLock<Mutex<Figures>> =
        LazyLock::new(|| Mutex::new(Figures::new().expect("sysinfo knows this system")));
    FIGURES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The figures, asked for again if they are old: one collection runs many callbacks, which are to agree.
fn figures() -> MutexGuard<'static, Figures> {
    let mut figures = last_figures();
    if figures.asked.elapsed() > FRESH {
        figures.ask();
    }
    figures
}

/// Bytes as the conventions count what can go down: signed.
fn bytes(amount: u64) -> Quantity<i64, Bytes> {
    Bytes(i64::try_from(amount).unwrap_or(i64::MAX))
}

fn observe_cpu(meter: &Meter) -> meterstick::Observation {
    use system::{CPU_FREQUENCY, CPU_LOGICAL_COUNT, CPU_UTILIZATION, CpuFrequency, CpuUtilization};
    let metrics = (CPU_LOGICAL_COUNT.observable(), CPU_FREQUENCY.observable(), CPU_UTILIZATION.observable());
    observe_together(metrics, meter, |(count, frequency, utilization)| {
        let figures = figures();
        let cpus = figures.system.cpus();
        count.observe(i64::try_from(cpus.len()).unwrap_or(i64::MAX));
        for (n, cpu) in (0..).zip(cpus) {
            frequency.observe(Megahertz(cpu.frequency() as i64), CpuFrequency::new().logical_number(n));
            let busy = Percent(f64::from(cpu.usage())); // 12.5 % is 0.125
            utilization.observe(busy, CpuUtilization::new().logical_number(n));
        }
    })
}

fn observe_memory(meter: &Meter) -> meterstick::Observation {
    use system::{MEMORY_LIMIT, MEMORY_USAGE, MemoryUsage, PAGING_USAGE, PagingUsage};
    let metrics = (MEMORY_LIMIT.observable(), MEMORY_USAGE.observable(), PAGING_USAGE.observable());
    observe_together(metrics, meter, |(limit, usage, paging)| {
        let figures = figures();
        let system = &figures.system;
        limit.observe(bytes(system.total_memory()));
        // By the conventions, what is used is on Linux `MemTotal - MemAvailable`: a cache is neither used nor free.
        for (state, amount) in [(MemoryState::Used, system.used_memory()), (MemoryState::Free, system.free_memory())] {
            usage.observe(bytes(amount), MemoryUsage::new().memory_state(state));
        }
        for (state, amount) in [(PagingState::Used, system.used_swap()), (PagingState::Free, system.free_swap())] {
            paging.observe(bytes(amount), PagingUsage::new().paging_state(state));
        }
    })
}

fn observe_uptime(meter: &Meter) -> meterstick::Observation {
    system::UPTIME.observable().observe(meter, |o| {
        if let Ok(uptime) = System::uptime() {
            o.observe(Seconds(uptime as f64));
        }
    })
}

fn observe_disks(meter: &Meter) -> Vec<meterstick::Observation> {
    use system::DiskIo;
    vec![
        system::DISK_IO.observable().observe(meter, |o| {
            let figures = figures();
            // A device that is mounted twice has done its input and output once.
            let mut devices = HashSet::new();
            for disk in figures.disks.iter().filter(|disk| devices.insert(disk.name())) {
                let (device, usage) = (disk.name().to_string_lossy(), disk.usage());
                for (direction, total) in
                    [(DiskDirection::Read, usage.total_read_bytes), (DiskDirection::Write, usage.total_written_bytes)]
                {
                    o.observe(Bytes(total), DiskIo::new().direction(direction).device(&device));
                }
            }
        }),
        system::FILESYSTEM_USAGE.observable().observe(meter, |o| {
            let figures = figures();
            for disk in figures.disks.iter() {
                for (state, amount) in Space::of(disk).states() {
                    of_filesystem(disk, |at| {
                        o.observe(bytes(amount), at.filesystem_state(state));
                    });
                }
            }
        }),
        system::FILESYSTEM_UTILIZATION.observable().observe(meter, |o| {
            let figures = figures();
            for disk in figures.disks.iter().filter(|disk| disk.total_space() > 0) {
                let total = disk.total_space() as f64;
                for (state, amount) in Space::of(disk).states() {
                    of_filesystem(disk, |at| {
                        o.observe(One(amount as f64 / total), at.filesystem_state(state));
                    });
                }
            }
        }),
    ]
}

/// What a filesystem's bytes are.
struct Space {
    used: u64,
    free: u64,
    /// Those that only the system may use: neither used, nor free for programs.
    reserved: u64,
}

impl Space {
    fn of(disk: &sysinfo::Disk) -> Self {
        let (total, free) = (disk.total_space(), disk.available_space());
        #[cfg(unix)]
        if let Ok(there) = rustix::fs::statvfs(disk.mount_point()) {
            let [used, free, reserved] = [
                there.f_blocks.saturating_sub(there.f_bfree),
                there.f_bavail,
                there.f_bfree.saturating_sub(there.f_bavail),
            ]
            .map(|blocks| blocks.saturating_mul(there.f_frsize));
            return Self { used, free, reserved };
        }
        Self { used: total.saturating_sub(free), free, reserved: 0 }
    }

    fn states(&self) -> [(FilesystemState<'static>, u64); 3] {
        [
            (FilesystemState::Used, self.used),
            (FilesystemState::Free, self.free),
            (FilesystemState::Reserved, self.reserved),
        ]
    }
}

/// The attributes of a filesystem are borrowed from it for one call.
fn of_filesystem(disk: &sysinfo::Disk, observe: impl FnOnce(system::FilesystemUsage<'_>)) {
    let (device, mountpoint) = (disk.name().to_string_lossy(), disk.mount_point().to_string_lossy());
    let kind = disk.file_system().to_string_lossy();
    let at = system::FilesystemUsage::new().device(&device).mountpoint(&mountpoint);
    let kind = if kind == "ext4" { FilesystemType::Ext4 } else { FilesystemType::Custom(&kind) };
    observe(at.mode(if disk.is_read_only() { "ro" } else { "rw" }).filesystem_type(kind));
}

fn observe_networks(meter: &Meter) -> Vec<meterstick::Observation> {
    use NetworkDirection::{Receive, Transmit};
    use system::{NetworkErrors, NetworkIo, NetworkPacketCount};
    vec![
        system::NETWORK_IO.observable().observe(meter, |o| {
            let figures = figures();
            for (name, network) in figures.networks.iter() {
                let name = &*name.to_string_lossy();
                let at = |direction| NetworkIo::new().interface_name(name).direction(direction);
                o.observe(Bytes(network.total_received()), at(Receive));
                o.observe(Bytes(network.total_transmitted()), at(Transmit));
            }
        }),
        system::NETWORK_PACKET_COUNT.observable().observe(meter, |o| {
            let figures = figures();
            for (name, network) in figures.networks.iter() {
                let name = &*name.to_string_lossy();
                let at = |direction| NetworkPacketCount::new().device(name).direction(direction);
                o.observe(network.total_packets_received(), at(Receive));
                o.observe(network.total_packets_transmitted(), at(Transmit));
            }
        }),
        system::NETWORK_ERRORS.observable().observe(meter, |o| {
            let figures = figures();
            for (name, network) in figures.networks.iter() {
                let name = &*name.to_string_lossy();
                let at = |direction| NetworkErrors::new().interface_name(name).direction(direction);
                o.observe(network.total_errors_on_received(), at(Receive));
                o.observe(network.total_errors_on_transmitted(), at(Transmit));
            }
        }),
    ]
}

fn main() -> ExitCode {
    let Some(options) = Options::parse(std::env::args().skip(1)) else {
        eprintln!("Usage: host_metrics [--every SECONDS] [--times N] [--check]");
        return ExitCode::from(2);
    };
    let exported = Arc::new(Mutex::new(String::new()));
    let exporter = export::metrics({
        let exported = Arc::clone(&exported);
        move |collection| {
            table(collection).map(|table| *exported.lock().unwrap_or_else(PoisonError::into_inner) = table)
        }
    });
    // The collections are asked for below.
    let reader =
        opentelemetry_sdk::metrics::PeriodicReader::builder(exporter).with_interval(Duration::from_secs(3600)).build();
    let provider = SdkMeterProvider::builder().with_reader(reader).build();
    let meter = provider.meter("host");
    let _observed = [observe_cpu(&meter), observe_memory(&meter), observe_uptime(&meter)];
    let _observed_devices = [observe_disks(&meter), observe_networks(&meter)];
    // How busy a CPU is, is said of the time since the last look.
    drop(figures());
    for _ in 0..options.times {
        std::thread::sleep(options.every);
        let before = meminfo();
        if let Err(error) = provider.force_flush() {
            eprintln!("The collection failed: {error}");
            return ExitCode::FAILURE;
        }
        let table = exported.lock().unwrap_or_else(PoisonError::into_inner).clone();
        println!("{table}");
        if options.check {
            let mut wrong = missing(&table, &last_figures());
            wrong.extend(contradicted(&table, [&before, &meminfo()]));
            if !wrong.is_empty() {
                eprintln!("Not exported as it is:\n{}", wrong.join("\n"));
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// A line for each data point.
fn table(collection: Collection<'_>) -> Result<String, std::fmt::Error> {
    let mut table = String::new();
    for metric in collection.metrics() {
        let mut points: Vec<_> = metric.points().map(|point| (about(&point), point.reading.to_string())).collect();
        points.sort();
        for (about, reading) in points {
            writeln!(table, "{}", line(metric.name(), reading, metric.unit(), &about))?;
        }
    }
    Ok(table)
}

fn line(name: &str, reading: impl Display, unit: &str, about: &str) -> String {
    format!("{name:<30} {reading:>20} {unit:<10} {about}").trim_end().to_owned()
}

fn about(point: &DataPoint<'_>) -> String {
    let attributes: Vec<_> = point.attributes().map(|one| format!("{}={}", one.key, one.value)).collect();
    attributes.join(" ")
}

/// The lines that there should be by what `sysinfo` said.
fn missing(table: &str, figures: &Figures) -> Vec<String> {
    let mut expected = vec![
        ("system.memory.limit", figures.system.total_memory(), "By", String::new()),
        ("system.memory.usage", figures.system.free_memory(), "By", "system.memory.state=free".into()),
        ("system.memory.usage", figures.system.used_memory(), "By", "system.memory.state=used".into()),
        ("system.cpu.logical.count", figures.system.cpus().len() as u64, "{cpu}", String::new()),
    ];
    for (name, network) in figures.networks.iter() {
        let name = name.to_string_lossy();
        let received = format!("network.interface.name={name} network.io.direction=receive");
        expected.push(("system.network.io", network.total_received(), "By", received.clone()));
        expected.push(("system.network.errors", network.total_errors_on_received(), "{error}", received));
    }
    for disk in figures.disks.iter() {
        let device = format!("disk.io.direction=read system.device={}", disk.name().to_string_lossy());
        expected.push(("system.disk.io", disk.usage().total_read_bytes, "By", device));
    }
    let lines = expected.iter().map(|(name, value, unit, about)| line(name, value, unit, about));
    lines.filter(|line| !table.lines().any(|there| there == line)).collect()
}

/// What the kernel itself says of the memory and of the swap; nothing where it is not Linux.
fn meminfo() -> String {
    std::fs::read_to_string("/proc/meminfo").unwrap_or_default()
}

/// What the kernel said differently, both before the collection and after it. In between it may have been anything near.
fn contradicted(table: &str, [before, after]: [&str; 2]) -> Vec<String> {
    let kernel = |meminfo: &str, key: &str| -> Option<i64> {
        let line = meminfo.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'))?;
        // `kB` are 1,024 bytes there.
        Some(line.trim().strip_suffix(" kB")?.parse::<i64>().ok()? * 1024)
    };
    let exported = |name: &str, about: &str| -> Option<i64> {
        let of_it = |line: &&str| line.starts_with(name) && line.ends_with(about);
        table.lines().find(of_it)?.split_whitespace().nth(1)?.parse().ok()
    };
    let Some(total) = kernel(after, "MemTotal") else { return Vec::new() };
    let states = [
        ("system.memory.usage", "system.memory.state=used", ["MemTotal", "MemAvailable"]),
        ("system.memory.usage", "system.memory.state=free", ["MemFree", ""]),
        ("system.paging.usage", "system.paging.state=used", ["SwapTotal", "SwapFree"]),
        ("system.paging.usage", "system.paging.state=free", ["SwapFree", ""]),
    ];
    let mut wrong = Vec::new();
    for (name, about, [whole, rest]) in states {
        let said = |meminfo| kernel(meminfo, whole).map(|whole| whole - kernel(meminfo, rest).unwrap_or(0));
        let (before, after) = (said(before), said(after));
        let near = |exported: i64| {
            let (low, high) = (before.min(after)? - total / 50, before.max(after)? + total / 50);
            Some((low..=high).contains(&exported))
        };
        if exported(name, about).and_then(near) != Some(true) {
            let exported = exported(name, about);
            wrong.push(format!("{name} {about}: {exported:?}, and the kernel said {before:?} and then {after:?}"));
        }
    }
    wrong
}

struct Options {
    every: Duration,
    times: u32,
    check: bool,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Option<Self> {
        let mut options = Self { every: Duration::from_secs(1), times: 2, check: false };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--check" => options.check = true,
                "--times" => options.times = arguments.next()?.parse().ok()?,
                "--every" => options.every = Duration::try_from_secs_f64(arguments.next()?.parse().ok()?).ok()?,
                _ => return None,
            }
        }
        Some(options)
    }
}
