// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `v8js`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/runtime/v8js-metrics/).

use crate::attribute::v8js;
use crate::unit;
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Attributes, Gauge, Histogram, Meter, Metric, UpDownCounter};

/// [`v8js.gc.duration`](https://opentelemetry.io/docs/specs/semconv/runtime/v8js-metrics/#metric-v8jsgcduration): a histogram in `s`, in development.
pub const GC_DURATION: Metric<Histogram<f64, Seconds, GcDuration<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("v8js.gc.duration")
    .description("Distribution of V8 GC duration in seconds, by v8js.gc.type.")
    .attributes::<GcDuration>();

/// [`v8js.memory.heap.space.available_size`](https://opentelemetry.io/docs/specs/semconv/runtime/v8js-metrics/#metric-v8jsmemoryheapspaceavailable_size): an up-down counter in `By`, in development.
pub const MEMORY_HEAP_SPACE_AVAILABLE_SIZE: Metric<UpDownCounter<i64, Bytes, MemoryHeapSpaceAvailableSize<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("v8js.memory.heap.space.available_size")
        .description("Current V8 memory heap space available size in bytes, by v8js.heap.space.name.")
        .attributes::<MemoryHeapSpaceAvailableSize>();

/// [`v8js.memory.heap.space.physical_size`](https://opentelemetry.io/docs/specs/semconv/runtime/v8js-metrics/#metric-v8jsmemoryheapspacephysical_size): an up-down counter in `By`, in development.
pub const MEMORY_HEAP_SPACE_PHYSICAL_SIZE: Metric<UpDownCounter<i64, Bytes, MemoryHeapSpacePhysicalSize<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("v8js.memory.heap.space.physical_size")
        .description("Current V8 memory heap space physical size in bytes, by v8js.heap.space.name.")
        .attributes::<MemoryHeapSpacePhysicalSize>();

/// [`v8js.memory.heap.space.size`](https://opentelemetry.io/docs/specs/semconv/runtime/v8js-metrics/#metric-v8jsmemoryheapspacesize): an up-down counter in `By`, in development.
pub const MEMORY_HEAP_SPACE_SIZE: Metric<UpDownCounter<i64, Bytes, MemoryHeapSpaceSize<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("v8js.memory.heap.space.size")
        .description("Current V8 memory heap space size in bytes, by v8js.heap.space.name.")
        .attributes::<MemoryHeapSpaceSize>();

/// [`v8js.memory.heap.used`](https://opentelemetry.io/docs/specs/semconv/runtime/v8js-metrics/#metric-v8jsmemoryheapused): an up-down counter in `By`, in development.
pub const MEMORY_HEAP_USED: Metric<UpDownCounter<i64, Bytes, MemoryHeapUsed<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("v8js.memory.heap.used")
        .description("Current V8 memory heap used in bytes, by v8js.heap.space.name.")
        .attributes::<MemoryHeapUsed>();

/// [`v8js.resource.active`](https://opentelemetry.io/docs/specs/semconv/runtime/v8js-metrics/#metric-v8jsresourceactive): a gauge in `{resource}`, in development.
pub const RESOURCE_ACTIVE: Metric<Gauge<i64, unit::Resources, ResourceActive<'static>>> = Meter::gauge::<i64>()
    .unit::<unit::Resources>()
    .name("v8js.resource.active")
    .description("Last known number of resources (V8 resource active), by v8js.resource.type.")
    .attributes::<ResourceActive>();

/// The attributes of [`GC_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct GcDuration<'a> {
    /// `v8js.gc.type`, required.
    #[attribute(key = "v8js.gc.type")]
    pub gc_type: v8js::GcType<'a>,
}

impl<'a> GcDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(gc_type: v8js::GcType<'a>) -> Self {
        Self { gc_type }
    }
}

/// The attributes of [`MEMORY_HEAP_SPACE_AVAILABLE_SIZE`], [`MEMORY_HEAP_SPACE_PHYSICAL_SIZE`], [`MEMORY_HEAP_SPACE_SIZE`] and [`MEMORY_HEAP_USED`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct MemoryHeapSpaceAvailableSize<'a> {
    /// `v8js.heap.space.name`, required.
    #[attribute(key = "v8js.heap.space.name")]
    pub space_name: v8js::HeapSpaceName<'a>,
}

impl<'a> MemoryHeapSpaceAvailableSize<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(space_name: v8js::HeapSpaceName<'a>) -> Self {
        Self { space_name }
    }
}

/// The same attributes as of [`MemoryHeapSpaceAvailableSize`].
pub type MemoryHeapSpacePhysicalSize<'a> = MemoryHeapSpaceAvailableSize<'a>;

/// The same attributes as of [`MemoryHeapSpaceAvailableSize`].
pub type MemoryHeapSpaceSize<'a> = MemoryHeapSpaceAvailableSize<'a>;

/// The same attributes as of [`MemoryHeapSpaceAvailableSize`].
pub type MemoryHeapUsed<'a> = MemoryHeapSpaceAvailableSize<'a>;

/// The attributes of [`RESOURCE_ACTIVE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ResourceActive<'a> {
    /// `v8js.resource.type`, required.
    #[attribute(key = "v8js.resource.type")]
    pub resource_type: v8js::ResourceType<'a>,
}

impl<'a> ResourceActive<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(resource_type: v8js::ResourceType<'a>) -> Self {
        Self { resource_type }
    }
}
