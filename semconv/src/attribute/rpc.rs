// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `rpc`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/rpc/).

use meterstick::{AttributeValue, Key};

/// `rpc.method`, release candidate.
pub const METHOD: Key<&'static str> = Key::new("rpc.method");
/// `rpc.response.status_code`, release candidate.
pub const RESPONSE_STATUS_CODE: Key<&'static str> = Key::new("rpc.response.status_code");
/// `rpc.system.name`, release candidate.
pub const SYSTEM_NAME: Key<SystemName<'static>> = Key::new("rpc.system.name");

/// The values of `rpc.system.name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum SystemName<'a> {
    /// `grpc`.
    Grpc,
    /// `dubbo`.
    Dubbo,
    /// `connectrpc`.
    Connectrpc,
    /// `jsonrpc`.
    Jsonrpc,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
