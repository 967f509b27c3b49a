// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `process`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/process/).

use meterstick::{AttributeValue, Key};

/// `process.context_switch.type`, release candidate.
pub const CONTEXT_SWITCH_TYPE: Key<ContextSwitchType<'static>> = Key::new("process.context_switch.type");
/// `process.state`, release candidate.
pub const STATE: Key<State<'static>> = Key::new("process.state");

/// The values of `process.context_switch.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ContextSwitchType<'a> {
    /// `voluntary`.
    Voluntary,
    /// `involuntary`.
    Involuntary,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `process.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum State<'a> {
    /// `running`.
    Running,
    /// `sleeping`.
    Sleeping,
    /// `stopped`.
    Stopped,
    /// `defunct`.
    Defunct,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
