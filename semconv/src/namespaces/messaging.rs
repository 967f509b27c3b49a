// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `messaging`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/).

use crate::attribute::{error, messaging};
use crate::unit;
use meterstick::unit::Seconds;
use meterstick::{Attributes, Counter, Histogram, Meter, Metric};

/// [`messaging.client.consumed.messages`](https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/#metric-messagingclientconsumedmessages): a counter in `{message}`, in development.
pub const CLIENT_CONSUMED_MESSAGES: Metric<Counter<u64, unit::Messages, ClientConsumedMessages<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Messages>()
        .name("messaging.client.consumed.messages")
        .description("Number of messaging client consumed messages, by messaging.operation.name and messaging.system.")
        .attributes::<ClientConsumedMessages>();

/// [`messaging.client.operation.duration`](https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/#metric-messagingclientoperationduration): a histogram in `s`, in development.
pub const CLIENT_OPERATION_DURATION: Metric<Histogram<f64, Seconds, ClientOperationDuration<'static>>> =
Meter::histogram::<f64>().unit::<Seconds>().name("messaging.client.operation.duration").description("Distribution of messaging client operation duration in seconds, by messaging.operation.name and messaging.system.").attributes::<ClientOperationDuration>();

/// [`messaging.client.sent.messages`](https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/#metric-messagingclientsentmessages): a counter in `{message}`, in development.
pub const CLIENT_SENT_MESSAGES: Metric<Counter<u64, unit::Messages, ClientSentMessages<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Messages>()
        .name("messaging.client.sent.messages")
        .description("Number of messaging client sent messages, by messaging.operation.name and messaging.system.")
        .attributes::<ClientSentMessages>();

/// [`messaging.process.duration`](https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/#metric-messagingprocessduration): a histogram in `s`, in development.
pub const PROCESS_DURATION: Metric<Histogram<f64, Seconds, ProcessDuration<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("messaging.process.duration")
    .description(
        "Distribution of messaging process duration in seconds, by messaging.operation.name and messaging.system.",
    )
    .attributes::<ProcessDuration>();

