// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `cpu`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/cpu/).

use meterstick::{AttributeValue, Key};

/// `cpu.logical_number`, in development.
pub const LOGICAL_NUMBER: Key<i64> = Key::new("cpu.logical_number");
/// `cpu.mode`, release candidate.
pub const MODE: Key<Mode<'static>> = Key::new("cpu.mode");

/// The values of `cpu.mode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum Mode<'a> {
    /// `user`.
    User,
    /// `system`.
    System,
    /// `nice`.
    Nice,
    /// `idle`.
    Idle,
    /// `iowait`.
    Iowait,
    /// `interrupt`.
    Interrupt,
    /// `steal`.
    Steal,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
