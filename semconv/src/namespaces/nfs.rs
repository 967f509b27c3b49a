// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `nfs`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/).

use crate::attribute::{error, network};
use crate::unit;
use meterstick::unit::Bytes;
use meterstick::{Attributes, Counter, Meter, Metric, UpDownCounter};

/// [`nfs.client.net.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsclientnetcount): a counter in `{record}`, in development.
pub const CLIENT_NET_COUNT: Metric<Counter<u64, unit::Records, ClientNetCount<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Records>()
    .name("nfs.client.net.count")
    .description("Number of records (NFS client net).")
    .attributes::<ClientNetCount>();

/// [`nfs.client.net.tcp.connection.accepted`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsclientnettcpconnectionaccepted): a counter in `{connection}`, in development.
pub const CLIENT_NET_TCP_CONNECTION_ACCEPTED: Metric<Counter<u64, unit::Connections>> = Meter::counter::<u64>()
    .unit::<unit::Connections>()
    .name("nfs.client.net.tcp.connection.accepted")
    .description("Number of connections (NFS client net tcp connection accepted).");

/// [`nfs.client.operation.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsclientoperationcount): a counter in `{operation}`, in development.
pub const CLIENT_OPERATION_COUNT: Metric<Counter<u64, unit::Operations, ClientOperationCount<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Operations>()
        .name("nfs.client.operation.count")
        .description("Number of NFS client operations.")
        .attributes::<ClientOperationCount>();

/// [`nfs.client.procedure.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsclientprocedurecount): a counter in `{procedure}`, in development.
pub const CLIENT_PROCEDURE_COUNT: Metric<Counter<u64, unit::Procedures, ClientProcedureCount<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Procedures>()
        .name("nfs.client.procedure.count")
        .description("Number of NFS client procedures.")
        .attributes::<ClientProcedureCount>();

/// [`nfs.client.rpc.authrefresh.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsclientrpcauthrefreshcount): a counter in `{authrefresh}`, in development.
pub const CLIENT_RPC_AUTHREFRESH_COUNT: Metric<Counter<u64, unit::Authrefreshes>> = Meter::counter::<u64>()
    .unit::<unit::Authrefreshes>()
    .name("nfs.client.rpc.authrefresh.count")
    .description("Number of NFS client RPC authrefreshes.");

/// [`nfs.client.rpc.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsclientrpccount): a counter in `{request}`, in development.
pub const CLIENT_RPC_COUNT: Metric<Counter<u64, unit::Requests>> = Meter::counter::<u64>()
    .unit::<unit::Requests>()
    .name("nfs.client.rpc.count")
    .description("Number of requests (NFS client RPC).");

/// [`nfs.client.rpc.retransmit.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsclientrpcretransmitcount): a counter in `{retransmit}`, in development.
pub const CLIENT_RPC_RETRANSMIT_COUNT: Metric<Counter<u64, unit::Retransmits>> = Meter::counter::<u64>()
    .unit::<unit::Retransmits>()
    .name("nfs.client.rpc.retransmit.count")
    .description("Number of NFS client RPC retransmits.");

/// [`nfs.server.fh.stale.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsserverfhstalecount): a counter in `{fh}`, in development.
pub const SERVER_FH_STALE_COUNT: Metric<Counter<u64, unit::Fhs>> = Meter::counter::<u64>()
    .unit::<unit::Fhs>()
    .name("nfs.server.fh.stale.count")
    .description("Number of fhs (NFS server fh stale).");

/// [`nfs.server.io`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsserverio): a counter in `By`, in development.
pub const SERVER_IO: Metric<Counter<u64, Bytes, ServerIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("nfs.server.io")
    .description("Total NFS server I/O in bytes.")
    .attributes::<ServerIo>();

/// [`nfs.server.net.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsservernetcount): a counter in `{record}`, in development.
pub const SERVER_NET_COUNT: Metric<Counter<u64, unit::Records, ServerNetCount<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Records>()
    .name("nfs.server.net.count")
    .description("Number of records (NFS server net).")
    .attributes::<ServerNetCount>();

/// [`nfs.server.net.tcp.connection.accepted`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsservernettcpconnectionaccepted): a counter in `{connection}`, in development.
pub const SERVER_NET_TCP_CONNECTION_ACCEPTED: Metric<Counter<u64, unit::Connections>> = Meter::counter::<u64>()
    .unit::<unit::Connections>()
    .name("nfs.server.net.tcp.connection.accepted")
    .description("Number of connections (NFS server net tcp connection accepted).");

/// [`nfs.server.operation.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsserveroperationcount): a counter in `{operation}`, in development.
pub const SERVER_OPERATION_COUNT: Metric<Counter<u64, unit::Operations, ServerOperationCount<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Operations>()
        .name("nfs.server.operation.count")
        .description("Number of NFS server operations.")
        .attributes::<ServerOperationCount>();

/// [`nfs.server.procedure.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsserverprocedurecount): a counter in `{procedure}`, in development.
pub const SERVER_PROCEDURE_COUNT: Metric<Counter<u64, unit::Procedures, ServerProcedureCount<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Procedures>()
        .name("nfs.server.procedure.count")
        .description("Number of NFS server procedures.")
        .attributes::<ServerProcedureCount>();

