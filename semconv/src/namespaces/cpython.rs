// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `cpython`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/runtime/cpython-metrics/).

use crate::attribute::cpython;
use crate::unit;
use meterstick::{Attributes, Counter, Meter, Metric};

/// [`cpython.gc.collected_objects`](https://opentelemetry.io/docs/specs/semconv/runtime/cpython-metrics/#metric-cpythongccollected_objects): a counter in `{object}`, in development.
pub const GC_COLLECTED_OBJECTS: Metric<Counter<u64, unit::Objects, GcCollectedObjects>> = Meter::counter::<u64>()
    .unit::<unit::Objects>()
    .name("cpython.gc.collected_objects")
    .description("Number of CPython GC collected objects, by cpython.gc.generation.")
    .attributes::<GcCollectedObjects>();

/// [`cpython.gc.collections`](https://opentelemetry.io/docs/specs/semconv/runtime/cpython-metrics/#metric-cpythongccollections): a counter in `{collection}`, in development.
pub const GC_COLLECTIONS: Metric<Counter<u64, unit::Collections, GcCollections>> = Meter::counter::<u64>()
    .unit::<unit::Collections>()
    .name("cpython.gc.collections")
    .description("Number of CPython GC collections, by cpython.gc.generation.")
    .attributes::<GcCollections>();

/// [`cpython.gc.uncollectable_objects`](https://opentelemetry.io/docs/specs/semconv/runtime/cpython-metrics/#metric-cpythongcuncollectable_objects): a counter in `{object}`, in development.
pub const GC_UNCOLLECTABLE_OBJECTS: Metric<Counter<u64, unit::Objects, GcUncollectableObjects>> =
    Meter::counter::<u64>()
        .unit::<unit::Objects>()
        .name("cpython.gc.uncollectable_objects")
        .description("Number of CPython GC uncollectable objects, by cpython.gc.generation.")
        .attributes::<GcUncollectableObjects>();

/// The attributes of [`GC_COLLECTED_OBJECTS`], [`GC_COLLECTIONS`] and [`GC_UNCOLLECTABLE_OBJECTS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct GcCollectedObjects {
    /// `cpython.gc.generation`, required.
    #[attribute(key = "cpython.gc.generation")]
    pub generation: cpython::GcGeneration,
}

impl GcCollectedObjects {
    /// With the required attributes.
    #[must_use]
    pub const fn new(generation: cpython::GcGeneration) -> Self {
        Self { generation }
    }
}

/// The same attributes as of [`GcCollectedObjects`].
pub type GcCollections = GcCollectedObjects;

/// The same attributes as of [`GcCollectedObjects`].
pub type GcUncollectableObjects = GcCollectedObjects;
