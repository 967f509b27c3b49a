// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `db`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/).

#[cfg(feature = "experimental")]
mod experimental;
#[cfg(feature = "experimental")]
pub use experimental::*;

use crate::attribute::{db, error};
use meterstick::unit::Seconds;
use meterstick::{Attributes, Histogram, Meter, Metric};

/// [`db.client.operation.duration`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientoperationduration): a histogram in `s`, stable.
pub const CLIENT_OPERATION_DURATION: Metric<Histogram<f64, Seconds, ClientOperationDuration<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("db.client.operation.duration")
        .description("Distribution of database client operation duration in seconds, by db.system.name.")
        .attributes::<ClientOperationDuration>();

/// The attributes of [`CLIENT_OPERATION_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientOperationDuration<'a> {
    /// `db.system.name`, required.
    #[attribute(key = "db.system.name")]
    pub system_name: db::SystemName<'a>,
    /// `db.collection.name`, conditionally required.
    #[attribute(key = "db.collection.name")]
    pub collection_name: Option<&'a str>,
    /// `db.namespace`, conditionally required.
    #[attribute(key = "db.namespace")]
    pub namespace: Option<&'a str>,
    /// `db.operation.name`, conditionally required.
    #[attribute(key = "db.operation.name")]
    pub operation_name: Option<&'a str>,
    /// `db.query.summary`, recommended.
    #[attribute(key = "db.query.summary")]
    pub query_summary: Option<&'a str>,
    /// `db.query.text`, opt-in.
    #[attribute(key = "db.query.text")]
    pub query_text: Option<&'a str>,
    /// `db.response.status_code`, conditionally required.
    #[attribute(key = "db.response.status_code")]
    pub status_code: Option<&'a str>,
    /// `db.stored_procedure.name`, recommended.
    #[attribute(key = "db.stored_procedure.name")]
    pub stored_procedure_name: Option<&'a str>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `network.peer.address`, recommended.
    #[attribute(key = "network.peer.address")]
    pub peer_address: Option<&'a str>,
    /// `network.peer.port`, recommended.
    #[attribute(key = "network.peer.port")]
    pub peer_port: Option<i64>,
    /// `server.address`, recommended.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, conditionally required.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> ClientOperationDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(system_name: db::SystemName<'a>) -> Self {
        Self {
            system_name,
            collection_name: None,
            namespace: None,
            operation_name: None,
            query_summary: None,
            query_text: None,
            status_code: None,
            stored_procedure_name: None,
            error_type: None,
            peer_address: None,
            peer_port: None,
            server_address: None,
            server_port: None,
        }
    }

    /// With `db.collection.name`.
    #[must_use]
    pub const fn collection_name(mut self, collection_name: &'a str) -> Self {
        self.collection_name = Some(collection_name);
        self
    }

    /// With `db.namespace`.
    #[must_use]
    pub const fn namespace(mut self, namespace: &'a str) -> Self {
        self.namespace = Some(namespace);
        self
    }

    /// With `db.operation.name`.
    #[must_use]
    pub const fn operation_name(mut self, operation_name: &'a str) -> Self {
        self.operation_name = Some(operation_name);
        self
    }

    /// With `db.query.summary`.
    #[must_use]
    pub const fn query_summary(mut self, query_summary: &'a str) -> Self {
        self.query_summary = Some(query_summary);
        self
    }

    /// With `db.query.text`.
    #[must_use]
    pub const fn query_text(mut self, query_text: &'a str) -> Self {
        self.query_text = Some(query_text);
        self
    }

    /// With `db.response.status_code`.
    #[must_use]
    pub const fn status_code(mut self, status_code: &'a str) -> Self {
        self.status_code = Some(status_code);
        self
    }

    /// With `db.stored_procedure.name`.
    #[must_use]
    pub const fn stored_procedure_name(mut self, stored_procedure_name: &'a str) -> Self {
        self.stored_procedure_name = Some(stored_procedure_name);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `network.peer.address`.
    #[must_use]
    pub const fn peer_address(mut self, peer_address: &'a str) -> Self {
        self.peer_address = Some(peer_address);
        self
    }

    /// With `network.peer.port`.
    #[must_use]
    pub const fn peer_port(mut self, peer_port: i64) -> Self {
        self.peer_port = Some(peer_port);
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
