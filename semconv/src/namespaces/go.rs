// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `go`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/).

use crate::attribute::go;
use crate::unit;
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Attributes, Counter, Histogram, Meter, Metric, UpDownCounter};

/// [`go.config.gogc`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-goconfiggogc): an up-down counter in `%`, in development.
pub const CONFIG_GOGC: Metric<UpDownCounter<f64, unit::PercentagePoints>> = Meter::up_down_counter::<f64>()
    .unit::<unit::PercentagePoints>()
    .name("go.config.gogc")
    .description("Current Go config gogc in percent.");

/// [`go.cpu.time`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-gocputime): a counter in `s`, in development.
pub const CPU_TIME: Metric<Counter<f64, Seconds, CpuTime<'static>>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("go.cpu.time")
    .description("Total Go CPU time in seconds, by go.cpu.state.")
    .attributes::<CpuTime>();

/// [`go.goroutine.count`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-gogoroutinecount): an up-down counter in `{goroutine}`, in development.
pub const GOROUTINE_COUNT: Metric<UpDownCounter<i64, unit::Goroutines>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Goroutines>()
    .name("go.goroutine.count")
    .description("Current number of Go goroutines.");

/// [`go.memory.allocated`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-gomemoryallocated): a counter in `By`, in development.
pub const MEMORY_ALLOCATED: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("go.memory.allocated")
    .description("Total Go memory allocated in bytes.");

/// [`go.memory.allocations`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-gomemoryallocations): a counter in `{allocation}`, in development.
pub const MEMORY_ALLOCATIONS: Metric<Counter<u64, unit::Allocations>> = Meter::counter::<u64>()
    .unit::<unit::Allocations>()
    .name("go.memory.allocations")
    .description("Number of Go memory allocations.");

/// [`go.memory.gc.cycles`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-gomemorygccycles): a counter in `{gc_cycle}`, in development.
pub const MEMORY_GC_CYCLES: Metric<Counter<u64, unit::GcCycles>> = Meter::counter::<u64>()
    .unit::<unit::GcCycles>()
    .name("go.memory.gc.cycles")
    .description("Number of GC cycles (Go memory GC cycles).");

/// [`go.memory.gc.goal`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-gomemorygcgoal): an up-down counter in `By`, in development.
pub const MEMORY_GC_GOAL: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("go.memory.gc.goal")
    .description("Current Go memory GC goal in bytes.");

/// [`go.memory.gc.pause.duration`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-gomemorygcpauseduration): a histogram in `s`, in development.
pub const MEMORY_GC_PAUSE_DURATION: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("go.memory.gc.pause.duration")
    .description("Distribution of Go memory GC pause duration in seconds.");

/// [`go.memory.limit`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-gomemorylimit): an up-down counter in `By`, in development.
pub const MEMORY_LIMIT: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("go.memory.limit")
    .description("Current Go memory limit in bytes.");

/// [`go.memory.used`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-gomemoryused): an up-down counter in `By`, in development.
pub const MEMORY_USED: Metric<UpDownCounter<i64, Bytes, MemoryUsed<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("go.memory.used")
    .description("Current Go memory used in bytes.")
    .attributes::<MemoryUsed>();

/// [`go.processor.limit`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-goprocessorlimit): an up-down counter in `{thread}`, in development.
pub const PROCESSOR_LIMIT: Metric<UpDownCounter<i64, unit::Threads>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Threads>()
    .name("go.processor.limit")
    .description("Current number of threads (Go processor limit).");

/// [`go.schedule.duration`](https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/#metric-goscheduleduration): a histogram in `s`, in development.
pub const SCHEDULE_DURATION: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("go.schedule.duration")
    .description("Distribution of Go schedule duration in seconds.");

/// The attributes of [`CPU_TIME`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "go.cpu")]
#[non_exhaustive]
pub struct CpuTime<'a> {
    /// `go.cpu.state`, required.
    #[attribute(key = "state")]
    pub cpu_state: go::CpuState<'a>,
    /// `go.cpu.detailed_state`, opt-in.
    pub detailed_state: Option<&'a str>,
}

impl<'a> CpuTime<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(cpu_state: go::CpuState<'a>) -> Self {
        Self { cpu_state, detailed_state: None }
    }

    /// With `go.cpu.detailed_state`.
    #[must_use]
    pub const fn detailed_state(mut self, detailed_state: &'a str) -> Self {
        self.detailed_state = Some(detailed_state);
        self
    }
}

/// The attributes of [`MEMORY_USED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "go.memory")]
#[non_exhaustive]
pub struct MemoryUsed<'a> {
    /// `go.memory.detailed_type`, opt-in.
    pub detailed_type: Option<&'a str>,
    /// `go.memory.type`, recommended.
    #[attribute(key = "type")]
    pub memory_type: Option<go::MemoryType<'a>>,
}

impl<'a> MemoryUsed<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { detailed_type: None, memory_type: None }
    }

    /// With `go.memory.detailed_type`.
    #[must_use]
    pub const fn detailed_type(mut self, detailed_type: &'a str) -> Self {
        self.detailed_type = Some(detailed_type);
        self
    }

    /// With `go.memory.type`.
    #[must_use]
    pub const fn memory_type(mut self, memory_type: go::MemoryType<'a>) -> Self {
        self.memory_type = Some(memory_type);
        self
    }
}
