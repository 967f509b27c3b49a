// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `signalr`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-signalr-metrics/).

use crate::attribute::signalr;
use crate::unit;
use meterstick::unit::Seconds;
use meterstick::{Attributes, Histogram, Meter, Metric, UpDownCounter};

/// [`signalr.server.active_connections`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-signalr-metrics/#metric-signalrserveractive_connections): an up-down counter in `{connection}`, stable.
pub const SERVER_ACTIVE_CONNECTIONS: Metric<UpDownCounter<i64, unit::Connections, ServerActiveConnections<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Connections>()
        .name("signalr.server.active_connections")
        .description("Current number of SignalR server active connections.")
        .attributes::<ServerActiveConnections>();

/// [`signalr.server.connection.duration`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-signalr-metrics/#metric-signalrserverconnectionduration): a histogram in `s`, stable.
pub const SERVER_CONNECTION_DURATION: Metric<Histogram<f64, Seconds, ServerConnectionDuration<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("signalr.server.connection.duration")
        .description("Distribution of SignalR server connection duration in seconds.")
        .attributes::<ServerConnectionDuration>();

/// The attributes of [`SERVER_ACTIVE_CONNECTIONS`] and [`SERVER_CONNECTION_DURATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "signalr")]
#[non_exhaustive]
pub struct ServerActiveConnections<'a> {
    /// `signalr.connection.status`, recommended.
    #[attribute(key = "connection.status")]
    pub connection_status: Option<signalr::ConnectionStatus<'a>>,
    /// `signalr.transport`, recommended.
    pub transport: Option<signalr::Transport<'a>>,
}

impl<'a> ServerActiveConnections<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { connection_status: None, transport: None }
    }

    /// With `signalr.connection.status`.
    #[must_use]
    pub const fn connection_status(mut self, connection_status: signalr::ConnectionStatus<'a>) -> Self {
        self.connection_status = Some(connection_status);
        self
    }

    /// With `signalr.transport`.
    #[must_use]
    pub const fn transport(mut self, transport: signalr::Transport<'a>) -> Self {
        self.transport = Some(transport);
        self
    }
}

/// The same attributes as of [`ServerActiveConnections`].
pub type ServerConnectionDuration<'a> = ServerActiveConnections<'a>;
