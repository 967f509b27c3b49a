// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `kestrel`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-kestrel-metrics/).

use crate::attribute::{error, network};
use crate::unit;
use meterstick::unit::Seconds;
use meterstick::{Attributes, Counter, Histogram, Meter, Metric, UpDownCounter};

/// [`kestrel.active_connections`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-kestrel-metrics/#metric-kestrelactive_connections): an up-down counter in `{connection}`, stable.
pub const ACTIVE_CONNECTIONS: Metric<UpDownCounter<i64, unit::Connections, ActiveConnections<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Connections>()
        .name("kestrel.active_connections")
        .description("Current number of Kestrel active connections.")
        .attributes::<ActiveConnections>();

/// [`kestrel.active_tls_handshakes`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-kestrel-metrics/#metric-kestrelactive_tls_handshakes): an up-down counter in `{handshake}`, stable.
pub const ACTIVE_TLS_HANDSHAKES: Metric<UpDownCounter<i64, unit::Handshakes, ActiveTlsHandshakes<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Handshakes>()
        .name("kestrel.active_tls_handshakes")
        .description("Current number of Kestrel active TLS handshakes.")
        .attributes::<ActiveTlsHandshakes>();

/// [`kestrel.connection.duration`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-kestrel-metrics/#metric-kestrelconnectionduration): a histogram in `s`, stable.
pub const CONNECTION_DURATION: Metric<Histogram<f64, Seconds, ConnectionDuration<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("kestrel.connection.duration")
    .description("Distribution of Kestrel connection duration in seconds.")
    .attributes::<ConnectionDuration>();

/// [`kestrel.queued_connections`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-kestrel-metrics/#metric-kestrelqueued_connections): an up-down counter in `{connection}`, stable.
pub const QUEUED_CONNECTIONS: Metric<UpDownCounter<i64, unit::Connections, QueuedConnections<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Connections>()
        .name("kestrel.queued_connections")
        .description("Current number of Kestrel queued connections.")
        .attributes::<QueuedConnections>();

/// [`kestrel.queued_requests`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-kestrel-metrics/#metric-kestrelqueued_requests): an up-down counter in `{request}`, stable.
pub const QUEUED_REQUESTS: Metric<UpDownCounter<i64, unit::Requests, QueuedRequests<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Requests>()
        .name("kestrel.queued_requests")
        .description("Current number of Kestrel queued requests.")
        .attributes::<QueuedRequests>();

/// [`kestrel.rejected_connections`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-kestrel-metrics/#metric-kestrelrejected_connections): a counter in `{connection}`, stable.
pub const REJECTED_CONNECTIONS: Metric<Counter<u64, unit::Connections, RejectedConnections<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Connections>()
        .name("kestrel.rejected_connections")
        .description("Number of Kestrel rejected connections.")
        .attributes::<RejectedConnections>();

/// [`kestrel.tls_handshake.duration`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-kestrel-metrics/#metric-kestreltls_handshakeduration): a histogram in `s`, stable.
pub const TLS_HANDSHAKE_DURATION: Metric<Histogram<f64, Seconds, TlsHandshakeDuration<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("kestrel.tls_handshake.duration")
        .description("Distribution of Kestrel TLS handshake duration in seconds.")
        .attributes::<TlsHandshakeDuration>();

/// [`kestrel.upgraded_connections`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-kestrel-metrics/#metric-kestrelupgraded_connections): an up-down counter in `{connection}`, stable.
pub const UPGRADED_CONNECTIONS: Metric<UpDownCounter<i64, unit::Connections, UpgradedConnections<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Connections>()
        .name("kestrel.upgraded_connections")
        .description("Current number of Kestrel upgraded connections.")
        .attributes::<UpgradedConnections>();

/// The attributes of [`ACTIVE_CONNECTIONS`], [`ACTIVE_TLS_HANDSHAKES`], [`QUEUED_CONNECTIONS`], [`REJECTED_CONNECTIONS`] and [`UPGRADED_CONNECTIONS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ActiveConnections<'a> {
    /// `network.transport`, recommended.
    #[attribute(key = "network.transport")]
    pub transport: Option<network::Transport<'a>>,
    /// `network.type`, recommended.
    #[attribute(key = "network.type")]
    pub network_type: Option<network::Type<'a>>,
    /// `server.address`, recommended.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> ActiveConnections<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { transport: None, network_type: None, server_address: None, server_port: None }
    }

    /// With `network.transport`.
    #[must_use]
    pub const fn transport(mut self, transport: network::Transport<'a>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// With `network.type`.
    #[must_use]
    pub const fn network_type(mut self, network_type: network::Type<'a>) -> Self {
        self.network_type = Some(network_type);
        self
    }

    /// With `server.address`.
    #[must_use]
    pub const fn server_address(mut self, server_address: &'a str) -> Self {
        self.server_address = Some(server_address);
        self
    }

    /// With `server.port`.
    #[must_use]
    pub const fn server_port(mut self, server_port: i64) -> Self {
        self.server_port = Some(server_port);
        self
    }
}

/// The same attributes as of [`ActiveConnections`].
pub type ActiveTlsHandshakes<'a> = ActiveConnections<'a>;

/// The same attributes as of [`ActiveConnections`].
pub type QueuedConnections<'a> = ActiveConnections<'a>;

/// The same attributes as of [`ActiveConnections`].
pub type RejectedConnections<'a> = ActiveConnections<'a>;

/// The same attributes as of [`ActiveConnections`].
pub type UpgradedConnections<'a> = ActiveConnections<'a>;

