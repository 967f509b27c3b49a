// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `go`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/go/).

use meterstick::{AttributeValue, Key};

/// `go.cpu.detailed_state`, in development.
pub const CPU_DETAILED_STATE: Key<&'static str> = Key::new("go.cpu.detailed_state");
/// `go.cpu.state`, in development.
pub const CPU_STATE: Key<CpuState<'static>> = Key::new("go.cpu.state");
/// `go.memory.detailed_type`, in development.
pub const MEMORY_DETAILED_TYPE: Key<&'static str> = Key::new("go.memory.detailed_type");
/// `go.memory.type`, in development.
pub const MEMORY_TYPE: Key<MemoryType<'static>> = Key::new("go.memory.type");

/// The values of `go.cpu.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum CpuState<'a> {
    /// `user`.
    User,
    /// `gc`.
    Gc,
    /// `scavenge`.
    Scavenge,
    /// `idle`.
    Idle,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `go.memory.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum MemoryType<'a> {
    /// `stack`.
    Stack,
    /// `other`.
    Other,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
