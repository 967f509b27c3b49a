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
pub struct CosmosdbClientActiveInstanceCount<'a> {
    /// `server.address`, recommended.
    #[attribute(key = "address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, conditionally required.
    #[attribute(key = "port")]
    pub server_port: Option<i64>,
}

/// The attributes of [`COSMOSDB_CLIENT_OPERATION_REQUEST_CHARGE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
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
    /// Those that are required.
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
}