/// The attributes of [`CONNECTION_DURATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ConnectionDuration<'a> {
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `network.protocol.name`, recommended.
    #[attribute(key = "network.protocol.name")]
    pub protocol_name: Option<&'a str>,
    /// `network.protocol.version`, recommended.
    #[attribute(key = "network.protocol.version")]
    pub network_protocol_version: Option<&'a str>,
    /// `network.transport`, recommended.
    #[attribute(key = "network.transport")]
    pub transport: Option<network::Transport<'a>>,
    /// `network.type`, recommended.
    #[attribute(key = "network.type")]
    pub network_type: Option<network::Type<'a>>,
    /// `server.address`, recommended.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
    /// `tls.protocol.version`, recommended, in development.
    #[attribute(key = "tls.protocol.version")]
    pub tls_protocol_version: Option<&'a str>,
}

impl<'a> ConnectionDuration<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            error_type: None,
            protocol_name: None,
            network_protocol_version: None,
            transport: None,
            network_type: None,
            server_address: None,
            server_port: None,
            tls_protocol_version: None,
        }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `network.protocol.name`.
    #[must_use]
    pub const fn protocol_name(mut self, protocol_name: &'a str) -> Self {
        self.protocol_name = Some(protocol_name);
        self
    }

    /// With `network.protocol.version`.
    #[must_use]
    pub const fn network_protocol_version(mut self, network_protocol_version: &'a str) -> Self {
        self.network_protocol_version = Some(network_protocol_version);
        self
    }

    /// With `network.transport`.
    #[must_use]
    pub const fn transport(mut self, transport: network::Transport<'a>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// With `network.type`.
    #[must_use]
    pub const fn network_type(mut self, network_type: network::Type<'a>) -> Self {
        self.network_type = Some(network_type);
        self
    }

    /// With `server.address`.
    #[must_use]
    pub const fn server_address(mut self, server_address: &'a str) -> Self {
        self.server_address = Some(server_address);
        self
    }

    /// With `server.port`.
    #[must_use]
    pub const fn server_port(mut self, server_port: i64) -> Self {
        self.server_port = Some(server_port);
        self
    }

    /// With `tls.protocol.version`.
    #[must_use]
    pub const fn tls_protocol_version(mut self, tls_protocol_version: &'a str) -> Self {
        self.tls_protocol_version = Some(tls_protocol_version);
        self
    }
}

/// The attributes of [`QUEUED_REQUESTS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct QueuedRequests<'a> {
    /// `network.protocol.name`, recommended.
    #[attribute(key = "network.protocol.name")]
    pub protocol_name: Option<&'a str>,
    /// `network.protocol.version`, recommended.
    #[attribute(key = "network.protocol.version")]
    pub protocol_version: Option<&'a str>,
    /// `network.transport`, recommended.
    #[attribute(key = "network.transport")]
    pub transport: Option<network::Transport<'a>>,
    /// `network.type`, recommended.
    #[attribute(key = "network.type")]
    pub network_type: Option<network::Type<'a>>,
    /// `server.address`, recommended.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> QueuedRequests<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            protocol_name: None,
            protocol_version: None,
            transport: None,
            network_type: None,
            server_address: None,
            server_port: None,
        }
    }

    /// With `network.protocol.name`.
    #[must_use]
    pub const fn protocol_name(mut self, protocol_name: &'a str) -> Self {
        self.protocol_name = Some(protocol_name);
        self
    }

    /// With `network.protocol.version`.
    #[must_use]
    pub const fn protocol_version(mut self, protocol_version: &'a str) -> Self {
        self.protocol_version = Some(protocol_version);
        self
    }

    /// With `network.transport`.
    #[must_use]
    pub const fn transport(mut self, transport: network::Transport<'a>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// With `network.type`.
    #[must_use]
    pub const fn network_type(mut self, network_type: network::Type<'a>) -> Self {
        self.network_type = Some(network_type);
        self
    }

    /// With `server.address`.
    #[must_use]
    pub const fn server_address(mut self, server_address: &'a str) -> Self {
        self.server_address = Some(server_address);
        self
    }

    /// With `server.port`.
    #[must_use]
    pub const fn server_port(mut self, server_port: i64) -> Self {
        self.server_port = Some(server_port);
        self
    }
}

/// The attributes of [`TLS_HANDSHAKE_DURATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct TlsHandshakeDuration<'a> {
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `network.transport`, recommended.
    #[attribute(key = "network.transport")]
    pub transport: Option<network::Transport<'a>>,
    /// `network.type`, recommended.
    #[attribute(key = "network.type")]
    pub network_type: Option<network::Type<'a>>,
    /// `server.address`, recommended.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
    /// `tls.protocol.version`, recommended, in development.
    #[attribute(key = "tls.protocol.version")]
    pub protocol_version: Option<&'a str>,
}

impl<'a> TlsHandshakeDuration<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            error_type: None,
            transport: None,
            network_type: None,
            server_address: None,
            server_port: None,
            protocol_version: None,
        }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `network.transport`.
    #[must_use]
    pub const fn transport(mut self, transport: network::Transport<'a>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// With `network.type`.
    #[must_use]
    pub const fn network_type(mut self, network_type: network::Type<'a>) -> Self {
        self.network_type = Some(network_type);
        self
    }

    /// With `server.address`.
    #[must_use]
    pub const fn server_address(mut self, server_address: &'a str) -> Self {
        self.server_address = Some(server_address);
        self
    }

    /// With `server.port`.
    #[must_use]
    pub const fn server_port(mut self, server_port: i64) -> Self {
        self.server_port = Some(server_port);
        self
    }

    /// With `tls.protocol.version`.
    #[must_use]
    pub const fn protocol_version(mut self, protocol_version: &'a str) -> Self {
        self.protocol_version = Some(protocol_version);
        self
    }
}
