// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `dotnet`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/).

use crate::attribute::{cpu, dotnet, error};
use crate::unit;
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Attributes, Counter, Meter, Metric, UpDownCounter};

/// [`dotnet.assembly.count`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetassemblycount): an up-down counter in `{assembly}`, stable.
pub const ASSEMBLY_COUNT: Metric<UpDownCounter<i64, unit::Assemblies>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Assemblies>()
    .name("dotnet.assembly.count")
    .description("Current number of .NET assemblies.");

/// [`dotnet.exceptions`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetexceptions): a counter in `{exception}`, stable.
pub const EXCEPTIONS: Metric<Counter<u64, unit::Exceptions, Exceptions<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Exceptions>()
    .name("dotnet.exceptions")
    .description("Number of .NET exceptions, by error.type.")
    .attributes::<Exceptions>();

/// [`dotnet.gc.collections`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetgccollections): a counter in `{collection}`, stable.
pub const GC_COLLECTIONS: Metric<Counter<u64, unit::Collections, GcCollections<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Collections>()
    .name("dotnet.gc.collections")
    .description("Number of .NET GC collections, by dotnet.gc.heap.generation.")
    .attributes::<GcCollections>();

/// [`dotnet.gc.heap.total_allocated`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetgcheaptotal_allocated): a counter in `By`, stable.
pub const GC_HEAP_TOTAL_ALLOCATED: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("dotnet.gc.heap.total_allocated")
    .description("Total .NET GC heap total allocated in bytes.");

/// [`dotnet.gc.last_collection.heap.fragmentation.size`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetgclast_collectionheapfragmentationsize): an up-down counter in `By`, stable.
pub const GC_LAST_COLLECTION_HEAP_FRAGMENTATION_SIZE: Metric<
    UpDownCounter<i64, Bytes, GcLastCollectionHeapFragmentationSize<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("dotnet.gc.last_collection.heap.fragmentation.size")
    .description("Current .NET GC last collection heap fragmentation size in bytes, by dotnet.gc.heap.generation.")
    .attributes::<GcLastCollectionHeapFragmentationSize>();

/// [`dotnet.gc.last_collection.heap.size`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetgclast_collectionheapsize): an up-down counter in `By`, stable.
pub const GC_LAST_COLLECTION_HEAP_SIZE: Metric<UpDownCounter<i64, Bytes, GcLastCollectionHeapSize<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("dotnet.gc.last_collection.heap.size")
        .description("Current .NET GC last collection heap size in bytes, by dotnet.gc.heap.generation.")
        .attributes::<GcLastCollectionHeapSize>();

/// [`dotnet.gc.last_collection.memory.committed_size`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetgclast_collectionmemorycommitted_size): an up-down counter in `By`, stable.
pub const GC_LAST_COLLECTION_MEMORY_COMMITTED_SIZE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("dotnet.gc.last_collection.memory.committed_size")
    .description("Current .NET GC last collection memory committed size in bytes.");

/// [`dotnet.gc.pause.time`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetgcpausetime): a counter in `s`, stable.
pub const GC_PAUSE_TIME: Metric<Counter<f64, Seconds>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("dotnet.gc.pause.time")
    .description("Total .NET GC pause time in seconds.");

/// [`dotnet.jit.compilation.time`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetjitcompilationtime): a counter in `s`, stable.
pub const JIT_COMPILATION_TIME: Metric<Counter<f64, Seconds>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("dotnet.jit.compilation.time")
    .description("Total .NET jit compilation time in seconds.");

/// [`dotnet.jit.compiled_il.size`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetjitcompiled_ilsize): a counter in `By`, stable.
pub const JIT_COMPILED_IL_SIZE: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("dotnet.jit.compiled_il.size")
    .description("Total .NET jit compiled il size in bytes.");

/// [`dotnet.jit.compiled_methods`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetjitcompiled_methods): a counter in `{method}`, stable.
pub const JIT_COMPILED_METHODS: Metric<Counter<u64, unit::Methods>> = Meter::counter::<u64>()
    .unit::<unit::Methods>()
    .name("dotnet.jit.compiled_methods")
    .description("Number of .NET jit compiled methods.");

