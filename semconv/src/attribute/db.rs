// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `db`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/db/).

use meterstick::{AttributeValue, Key};

/// `db.client.connection.pool.name`, in development.
pub const CLIENT_CONNECTION_POOL_NAME: Key<&'static str> = Key::new("db.client.connection.pool.name");
/// `db.client.connection.state`, in development.
pub const CLIENT_CONNECTION_STATE: Key<ClientConnectionState<'static>> = Key::new("db.client.connection.state");
/// `db.collection.name`.
pub const COLLECTION_NAME: Key<&'static str> = Key::new("db.collection.name");
/// `db.namespace`.
pub const NAMESPACE: Key<&'static str> = Key::new("db.namespace");
/// `db.operation.name`.
pub const OPERATION_NAME: Key<&'static str> = Key::new("db.operation.name");
/// `db.query.summary`.
pub const QUERY_SUMMARY: Key<&'static str> = Key::new("db.query.summary");
/// `db.query.text`.
pub const QUERY_TEXT: Key<&'static str> = Key::new("db.query.text");
/// `db.response.status_code`.
pub const RESPONSE_STATUS_CODE: Key<&'static str> = Key::new("db.response.status_code");
/// `db.stored_procedure.name`.
pub const STORED_PROCEDURE_NAME: Key<&'static str> = Key::new("db.stored_procedure.name");
/// `db.system.name`.
pub const SYSTEM_NAME: Key<SystemName<'static>> = Key::new("db.system.name");

/// The values of `db.client.connection.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ClientConnectionState<'a> {
    /// `idle`.
    Idle,
    /// `used`.
    Used,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `db.system.name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum SystemName<'a> {
    /// `other_sql`.
    OtherSql,
    /// `softwareag.adabas`.
    #[attribute(rename = "softwareag.adabas")]
    SoftwareagAdabas,
    /// `actian.ingres`.
    #[attribute(rename = "actian.ingres")]
    ActianIngres,
    /// `aws.dynamodb`.
    #[attribute(rename = "aws.dynamodb")]
    AwsDynamodb,
    /// `aws.redshift`.
    #[attribute(rename = "aws.redshift")]
    AwsRedshift,
    /// `azure.cosmosdb`.
    #[attribute(rename = "azure.cosmosdb")]
    AzureCosmosdb,
    /// `intersystems.cache`.
    #[attribute(rename = "intersystems.cache")]
    IntersystemsCache,
    /// `cassandra`.
    Cassandra,
    /// `clickhouse`.
    Clickhouse,
    /// `cockroachdb`.
    Cockroachdb,
    /// `couchbase`.
    Couchbase,
    /// `couchdb`.
    Couchdb,
    /// `derby`.
    Derby,
    /// `elasticsearch`.
    Elasticsearch,
    /// `firebirdsql`.
    Firebirdsql,
    /// `gcp.spanner`.
    #[attribute(rename = "gcp.spanner")]
    GcpSpanner,
    /// `geode`.
    Geode,
    /// `h2database`.
    H2database,
    /// `hbase`.
    Hbase,
    /// `hive`.
    Hive,
    /// `hsqldb`.
    Hsqldb,
    /// `ibm.db2`.
    #[attribute(rename = "ibm.db2")]
    IbmDb2,
    /// `ibm.informix`.
    #[attribute(rename = "ibm.informix")]
    IbmInformix,
    /// `ibm.netezza`.
    #[attribute(rename = "ibm.netezza")]
    IbmNetezza,
    /// `influxdb`.
    Influxdb,
    /// `instantdb`.
    Instantdb,
    /// `mariadb`.
    Mariadb,
    /// `memcached`.
    Memcached,
    /// `mongodb`.
    Mongodb,
    /// `microsoft.sql_server`.
    #[attribute(rename = "microsoft.sql_server")]
    MicrosoftSqlServer,
    /// `mysql`.
    Mysql,
    /// `neo4j`.
    Neo4j,
    /// `opensearch`.
    Opensearch,
    /// `oracle.db`.
    #[attribute(rename = "oracle.db")]
    OracleDb,
    /// `postgresql`.
    Postgresql,
    /// `redis`.
    Redis,
    /// `sap.hana`.
    #[attribute(rename = "sap.hana")]
    SapHana,
    /// `sap.maxdb`.
    #[attribute(rename = "sap.maxdb")]
    SapMaxdb,
    /// `sqlite`.
    Sqlite,
    /// `teradata`.
    Teradata,
    /// `trino`.
    Trino,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
