// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `http`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/http/).

use meterstick::{AttributeValue, Key};

/// `http.connection.state`, in development.
pub const CONNECTION_STATE: Key<ConnectionState<'static>> = Key::new("http.connection.state");
/// `http.request.method`.
pub const REQUEST_METHOD: Key<RequestMethod<'static>> = Key::new("http.request.method");
/// `http.response.status_code`.
pub const RESPONSE_STATUS_CODE: Key<i64> = Key::new("http.response.status_code");
/// `http.route`.
pub const ROUTE: Key<&'static str> = Key::new("http.route");

/// The values of `http.connection.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ConnectionState<'a> {
    /// `active`.
    Active,
    /// `idle`.
    Idle,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `http.request.method`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum RequestMethod<'a> {
    /// `CONNECT`.
    Connect,
    /// `DELETE`.
    Delete,
    /// `GET`.
    Get,
    /// `HEAD`.
    Head,
    /// `OPTIONS`.
    Options,
    /// `PATCH`.
    Patch,
    /// `POST`.
    Post,
    /// `PUT`.
    Put,
    /// `TRACE`.
    Trace,
    /// `QUERY`.
    Query,
    /// `_OTHER`.
    #[attribute(rename = "_OTHER")]
    Other,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