/// The attributes of [`CLIENT_CONSUMED_MESSAGES`] and [`PROCESS_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientConsumedMessages<'a> {
    /// `messaging.operation.name`, required.
    #[attribute(key = "messaging.operation.name")]
    pub operation_name: &'a str,
    /// `messaging.system`, required.
    #[attribute(key = "messaging.system")]
    pub system: messaging::System<'a>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `messaging.consumer.group.name`, conditionally required.
    #[attribute(key = "messaging.consumer.group.name")]
    pub group_name: Option<&'a str>,
    /// `messaging.destination.name`, conditionally required.
    #[attribute(key = "messaging.destination.name")]
    pub destination_name: Option<&'a str>,
    /// `messaging.destination.partition.id`, recommended.
    #[attribute(key = "messaging.destination.partition.id")]
    pub partition_id: Option<&'a str>,
    /// `messaging.destination.subscription.name`, conditionally required.
    #[attribute(key = "messaging.destination.subscription.name")]
    pub subscription_name: Option<&'a str>,
    /// `messaging.destination.template`, conditionally required.
    #[attribute(key = "messaging.destination.template")]
    pub destination_template: Option<&'a str>,
    /// `server.address`, conditionally required.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> ClientConsumedMessages<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(operation_name: &'a str, system: messaging::System<'a>) -> Self {
        Self {
            operation_name,
            system,
            error_type: None,
            group_name: None,
            destination_name: None,
            partition_id: None,
            subscription_name: None,
            destination_template: None,
            server_address: None,
            server_port: None,
        }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `messaging.consumer.group.name`.
    #[must_use]
    pub const fn group_name(mut self, group_name: &'a str) -> Self {
        self.group_name = Some(group_name);
        self
    }

    /// With `messaging.destination.name`.
    #[must_use]
    pub const fn destination_name(mut self, destination_name: &'a str) -> Self {
        self.destination_name = Some(destination_name);
        self
    }

    /// With `messaging.destination.partition.id`.
    #[must_use]
    pub const fn partition_id(mut self, partition_id: &'a str) -> Self {
        self.partition_id = Some(partition_id);
        self
    }

    /// With `messaging.destination.subscription.name`.
    #[must_use]
    pub const fn subscription_name(mut self, subscription_name: &'a str) -> Self {
        self.subscription_name = Some(subscription_name);
        self
    }

    /// With `messaging.destination.template`.
    #[must_use]
    pub const fn destination_template(mut self, destination_template: &'a str) -> Self {
        self.destination_template = Some(destination_template);
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

/// The same attributes as of [`ClientConsumedMessages`].
pub type ProcessDuration<'a> = ClientConsumedMessages<'a>;

/// The attributes of [`CLIENT_OPERATION_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientOperationDuration<'a> {
    /// `messaging.operation.name`, required.
    #[attribute(key = "messaging.operation.name")]
    pub operation_name: &'a str,
    /// `messaging.system`, required.
    #[attribute(key = "messaging.system")]
    pub system: messaging::System<'a>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `messaging.consumer.group.name`, conditionally required.
    #[attribute(key = "messaging.consumer.group.name")]
    pub group_name: Option<&'a str>,
    /// `messaging.destination.name`, conditionally required.
    #[attribute(key = "messaging.destination.name")]
    pub destination_name: Option<&'a str>,
    /// `messaging.destination.partition.id`, recommended.
    #[attribute(key = "messaging.destination.partition.id")]
    pub partition_id: Option<&'a str>,
    /// `messaging.destination.subscription.name`, conditionally required.
    #[attribute(key = "messaging.destination.subscription.name")]
    pub subscription_name: Option<&'a str>,
    /// `messaging.destination.template`, conditionally required.
    #[attribute(key = "messaging.destination.template")]
    pub destination_template: Option<&'a str>,
    /// `messaging.operation.type`, conditionally required.
    #[attribute(key = "messaging.operation.type")]
    pub operation_type: Option<messaging::OperationType<'a>>,
    /// `server.address`, conditionally required.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> ClientOperationDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(operation_name: &'a str, system: messaging::System<'a>) -> Self {
        Self {
            operation_name,
            system,
            error_type: None,
            group_name: None,
            destination_name: None,
            partition_id: None,
            subscription_name: None,
            destination_template: None,
            operation_type: None,
            server_address: None,
            server_port: None,
        }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `messaging.consumer.group.name`.
    #[must_use]
    pub const fn group_name(mut self, group_name: &'a str) -> Self {
        self.group_name = Some(group_name);
        self
    }

    /// With `messaging.destination.name`.
    #[must_use]
    pub const fn destination_name(mut self, destination_name: &'a str) -> Self {
        self.destination_name = Some(destination_name);
        self
    }

    /// With `messaging.destination.partition.id`.
    #[must_use]
    pub const fn partition_id(mut self, partition_id: &'a str) -> Self {
        self.partition_id = Some(partition_id);
        self
    }

    /// With `messaging.destination.subscription.name`.
    #[must_use]
    pub const fn subscription_name(mut self, subscription_name: &'a str) -> Self {
        self.subscription_name = Some(subscription_name);
        self
    }

    /// With `messaging.destination.template`.
    #[must_use]
    pub const fn destination_template(mut self, destination_template: &'a str) -> Self {
        self.destination_template = Some(destination_template);
        self
    }

    /// With `messaging.operation.type`.
    #[must_use]
    pub const fn operation_type(mut self, operation_type: messaging::OperationType<'a>) -> Self {
        self.operation_type = Some(operation_type);
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

/// The attributes of [`CLIENT_SENT_MESSAGES`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClientSentMessages<'a> {
    /// `messaging.operation.name`, required.
    #[attribute(key = "messaging.operation.name")]
    pub operation_name: &'a str,
    /// `messaging.system`, required.
    #[attribute(key = "messaging.system")]
    pub system: messaging::System<'a>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `messaging.destination.name`, conditionally required.
    #[attribute(key = "messaging.destination.name")]
    pub destination_name: Option<&'a str>,
    /// `messaging.destination.partition.id`, recommended.
    #[attribute(key = "messaging.destination.partition.id")]
    pub partition_id: Option<&'a str>,
    /// `messaging.destination.template`, conditionally required.
    #[attribute(key = "messaging.destination.template")]
    pub destination_template: Option<&'a str>,
    /// `server.address`, conditionally required.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> ClientSentMessages<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(operation_name: &'a str, system: messaging::System<'a>) -> Self {
        Self {
            operation_name,
            system,
            error_type: None,
            destination_name: None,
            partition_id: None,
            destination_template: None,
            server_address: None,
            server_port: None,
        }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `messaging.destination.name`.
    #[must_use]
    pub const fn destination_name(mut self, destination_name: &'a str) -> Self {
        self.destination_name = Some(destination_name);
        self
    }

    /// With `messaging.destination.partition.id`.
    #[must_use]
    pub const fn partition_id(mut self, partition_id: &'a str) -> Self {
        self.partition_id = Some(partition_id);
        self
    }

    /// With `messaging.destination.template`.
    #[must_use]
    pub const fn destination_template(mut self, destination_template: &'a str) -> Self {
        self.destination_template = Some(destination_template);
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
