// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `cpython`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/cpython/).

use meterstick::{AttributeValue, Key, ValueRef, ValueType};

/// `cpython.gc.generation`, in development.
pub const GC_GENERATION: Key<GcGeneration> = Key::new("cpython.gc.generation");

/// The values of `cpython.gc.generation`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GcGeneration {
    /// `0`.
    Generation0,
    /// `1`.
    Generation1,
    /// `2`.
    Generation2,
    /// A value that the registry does not have.
    Custom(i64),
}

impl AttributeValue for GcGeneration {
    const TYPE: ValueType = ValueType::Int;

    fn value(&self) -> ValueRef<'_> {
        ValueRef::Int(match self {
            Self::Generation0 => 0,
            Self::Generation1 => 1,
            Self::Generation2 => 2,
            Self::Custom(value) => *value,
        })
    }
}
