// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `user_agent`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/user-agent/).

use meterstick::{AttributeValue, Key};

/// `user_agent.synthetic.type`, in development.
pub const SYNTHETIC_TYPE: Key<SyntheticType<'static>> = Key::new("user_agent.synthetic.type");

/// The values of `user_agent.synthetic.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum SyntheticType<'a> {
    /// `bot`.
    Bot,
    /// `test`.
    Test,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
