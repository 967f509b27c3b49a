// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `azure`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/azure/).

use meterstick::{AttributeValue, Key};

/// `azure.cosmosdb.consistency.level`, in development.
pub const COSMOSDB_CONSISTENCY_LEVEL: Key<CosmosdbConsistencyLevel<'static>> =
    Key::new("azure.cosmosdb.consistency.level");
/// `azure.cosmosdb.operation.contacted_regions`, in development.
pub const COSMOSDB_OPERATION_CONTACTED_REGIONS: Key<&'static [&'static str]> =
    Key::new("azure.cosmosdb.operation.contacted_regions");
/// `azure.cosmosdb.response.sub_status_code`, in development.
pub const COSMOSDB_RESPONSE_SUB_STATUS_CODE: Key<i64> = Key::new("azure.cosmosdb.response.sub_status_code");

/// The values of `azure.cosmosdb.consistency.level`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "PascalCase")]
#[non_exhaustive]
pub enum CosmosdbConsistencyLevel<'a> {
    /// `Strong`.
    Strong,
    /// `BoundedStaleness`.
    BoundedStaleness,
    /// `Session`.
    Session,
    /// `Eventual`.
    Eventual,
    /// `ConsistentPrefix`.
    ConsistentPrefix,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
