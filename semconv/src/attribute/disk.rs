// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `disk`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/disk/).

use meterstick::{AttributeValue, Key};

/// `disk.io.direction`, release candidate.
pub const IO_DIRECTION: Key<IoDirection<'static>> = Key::new("disk.io.direction");

/// The values of `disk.io.direction`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum IoDirection<'a> {
    /// `read`.
    Read,
    /// `write`.
    Write,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
