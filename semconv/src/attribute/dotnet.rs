// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `dotnet`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/dotnet/).

use meterstick::{AttributeValue, Key};

/// `dotnet.gc.heap.generation`.
pub const GC_HEAP_GENERATION: Key<GcHeapGeneration<'static>> = Key::new("dotnet.gc.heap.generation");

/// The values of `dotnet.gc.heap.generation`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum GcHeapGeneration<'a> {
    /// `gen0`.
    Gen0,
    /// `gen1`.
    Gen1,
    /// `gen2`.
    Gen2,
    /// `loh`.
    Loh,
    /// `poh`.
    Poh,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
