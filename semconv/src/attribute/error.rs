// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `error`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/).

use meterstick::{AttributeValue, Key};

/// `error.type`.
pub const TYPE: Key<Type<'static>> = Key::new("error.type");

/// The values of `error.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum Type<'a> {
    /// `_OTHER`.
    #[attribute(rename = "_OTHER")]
    Other,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