/// [`dotnet.monitor.lock_contentions`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetmonitorlock_contentions): a counter in `{contention}`, stable.
pub const MONITOR_LOCK_CONTENTIONS: Metric<Counter<u64, unit::Contentions>> = Meter::counter::<u64>()
    .unit::<unit::Contentions>()
    .name("dotnet.monitor.lock_contentions")
    .description("Number of .NET monitor lock contentions.");

/// [`dotnet.process.cpu.count`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetprocesscpucount): an up-down counter in `{cpu}`, stable.
pub const PROCESS_CPU_COUNT: Metric<UpDownCounter<i64, unit::Cpus>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Cpus>()
    .name("dotnet.process.cpu.count")
    .description("Current number of .NET process CPUs.");

/// [`dotnet.process.cpu.time`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetprocesscputime): a counter in `s`, stable.
pub const PROCESS_CPU_TIME: Metric<Counter<f64, Seconds, ProcessCpuTime<'static>>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("dotnet.process.cpu.time")
    .description("Total .NET process CPU time in seconds, by cpu.mode.")
    .attributes::<ProcessCpuTime>();

/// [`dotnet.process.memory.working_set`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetprocessmemoryworking_set): an up-down counter in `By`, stable.
pub const PROCESS_MEMORY_WORKING_SET: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("dotnet.process.memory.working_set")
    .description("Current .NET process memory working set in bytes.");

/// [`dotnet.thread_pool.queue.length`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetthread_poolqueuelength): an up-down counter in `{work_item}`, stable.
pub const THREAD_POOL_QUEUE_LENGTH: Metric<UpDownCounter<i64, unit::WorkItems>> = Meter::up_down_counter::<i64>()
    .unit::<unit::WorkItems>()
    .name("dotnet.thread_pool.queue.length")
    .description("Current number of work items (.NET thread pool queue length).");

/// [`dotnet.thread_pool.thread.count`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetthread_poolthreadcount): an up-down counter in `{thread}`, stable.
pub const THREAD_POOL_THREAD_COUNT: Metric<UpDownCounter<i64, unit::Threads>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Threads>()
    .name("dotnet.thread_pool.thread.count")
    .description("Current number of .NET thread pool threads.");

/// [`dotnet.thread_pool.work_item.count`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnetthread_poolwork_itemcount): a counter in `{work_item}`, stable.
pub const THREAD_POOL_WORK_ITEM_COUNT: Metric<Counter<u64, unit::WorkItems>> = Meter::counter::<u64>()
    .unit::<unit::WorkItems>()
    .name("dotnet.thread_pool.work_item.count")
    .description("Number of .NET thread pool work items.");

/// [`dotnet.timer.count`](https://opentelemetry.io/docs/specs/semconv/runtime/dotnet-metrics/#metric-dotnettimercount): an up-down counter in `{timer}`, stable.
pub const TIMER_COUNT: Metric<UpDownCounter<i64, unit::Timers>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Timers>()
    .name("dotnet.timer.count")
    .description("Current number of .NET timers.");

/// The attributes of [`EXCEPTIONS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct Exceptions<'a> {
    /// `error.type`, required.
    #[attribute(key = "error.type")]
    pub error_type: error::Type<'a>,
}

impl<'a> Exceptions<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(error_type: error::Type<'a>) -> Self {
        Self { error_type }
    }
}

/// The attributes of [`GC_COLLECTIONS`], [`GC_LAST_COLLECTION_HEAP_FRAGMENTATION_SIZE`] and [`GC_LAST_COLLECTION_HEAP_SIZE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct GcCollections<'a> {
    /// `dotnet.gc.heap.generation`, required.
    #[attribute(key = "dotnet.gc.heap.generation")]
    pub generation: dotnet::GcHeapGeneration<'a>,
}

impl<'a> GcCollections<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(generation: dotnet::GcHeapGeneration<'a>) -> Self {
        Self { generation }
    }
}

/// The same attributes as of [`GcCollections`].
pub type GcLastCollectionHeapFragmentationSize<'a> = GcCollections<'a>;

/// The same attributes as of [`GcCollections`].
pub type GcLastCollectionHeapSize<'a> = GcCollections<'a>;

/// The attributes of [`PROCESS_CPU_TIME`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ProcessCpuTime<'a> {
    /// `cpu.mode`, required, release candidate.
    #[attribute(key = "cpu.mode")]
    pub mode: cpu::Mode<'a>,
}

impl<'a> ProcessCpuTime<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(mode: cpu::Mode<'a>) -> Self {
        Self { mode }
    }
}
