// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `http`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/).

#[cfg(feature = "experimental")]
mod experimental;
#[cfg(feature = "experimental")]
pub use experimental::*;

use crate::attribute::{error, http, user_agent};
use meterstick::unit::Seconds;
use meterstick::{Attributes, Histogram, Meter, Metric};

/// [`http.client.request.duration`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientrequestduration): a histogram in `s`, stable.
pub const CLIENT_REQUEST_DURATION: Metric<Histogram<f64, Seconds, ClientRequestDuration<'static>>> =
Meter::histogram::<f64>().unit::<Seconds>().name("http.client.request.duration").description("Distribution of HTTP client request duration in seconds, by http.request.method, server.address and server.port.").attributes::<ClientRequestDuration>();

/// [`http.server.request.duration`](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration): a histogram in `s`, stable.
pub const SERVER_REQUEST_DURATION: Metric<Histogram<f64, Seconds, ServerRequestDuration<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("http.server.request.duration")
        .description("Distribution of HTTP server request duration in seconds, by http.request.method and url.scheme.")
        .attributes::<ServerRequestDuration>();

/// The attributes of [`CLIENT_REQUEST_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientRequestDuration<'a> {
    /// `http.request.method`, required.
    #[attribute(key = "http.request.method")]
    pub method: http::RequestMethod<'a>,
    /// `server.address`, required.
    #[attribute(key = "server.address")]
    pub server_address: &'a str,
    /// `server.port`, required.
    #[attribute(key = "server.port")]
    pub server_port: i64,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `http.response.status_code`, conditionally required.
    #[attribute(key = "http.response.status_code")]
    pub status_code: Option<i64>,
    /// `network.protocol.name`, conditionally required.
    #[attribute(key = "network.protocol.name")]
    pub protocol_name: Option<&'a str>,
    /// `network.protocol.version`, recommended.
    #[attribute(key = "network.protocol.version")]
    pub protocol_version: Option<&'a str>,
    /// `url.scheme`, opt-in.
    #[attribute(key = "url.scheme")]
    pub scheme: Option<&'a str>,
    /// `url.template`, in development.
    #[attribute(key = "url.template")]
    pub url_template: Option<&'a str>,
}

impl<'a> ClientRequestDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(method: http::RequestMethod<'a>, server_address: &'a str, server_port: i64) -> Self {
        Self {
            method,
            server_address,
            server_port,
            error_type: None,
            status_code: None,
            protocol_name: None,
            protocol_version: None,
            scheme: None,
            url_template: None,
        }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `http.response.status_code`.
    #[must_use]
    pub const fn status_code(mut self, status_code: i64) -> Self {
        self.status_code = Some(status_code);
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

    /// With `url.template`.
    #[must_use]
    pub const fn url_template(mut self, url_template: &'a str) -> Self {
        self.url_template = Some(url_template);
        self
    }
}

/// The attributes of [`SERVER_REQUEST_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ServerRequestDuration<'a> {
    /// `http.request.method`, required.
    #[attribute(key = "http.request.method")]
    pub method: http::RequestMethod<'a>,
    /// `url.scheme`, required.
    #[attribute(key = "url.scheme")]
    pub scheme: &'a str,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `http.response.status_code`, conditionally required.
    #[attribute(key = "http.response.status_code")]
    pub status_code: Option<i64>,
    /// `http.route`, conditionally required.
    #[attribute(key = "http.route")]
    pub route: Option<&'a str>,
    /// `network.protocol.name`, conditionally required.
    #[attribute(key = "network.protocol.name")]
    pub protocol_name: Option<&'a str>,
    /// `network.protocol.version`, recommended.
    #[attribute(key = "network.protocol.version")]
    pub protocol_version: Option<&'a str>,
    /// `server.address`, opt-in.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, opt-in.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
    /// `user_agent.synthetic.type`, opt-in, in development.
    #[attribute(key = "user_agent.synthetic.type")]
    pub synthetic_type: Option<user_agent::SyntheticType<'a>>,
}

impl<'a> ServerRequestDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(method: http::RequestMethod<'a>, scheme: &'a str) -> Self {
        Self {
            method,
            scheme,
            error_type: None,
            status_code: None,
            route: None,
            protocol_name: None,
            protocol_version: None,
            server_address: None,
            server_port: None,
            synthetic_type: None,
        }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `http.response.status_code`.
    #[must_use]
    pub const fn status_code(mut self, status_code: i64) -> Self {
        self.status_code = Some(status_code);
        self
    }

    /// With `http.route`.
    #[must_use]
    pub const fn route(mut self, route: &'a str) -> Self {
        self.route = Some(route);
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
    pub const fn protocol_version(mut self, protocol_version: &'a str) -> Self {
        self.protocol_version = Some(protocol_version);
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

    /// With `user_agent.synthetic.type`.
    #[must_use]
    pub const fn synthetic_type(mut self, synthetic_type: user_agent::SyntheticType<'a>) -> Self {
        self.synthetic_type = Some(synthetic_type);
        self
    }
}
