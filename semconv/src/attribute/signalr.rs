// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `signalr`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/signalr/).

use meterstick::{AttributeValue, Key};

/// `signalr.connection.status`.
pub const CONNECTION_STATUS: Key<ConnectionStatus<'static>> = Key::new("signalr.connection.status");
/// `signalr.transport`.
pub const TRANSPORT: Key<Transport<'static>> = Key::new("signalr.transport");

/// The values of `signalr.connection.status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ConnectionStatus<'a> {
    /// `normal_closure`.
    NormalClosure,
    /// `timeout`.
    Timeout,
    /// `app_shutdown`.
    AppShutdown,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `signalr.transport`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum Transport<'a> {
    /// `server_sent_events`.
    ServerSentEvents,
    /// `long_polling`.
    LongPolling,
    /// `web_sockets`.
    WebSockets,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
