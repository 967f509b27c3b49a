// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `nodejs`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/nodejs/).

use meterstick::{AttributeValue, Key};

/// `nodejs.eventloop.state`, in development.
pub const EVENTLOOP_STATE: Key<EventloopState<'static>> = Key::new("nodejs.eventloop.state");

/// The values of `nodejs.eventloop.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum EventloopState<'a> {
    /// `active`.
    Active,
    /// `idle`.
    Idle,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
