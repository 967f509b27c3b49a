// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! What is not stable yet.

use crate::attribute::{db, error};
use crate::unit;
use meterstick::unit::Seconds;
use meterstick::{Attributes, Counter, Histogram, Meter, Metric, UpDownCounter};

/// [`db.client.connection.count`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientconnectioncount): an up-down counter in `{connection}`, in development.
pub const CLIENT_CONNECTION_COUNT: Metric<UpDownCounter<i64, unit::Connections, ClientConnectionCount<'static>>> =
Meter::up_down_counter::<i64>().unit::<unit::Connections>().name("db.client.connection.count").description("Current number of database client connections, by db.client.connection.pool.name and db.client.connection.state.").attributes::<ClientConnectionCount>();

/// [`db.client.connection.create_time`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientconnectioncreate_time): a histogram in `s`, in development.
pub const CLIENT_CONNECTION_CREATE_TIME: Metric<Histogram<f64, Seconds, ClientConnectionCreateTime<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("db.client.connection.create_time")
        .description(
            "Distribution of database client connection create time in seconds, by db.client.connection.pool.name.",
        )
        .attributes::<ClientConnectionCreateTime>();

/// [`db.client.connection.idle.max`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientconnectionidlemax): an up-down counter in `{connection}`, in development.
pub const CLIENT_CONNECTION_IDLE_MAX: Metric<UpDownCounter<i64, unit::Connections, ClientConnectionIdleMax<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Connections>()
        .name("db.client.connection.idle.max")
        .description(
            "Current number of connections (database client connection idle max), by db.client.connection.pool.name.",
        )
        .attributes::<ClientConnectionIdleMax>();

/// [`db.client.connection.idle.min`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientconnectionidlemin): an up-down counter in `{connection}`, in development.
pub const CLIENT_CONNECTION_IDLE_MIN: Metric<UpDownCounter<i64, unit::Connections, ClientConnectionIdleMin<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Connections>()
        .name("db.client.connection.idle.min")
        .description(
            "Current number of connections (database client connection idle min), by db.client.connection.pool.name.",
        )
        .attributes::<ClientConnectionIdleMin>();

/// [`db.client.connection.max`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientconnectionmax): an up-down counter in `{connection}`, in development.
pub const CLIENT_CONNECTION_MAX: Metric<UpDownCounter<i64, unit::Connections, ClientConnectionMax<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Connections>()
        .name("db.client.connection.max")
        .description(
            "Current number of connections (database client connection max), by db.client.connection.pool.name.",
        )
        .attributes::<ClientConnectionMax>();

/// [`db.client.connection.pending_requests`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientconnectionpending_requests): an up-down counter in `{request}`, in development.
pub const CLIENT_CONNECTION_PENDING_REQUESTS: Metric<
    UpDownCounter<i64, unit::Requests, ClientConnectionPendingRequests<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Requests>()
    .name("db.client.connection.pending_requests")
    .description("Current number of database client connection pending requests, by db.client.connection.pool.name.")
    .attributes::<ClientConnectionPendingRequests>();

/// [`db.client.connection.timeouts`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientconnectiontimeouts): a counter in `{timeout}`, in development.
pub const CLIENT_CONNECTION_TIMEOUTS: Metric<Counter<u64, unit::Timeouts, ClientConnectionTimeouts<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Timeouts>()
        .name("db.client.connection.timeouts")
        .description("Number of database client connection timeouts, by db.client.connection.pool.name.")
        .attributes::<ClientConnectionTimeouts>();

/// [`db.client.connection.use_time`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientconnectionuse_time): a histogram in `s`, in development.
pub const CLIENT_CONNECTION_USE_TIME: Metric<Histogram<f64, Seconds, ClientConnectionUseTime<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("db.client.connection.use_time")
        .description(
            "Distribution of database client connection use time in seconds, by db.client.connection.pool.name.",
        )
        .attributes::<ClientConnectionUseTime>();

/// [`db.client.connection.wait_time`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientconnectionwait_time): a histogram in `s`, in development.
pub const CLIENT_CONNECTION_WAIT_TIME: Metric<Histogram<f64, Seconds, ClientConnectionWaitTime<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("db.client.connection.wait_time")
        .description(
            "Distribution of database client connection wait time in seconds, by db.client.connection.pool.name.",
        )
        .attributes::<ClientConnectionWaitTime>();

/// [`db.client.response.returned_rows`](https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientresponsereturned_rows): a histogram in `{row}`, in development.
pub const CLIENT_RESPONSE_RETURNED_ROWS: Metric<Histogram<u64, unit::Rows, ClientResponseReturnedRows<'static>>> =
    Meter::histogram::<u64>()
        .unit::<unit::Rows>()
        .name("db.client.response.returned_rows")
        .description("Distribution of the number of database client response returned rows, by db.system.name.")
        .attributes::<ClientResponseReturnedRows>();

/// The attributes of [`CLIENT_CONNECTION_COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "db.client.connection")]
#[non_exhaustive]
pub struct ClientConnectionCount<'a> {
    /// `db.client.connection.pool.name`, required.
    #[attribute(key = "pool.name")]
    pub pool_name: &'a str,
    /// `db.client.connection.state`, required.
    #[attribute(key = "state")]
    pub connection_state: db::ClientConnectionState<'a>,
}

impl<'a> ClientConnectionCount<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(pool_name: &'a str, connection_state: db::ClientConnectionState<'a>) -> Self {
        Self { pool_name, connection_state }
    }
}

/// The attributes of [`CLIENT_CONNECTION_CREATE_TIME`], [`CLIENT_CONNECTION_IDLE_MAX`], [`CLIENT_CONNECTION_IDLE_MIN`], [`CLIENT_CONNECTION_MAX`], [`CLIENT_CONNECTION_PENDING_REQUESTS`], [`CLIENT_CONNECTION_TIMEOUTS`], [`CLIENT_CONNECTION_USE_TIME`] and [`CLIENT_CONNECTION_WAIT_TIME`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientConnectionCreateTime<'a> {
    /// `db.client.connection.pool.name`, required.
    #[attribute(key = "db.client.connection.pool.name")]
    pub pool_name: &'a str,
}

impl<'a> ClientConnectionCreateTime<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(pool_name: &'a str) -> Self {
        Self { pool_name }
    }
}

/// The same attributes as of [`ClientConnectionCreateTime`].
pub type ClientConnectionIdleMax<'a> = ClientConnectionCreateTime<'a>;

/// The same attributes as of [`ClientConnectionCreateTime`].
pub type ClientConnectionIdleMin<'a> = ClientConnectionCreateTime<'a>;

/// The same attributes as of [`ClientConnectionCreateTime`].
pub type ClientConnectionMax<'a> = ClientConnectionCreateTime<'a>;

/// The same attributes as of [`ClientConnectionCreateTime`].
pub type ClientConnectionPendingRequests<'a> = ClientConnectionCreateTime<'a>;

/// The same attributes as of [`ClientConnectionCreateTime`].
pub type ClientConnectionTimeouts<'a> = ClientConnectionCreateTime<'a>;

/// The same attributes as of [`ClientConnectionCreateTime`].
pub type ClientConnectionUseTime<'a> = ClientConnectionCreateTime<'a>;

/// The same attributes as of [`ClientConnectionCreateTime`].
pub type ClientConnectionWaitTime<'a> = ClientConnectionCreateTime<'a>;

/// The attributes of [`CLIENT_RESPONSE_RETURNED_ROWS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientResponseReturnedRows<'a> {
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

impl<'a> ClientResponseReturnedRows<'a> {
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
