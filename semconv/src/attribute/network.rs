// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `network`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/network/).

use meterstick::{AttributeValue, Key};

/// `network.connection.state`, in development.
pub const CONNECTION_STATE: Key<ConnectionState<'static>> = Key::new("network.connection.state");
/// `network.interface.name`, release candidate.
pub const INTERFACE_NAME: Key<&'static str> = Key::new("network.interface.name");
/// `network.io.direction`, release candidate.
pub const IO_DIRECTION: Key<IoDirection<'static>> = Key::new("network.io.direction");
/// `network.peer.address`.
pub const PEER_ADDRESS: Key<&'static str> = Key::new("network.peer.address");
/// `network.peer.port`.
pub const PEER_PORT: Key<i64> = Key::new("network.peer.port");
/// `network.protocol.name`.
pub const PROTOCOL_NAME: Key<&'static str> = Key::new("network.protocol.name");
/// `network.protocol.version`.
pub const PROTOCOL_VERSION: Key<&'static str> = Key::new("network.protocol.version");
/// `network.transport`.
pub const TRANSPORT: Key<Transport<'static>> = Key::new("network.transport");
/// `network.type`.
pub const TYPE: Key<Type<'static>> = Key::new("network.type");

/// The values of `network.connection.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ConnectionState<'a> {
    /// `closed`.
    Closed,
    /// `close_wait`.
    CloseWait,
    /// `closing`.
    Closing,
    /// `established`.
    Established,
    /// `fin_wait_1`.
    #[attribute(rename = "fin_wait_1")]
    FinWait1,
    /// `fin_wait_2`.
    #[attribute(rename = "fin_wait_2")]
    FinWait2,
    /// `last_ack`.
    LastAck,
    /// `listen`.
    Listen,
    /// `syn_received`.
    SynReceived,
    /// `syn_sent`.
    SynSent,
    /// `time_wait`.
    TimeWait,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `network.io.direction`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum IoDirection<'a> {
    /// `transmit`.
    Transmit,
    /// `receive`.
    Receive,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `network.transport`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum Transport<'a> {
    /// `tcp`.
    Tcp,
    /// `udp`.
    Udp,
    /// `pipe`.
    Pipe,
    /// `unix`.
    Unix,
    /// `quic`.
    Quic,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `network.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum Type<'a> {
    /// `ipv4`.
    Ipv4,
    /// `ipv6`.
    Ipv6,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
