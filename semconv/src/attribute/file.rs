// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `file`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/file/).

use meterstick::{AttributeValue, Key};

/// `file.lock.mechanism`, in development.
pub const LOCK_MECHANISM: Key<&'static str> = Key::new("file.lock.mechanism");
/// `file.lock.mode`, in development.
pub const LOCK_MODE: Key<&'static str> = Key::new("file.lock.mode");
/// `file.lock.type`, in development.
pub const LOCK_TYPE: Key<LockType<'static>> = Key::new("file.lock.type");

/// The values of `file.lock.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum LockType<'a> {
    /// `read`.
    Read,
    /// `write`.
    Write,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
