// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! What is not stable yet.

use super::{ClientRequestDuration, ServerRequestDuration};
use crate::attribute::http;
use crate::unit;
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Attributes, Histogram, Meter, Metric, UpDownCounter};

/// [`http.client.active_requests`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientactive_requests): an up-down counter in `{request}`, in development.
pub const CLIENT_ACTIVE_REQUESTS: Metric<UpDownCounter<i64, unit::Requests, ClientActiveRequests<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Requests>()
        .name("http.client.active_requests")
        .description("Current number of HTTP client active requests, by server.address and server.port.")
        .attributes::<ClientActiveRequests>();

/// [`http.client.connection.duration`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientconnectionduration): a histogram in `s`, in development.
pub const CLIENT_CONNECTION_DURATION: Metric<Histogram<f64, Seconds, ClientConnectionDuration<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("http.client.connection.duration")
        .description("Distribution of HTTP client connection duration in seconds, by server.address and server.port.")
        .attributes::<ClientConnectionDuration>();

/// [`http.client.open_connections`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientopen_connections): an up-down counter in `{connection}`, in development.
pub const CLIENT_OPEN_CONNECTIONS: Metric<UpDownCounter<i64, unit::Connections, ClientOpenConnections<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Connections>()
        .name("http.client.open_connections")
        .description(
            "Current number of HTTP client open connections, by http.connection.state, server.address and server.port.",
        )
        .attributes::<ClientOpenConnections>();

/// [`http.client.request.body.size`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientrequestbodysize): a histogram in `By`, in development.
pub const CLIENT_REQUEST_BODY_SIZE: Metric<Histogram<u64, Bytes, ClientRequestBodySize<'static>>> = Meter::histogram::<
    u64,
>()
.unit::<Bytes>()
.name("http.client.request.body.size")
.description(
    "Distribution of HTTP client request body size in bytes, by http.request.method, server.address and server.port.",
)
.attributes::<ClientRequestBodySize>();

/// [`http.client.response.body.size`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientresponsebodysize): a histogram in `By`, in development.
pub const CLIENT_RESPONSE_BODY_SIZE: Metric<Histogram<u64, Bytes, ClientResponseBodySize<'static>>> =
Meter::histogram::<u64>().unit::<Bytes>().name("http.client.response.body.size").description("Distribution of HTTP client response body size in bytes, by http.request.method, server.address and server.port.").attributes::<ClientResponseBodySize>();

/// [`http.server.active_requests`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserveractive_requests): an up-down counter in `{request}`, in development.
pub const SERVER_ACTIVE_REQUESTS: Metric<UpDownCounter<i64, unit::Requests, ServerActiveRequests<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Requests>()
        .name("http.server.active_requests")
        .description("Current number of HTTP server active requests, by http.request.method and url.scheme.")
        .attributes::<ServerActiveRequests>();

/// [`http.server.request.body.size`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestbodysize): a histogram in `By`, in development.
pub const SERVER_REQUEST_BODY_SIZE: Metric<Histogram<u64, Bytes, ServerRequestBodySize<'static>>> =
    Meter::histogram::<u64>()
        .unit::<Bytes>()
        .name("http.server.request.body.size")
        .description("Distribution of HTTP server request body size in bytes, by http.request.method and url.scheme.")
        .attributes::<ServerRequestBodySize>();

/// [`http.server.response.body.size`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverresponsebodysize): a histogram in `By`, in development.
pub const SERVER_RESPONSE_BODY_SIZE: Metric<Histogram<u64, Bytes, ServerResponseBodySize<'static>>> =
    Meter::histogram::<u64>()
        .unit::<Bytes>()
        .name("http.server.response.body.size")
        .description("Distribution of HTTP server response body size in bytes, by http.request.method and url.scheme.")
        .attributes::<ServerResponseBodySize>();

/// The attributes of [`CLIENT_ACTIVE_REQUESTS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientActiveRequests<'a> {
    /// `server.address`, required.
    #[attribute(key = "server.address")]
    pub server_address: &'a str,
    /// `server.port`, required.
    #[attribute(key = "server.port")]
    pub server_port: i64,
    /// `http.request.method`, recommended.
    #[attribute(key = "http.request.method")]
    pub method: Option<http::RequestMethod<'a>>,
    /// `url.scheme`, opt-in.
    #[attribute(key = "url.scheme")]
    pub scheme: Option<&'a str>,
    /// `url.template`, conditionally required.
    #[attribute(key = "url.template")]
    pub url_template: Option<&'a str>,
}

