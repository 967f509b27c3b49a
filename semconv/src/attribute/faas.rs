// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `faas`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/faas/).

use meterstick::{AttributeValue, Key};

/// `faas.trigger`, in development.
pub const TRIGGER: Key<Trigger<'static>> = Key::new("faas.trigger");

/// The values of `faas.trigger`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum Trigger<'a> {
    /// `datasource`.
    Datasource,
    /// `http`.
    Http,
    /// `pubsub`.
    Pubsub,
    /// `timer`.
    Timer,
    /// `other`.
    Other,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
