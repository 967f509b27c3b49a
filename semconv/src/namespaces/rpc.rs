// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `rpc`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/).

use crate::attribute::{error, rpc};
use meterstick::unit::Seconds;
use meterstick::{Attributes, Histogram, Meter, Metric};

/// [`rpc.client.call.duration`](https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/#metric-rpcclientcallduration): a histogram in `s`, release candidate.
pub const CLIENT_CALL_DURATION: Metric<Histogram<f64, Seconds, ClientCallDuration<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("rpc.client.call.duration")
        .description("Distribution of RPC client call duration in seconds, by rpc.system.name.")
        .attributes::<ClientCallDuration>();

/// [`rpc.server.call.duration`](https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/#metric-rpcservercallduration): a histogram in `s`, release candidate.
pub const SERVER_CALL_DURATION: Metric<Histogram<f64, Seconds, ServerCallDuration<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("rpc.server.call.duration")
        .description("Distribution of RPC server call duration in seconds, by rpc.system.name.")
        .attributes::<ServerCallDuration>();

/// The attributes of [`CLIENT_CALL_DURATION`] and [`SERVER_CALL_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientCallDuration<'a> {
    /// `rpc.system.name`, required.
    #[attribute(key = "rpc.system.name")]
    pub system_name: rpc::SystemName<'a>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `rpc.method`, conditionally required.
    #[attribute(key = "rpc.method")]
    pub method: Option<&'a str>,
    /// `rpc.response.status_code`, conditionally required.
    #[attribute(key = "rpc.response.status_code")]
    pub status_code: Option<&'a str>,
    /// `server.address`.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> ClientCallDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(system_name: rpc::SystemName<'a>) -> Self {
        Self { system_name, error_type: None, method: None, status_code: None, server_address: None, server_port: None }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `rpc.method`.
    #[must_use]
    pub const fn method(mut self, method: &'a str) -> Self {
        self.method = Some(method);
        self
    }

    /// With `rpc.response.status_code`.
    #[must_use]
    pub const fn status_code(mut self, status_code: &'a str) -> Self {
        self.status_code = Some(status_code);
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

/// The same attributes as of [`ClientCallDuration`].
pub type ServerCallDuration<'a> = ClientCallDuration<'a>;