impl<'a> ClientActiveRequests<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(server_address: &'a str, server_port: i64) -> Self {
        Self { server_address, server_port, method: None, scheme: None, url_template: None }
    }

    /// With `http.request.method`.
    #[must_use]
    pub const fn method(mut self, method: http::RequestMethod<'a>) -> Self {
        self.method = Some(method);
        self
    }

    /// With `url.scheme`.
    #[must_use]
    pub const fn scheme(mut self, scheme: &'a str) -> Self {
        self.scheme = Some(scheme);
        self
    }

    /// With `url.template`.
    #[must_use]
    pub const fn url_template(mut self, url_template: &'a str) -> Self {
        self.url_template = Some(url_template);
        self
    }
}

/// The attributes of [`CLIENT_CONNECTION_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientConnectionDuration<'a> {
    /// `server.address`, required.
    #[attribute(key = "server.address")]
    pub server_address: &'a str,
    /// `server.port`, required.
    #[attribute(key = "server.port")]
    pub server_port: i64,
    /// `network.peer.address`, opt-in.
    #[attribute(key = "network.peer.address")]
    pub peer_address: Option<&'a str>,
    /// `network.protocol.version`, recommended.
    #[attribute(key = "network.protocol.version")]
    pub protocol_version: Option<&'a str>,
    /// `url.scheme`, opt-in.
    #[attribute(key = "url.scheme")]
    pub scheme: Option<&'a str>,
}

impl<'a> ClientConnectionDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(server_address: &'a str, server_port: i64) -> Self {
        Self { server_address, server_port, peer_address: None, protocol_version: None, scheme: None }
    }

    /// With `network.peer.address`.
    #[must_use]
    pub const fn peer_address(mut self, peer_address: &'a str) -> Self {
        self.peer_address = Some(peer_address);
        self
    }

    /// With `network.protocol.version`.
    #[must_use]
    pub const fn protocol_version(mut self, protocol_version: &'a str) -> Self {
        self.protocol_version = Some(protocol_version);
        self
    }

    /// With `url.scheme`.
    #[must_use]
    pub const fn scheme(mut self, scheme: &'a str) -> Self {
        self.scheme = Some(scheme);
        self
    }
}

/// The attributes of [`CLIENT_OPEN_CONNECTIONS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientOpenConnections<'a> {
    /// `http.connection.state`, required.
    #[attribute(key = "http.connection.state")]
    pub connection_state: http::ConnectionState<'a>,
    /// `server.address`, required.
    #[attribute(key = "server.address")]
    pub server_address: &'a str,
    /// `server.port`, required.
    #[attribute(key = "server.port")]
    pub server_port: i64,
    /// `network.peer.address`, opt-in.
    #[attribute(key = "network.peer.address")]
    pub peer_address: Option<&'a str>,
    /// `network.protocol.version`, recommended.
    #[attribute(key = "network.protocol.version")]
    pub protocol_version: Option<&'a str>,
    /// `url.scheme`, opt-in.
    #[attribute(key = "url.scheme")]
    pub scheme: Option<&'a str>,
}

impl<'a> ClientOpenConnections<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(connection_state: http::ConnectionState<'a>, server_address: &'a str, server_port: i64) -> Self {
        Self { connection_state, server_address, server_port, peer_address: None, protocol_version: None, scheme: None }
    }

    /// With `network.peer.address`.
    #[must_use]
    pub const fn peer_address(mut self, peer_address: &'a str) -> Self {
        self.peer_address = Some(peer_address);
        self
    }

    /// With `network.protocol.version`.
    #[must_use]
    pub const fn protocol_version(mut self, protocol_version: &'a str) -> Self {
        self.protocol_version = Some(protocol_version);
        self
    }

    /// With `url.scheme`.
    #[must_use]
    pub const fn scheme(mut self, scheme: &'a str) -> Self {
        self.scheme = Some(scheme);
        self
    }
}

/// The same attributes as of [`ClientRequestDuration`].
pub type ClientRequestBodySize<'a> = ClientRequestDuration<'a>;

/// The same attributes as of [`ClientRequestDuration`].
pub type ClientResponseBodySize<'a> = ClientRequestDuration<'a>;

/// The attributes of [`SERVER_ACTIVE_REQUESTS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ServerActiveRequests<'a> {
    /// `http.request.method`, required.
    #[attribute(key = "http.request.method")]
    pub method: http::RequestMethod<'a>,
    /// `url.scheme`, required.
    #[attribute(key = "url.scheme")]
    pub scheme: &'a str,
    /// `server.address`, opt-in.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, opt-in.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> ServerActiveRequests<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(method: http::RequestMethod<'a>, scheme: &'a str) -> Self {
        Self { method, scheme, server_address: None, server_port: None }
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

/// The same attributes as of [`ServerRequestDuration`].
pub type ServerRequestBodySize<'a> = ServerRequestDuration<'a>;

/// The same attributes as of [`ServerRequestDuration`].
pub type ServerResponseBodySize<'a> = ServerRequestDuration<'a>;
