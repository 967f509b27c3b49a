// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `azure`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/db/cosmosdb/).

use crate::attribute::{azure, error};
use crate::unit;
use meterstick::{Attributes, Histogram, Meter, Metric, UpDownCounter};

/// [`azure.cosmosdb.client.active_instance.count`](https://opentelemetry.io/docs/specs/semconv/db/cosmosdb/#metric-azurecosmosdbclientactive_instancecount): an up-down counter in `{instance}`, in development.
pub const COSMOSDB_CLIENT_ACTIVE_INSTANCE_COUNT: Metric<
    UpDownCounter<i64, unit::Instances, CosmosdbClientActiveInstanceCount<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Instances>()
    .name("azure.cosmosdb.client.active_instance.count")
    .description("Current number of Azure Cosmos DB client active instances.")
    .attributes::<CosmosdbClientActiveInstanceCount>();

/// [`azure.cosmosdb.client.operation.request_charge`](https://opentelemetry.io/docs/specs/semconv/db/cosmosdb/#metric-azurecosmosdbclientoperationrequest_charge): a histogram in `{request_unit}`, in development.
pub const COSMOSDB_CLIENT_OPERATION_REQUEST_CHARGE: Metric<Histogram<f64, unit::RequestUnits, CosmosdbClientOperationRequestCharge<'static>>> =
Meter::histogram::<f64>().unit::<unit::RequestUnits>().name("azure.cosmosdb.client.operation.request_charge").description("Distribution of the number of request units (Azure Cosmos DB client operation request charge), by db.operation.name.").attributes::<CosmosdbClientOperationRequestCharge>();

/// The attributes of [`COSMOSDB_CLIENT_ACTIVE_INSTANCE_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "server")]
#[non_exhaustive]
pub struct CosmosdbClientActiveInstanceCount<'a> {
    /// `server.address`, recommended.
    #[attribute(key = "address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, conditionally required.
    #[attribute(key = "port")]
    pub server_port: Option<i64>,
}

impl<'a> CosmosdbClientActiveInstanceCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { server_address: None, server_port: None }
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

/// The attributes of [`COSMOSDB_CLIENT_OPERATION_REQUEST_CHARGE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct CosmosdbClientOperationRequestCharge<'a> {
    /// `db.operation.name`, required.
    #[attribute(key = "db.operation.name")]
    pub operation_name: &'a str,
    /// `azure.cosmosdb.consistency.level`, conditionally required.
    #[attribute(key = "azure.cosmosdb.consistency.level")]
    pub consistency_level: Option<azure::CosmosdbConsistencyLevel<'a>>,
    /// `azure.cosmosdb.operation.contacted_regions`, recommended.
    #[attribute(key = "azure.cosmosdb.operation.contacted_regions")]
    pub contacted_regions: Option<&'a [&'a str]>,
    /// `azure.cosmosdb.response.sub_status_code`, conditionally required.
    #[attribute(key = "azure.cosmosdb.response.sub_status_code")]
    pub sub_status_code: Option<i64>,
    /// `db.collection.name`, conditionally required.
    #[attribute(key = "db.collection.name")]
    pub collection_name: Option<&'a str>,
    /// `db.namespace`, conditionally required.
    #[attribute(key = "db.namespace")]
    pub namespace: Option<&'a str>,
    /// `db.response.status_code`, conditionally required.
    #[attribute(key = "db.response.status_code")]
    pub status_code: Option<&'a str>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `server.address`, recommended.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, conditionally required.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> CosmosdbClientOperationRequestCharge<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(operation_name: &'a str) -> Self {
        Self {
            operation_name,
            consistency_level: None,
            contacted_regions: None,
            sub_status_code: None,
            collection_name: None,
            namespace: None,
            status_code: None,
            error_type: None,
            server_address: None,
            server_port: None,
        }
    }

    /// With `azure.cosmosdb.consistency.level`.
    #[must_use]
    pub const fn consistency_level(mut self, consistency_level: azure::CosmosdbConsistencyLevel<'a>) -> Self {
        self.consistency_level = Some(consistency_level);
        self
    }

    /// With `azure.cosmosdb.operation.contacted_regions`.
    #[must_use]
    pub const fn contacted_regions(mut self, contacted_regions: &'a [&'a str]) -> Self {
        self.contacted_regions = Some(contacted_regions);
        self
    }

    /// With `azure.cosmosdb.response.sub_status_code`.
    #[must_use]
    pub const fn sub_status_code(mut self, sub_status_code: i64) -> Self {
        self.sub_status_code = Some(sub_status_code);
        self
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
