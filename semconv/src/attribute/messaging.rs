// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `messaging`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/messaging/).

use meterstick::{AttributeValue, Key};

/// `messaging.consumer.group.name`, in development.
pub const CONSUMER_GROUP_NAME: Key<&'static str> = Key::new("messaging.consumer.group.name");
/// `messaging.destination.name`, in development.
pub const DESTINATION_NAME: Key<&'static str> = Key::new("messaging.destination.name");
/// `messaging.destination.partition.id`, in development.
pub const DESTINATION_PARTITION_ID: Key<&'static str> = Key::new("messaging.destination.partition.id");
/// `messaging.destination.subscription.name`, in development.
pub const DESTINATION_SUBSCRIPTION_NAME: Key<&'static str> = Key::new("messaging.destination.subscription.name");
/// `messaging.destination.template`, in development.
pub const DESTINATION_TEMPLATE: Key<&'static str> = Key::new("messaging.destination.template");
/// `messaging.operation.name`, in development.
pub const OPERATION_NAME: Key<&'static str> = Key::new("messaging.operation.name");
/// `messaging.operation.type`, in development.
pub const OPERATION_TYPE: Key<OperationType<'static>> = Key::new("messaging.operation.type");
/// `messaging.system`, in development.
pub const SYSTEM: Key<System<'static>> = Key::new("messaging.system");

/// The values of `messaging.operation.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum OperationType<'a> {
    /// `create`.
    Create,
    /// `send`.
    Send,
    /// `receive`.
    Receive,
    /// `process`.
    Process,
    /// `settle`.
    Settle,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `messaging.system`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum System<'a> {
    /// `activemq`.
    Activemq,
    /// `aws.sns`.
    #[attribute(rename = "aws.sns")]
    AwsSns,
    /// `aws_sqs`.
    AwsSqs,
    /// `eventgrid`.
    Eventgrid,
    /// `eventhubs`.
    Eventhubs,
    /// `servicebus`.
    Servicebus,
    /// `gcp_pubsub`.
    GcpPubsub,
    /// `jms`.
    Jms,
    /// `kafka`.
    Kafka,
    /// `rabbitmq`.
    Rabbitmq,
    /// `rocketmq`.
    Rocketmq,
    /// `pulsar`.
    Pulsar,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