/// [`nfs.server.repcache.requests`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsserverrepcacherequests): a counter in `{request}`, in development.
pub const SERVER_REPCACHE_REQUESTS: Metric<Counter<u64, unit::Requests, ServerRepcacheRequests<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Requests>()
        .name("nfs.server.repcache.requests")
        .description("Number of NFS server repcache requests.")
        .attributes::<ServerRepcacheRequests>();

/// [`nfs.server.rpc.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsserverrpccount): a counter in `{request}`, in development.
pub const SERVER_RPC_COUNT: Metric<Counter<u64, unit::Requests, ServerRpcCount<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Requests>()
    .name("nfs.server.rpc.count")
    .description("Number of requests (NFS server RPC).")
    .attributes::<ServerRpcCount>();

/// [`nfs.server.thread.count`](https://opentelemetry.io/docs/specs/semconv/nfs/nfs-metrics/#metric-nfsserverthreadcount): an up-down counter in `{thread}`, in development.
pub const SERVER_THREAD_COUNT: Metric<UpDownCounter<i64, unit::Threads>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Threads>()
    .name("nfs.server.thread.count")
    .description("Current number of NFS server threads.");

/// The attributes of [`CLIENT_NET_COUNT`] and [`SERVER_NET_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientNetCount<'a> {
    /// `network.transport`, recommended.
    #[attribute(key = "network.transport")]
    pub transport: Option<network::Transport<'a>>,
}

impl<'a> ClientNetCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { transport: None }
    }

    /// With `network.transport`.
    #[must_use]
    pub const fn transport(mut self, transport: network::Transport<'a>) -> Self {
        self.transport = Some(transport);
        self
    }
}

/// The same attributes as of [`ClientNetCount`].
pub type ServerNetCount<'a> = ClientNetCount<'a>;

/// The attributes of [`CLIENT_OPERATION_COUNT`] and [`SERVER_OPERATION_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientOperationCount<'a> {
    /// `nfs.operation.name`, recommended.
    #[attribute(key = "nfs.operation.name")]
    pub operation_name: Option<&'a str>,
    /// `onc_rpc.version`, recommended.
    #[attribute(key = "onc_rpc.version")]
    pub onc_rpc_version: Option<i64>,
}

impl<'a> ClientOperationCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { operation_name: None, onc_rpc_version: None }
    }

    /// With `nfs.operation.name`.
    #[must_use]
    pub const fn operation_name(mut self, operation_name: &'a str) -> Self {
        self.operation_name = Some(operation_name);
        self
    }

    /// With `onc_rpc.version`.
    #[must_use]
    pub const fn onc_rpc_version(mut self, onc_rpc_version: i64) -> Self {
        self.onc_rpc_version = Some(onc_rpc_version);
        self
    }
}

/// The same attributes as of [`ClientOperationCount`].
pub type ServerOperationCount<'a> = ClientOperationCount<'a>;

/// The attributes of [`CLIENT_PROCEDURE_COUNT`] and [`SERVER_PROCEDURE_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "onc_rpc")]
#[non_exhaustive]
pub struct ClientProcedureCount<'a> {
    /// `onc_rpc.procedure.name`, recommended.
    #[attribute(key = "procedure.name")]
    pub procedure_name: Option<&'a str>,
    /// `onc_rpc.version`, recommended.
    #[attribute(key = "version")]
    pub onc_rpc_version: Option<i64>,
}

impl<'a> ClientProcedureCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { procedure_name: None, onc_rpc_version: None }
    }

    /// With `onc_rpc.procedure.name`.
    #[must_use]
    pub const fn procedure_name(mut self, procedure_name: &'a str) -> Self {
        self.procedure_name = Some(procedure_name);
        self
    }

    /// With `onc_rpc.version`.
    #[must_use]
    pub const fn onc_rpc_version(mut self, onc_rpc_version: i64) -> Self {
        self.onc_rpc_version = Some(onc_rpc_version);
        self
    }
}

/// The same attributes as of [`ClientProcedureCount`].
pub type ServerProcedureCount<'a> = ClientProcedureCount<'a>;

/// The attributes of [`SERVER_IO`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ServerIo<'a> {
    /// `network.io.direction`, recommended.
    #[attribute(key = "network.io.direction")]
    pub direction: Option<network::IoDirection<'a>>,
}

impl<'a> ServerIo<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { direction: None }
    }

    /// With `network.io.direction`.
    #[must_use]
    pub const fn direction(mut self, direction: network::IoDirection<'a>) -> Self {
        self.direction = Some(direction);
        self
    }
}

/// The attributes of [`SERVER_REPCACHE_REQUESTS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ServerRepcacheRequests<'a> {
    /// `nfs.server.repcache.status`, recommended.
    #[attribute(key = "nfs.server.repcache.status")]
    pub repcache_status: Option<&'a str>,
}

impl<'a> ServerRepcacheRequests<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { repcache_status: None }
    }

    /// With `nfs.server.repcache.status`.
    #[must_use]
    pub const fn repcache_status(mut self, repcache_status: &'a str) -> Self {
        self.repcache_status = Some(repcache_status);
        self
    }
}

/// The attributes of [`SERVER_RPC_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ServerRpcCount<'a> {
    /// `error.type`, recommended.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> ServerRpcCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { error_type: None }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}
