// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `otel`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/).

use crate::attribute::{error, otel};
use crate::unit;
use meterstick::unit::Seconds;
use meterstick::{Attributes, Counter, Histogram, Meter, Metric, UpDownCounter};

/// [`otel.sdk.exporter.log.exported`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkexporterlogexported): a counter in `{log_record}`, in development.
pub const SDK_EXPORTER_LOG_EXPORTED: Metric<Counter<u64, unit::LogRecords, SdkExporterLogExported<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::LogRecords>()
        .name("otel.sdk.exporter.log.exported")
        .description("Number of log records (OpenTelemetry SDK exporter log exported).")
        .attributes::<SdkExporterLogExported>();

/// [`otel.sdk.exporter.log.inflight`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkexporterloginflight): an up-down counter in `{log_record}`, in development.
pub const SDK_EXPORTER_LOG_INFLIGHT: Metric<UpDownCounter<i64, unit::LogRecords, SdkExporterLogInflight<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::LogRecords>()
        .name("otel.sdk.exporter.log.inflight")
        .description("Current number of log records (OpenTelemetry SDK exporter log inflight).")
        .attributes::<SdkExporterLogInflight>();

/// [`otel.sdk.exporter.metric_data_point.exported`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkexportermetric_data_pointexported): a counter in `{data_point}`, in development.
pub const SDK_EXPORTER_METRIC_DATA_POINT_EXPORTED: Metric<
    Counter<u64, unit::DataPoints, SdkExporterMetricDataPointExported<'static>>,
> = Meter::counter::<u64>()
    .unit::<unit::DataPoints>()
    .name("otel.sdk.exporter.metric_data_point.exported")
    .description("Number of data points (OpenTelemetry SDK exporter metric data point exported).")
    .attributes::<SdkExporterMetricDataPointExported>();

/// [`otel.sdk.exporter.metric_data_point.inflight`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkexportermetric_data_pointinflight): an up-down counter in `{data_point}`, in development.
pub const SDK_EXPORTER_METRIC_DATA_POINT_INFLIGHT: Metric<
    UpDownCounter<i64, unit::DataPoints, SdkExporterMetricDataPointInflight<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::DataPoints>()
    .name("otel.sdk.exporter.metric_data_point.inflight")
    .description("Current number of data points (OpenTelemetry SDK exporter metric data point inflight).")
    .attributes::<SdkExporterMetricDataPointInflight>();

/// [`otel.sdk.exporter.operation.duration`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkexporteroperationduration): a histogram in `s`, in development.
pub const SDK_EXPORTER_OPERATION_DURATION: Metric<Histogram<f64, Seconds, SdkExporterOperationDuration<'static>>> =
    Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("otel.sdk.exporter.operation.duration")
        .description("Distribution of OpenTelemetry SDK exporter operation duration in seconds.")
        .attributes::<SdkExporterOperationDuration>();

/// [`otel.sdk.exporter.span.exported`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkexporterspanexported): a counter in `{span}`, in development.
pub const SDK_EXPORTER_SPAN_EXPORTED: Metric<Counter<u64, unit::Spans, SdkExporterSpanExported<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Spans>()
        .name("otel.sdk.exporter.span.exported")
        .description("Number of spans (OpenTelemetry SDK exporter span exported).")
        .attributes::<SdkExporterSpanExported>();

/// [`otel.sdk.exporter.span.inflight`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkexporterspaninflight): an up-down counter in `{span}`, in development.
pub const SDK_EXPORTER_SPAN_INFLIGHT: Metric<UpDownCounter<i64, unit::Spans, SdkExporterSpanInflight<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Spans>()
        .name("otel.sdk.exporter.span.inflight")
        .description("Current number of spans (OpenTelemetry SDK exporter span inflight).")
        .attributes::<SdkExporterSpanInflight>();

/// [`otel.sdk.log.created`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdklogcreated): a counter in `{log_record}`, in development.
pub const SDK_LOG_CREATED: Metric<Counter<u64, unit::LogRecords>> = Meter::counter::<u64>()
    .unit::<unit::LogRecords>()
    .name("otel.sdk.log.created")
    .description("Number of log records (OpenTelemetry SDK log created).");

/// [`otel.sdk.metric_reader.collection.duration`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkmetric_readercollectionduration): a histogram in `s`, in development.
pub const SDK_METRIC_READER_COLLECTION_DURATION: Metric<
    Histogram<f64, Seconds, SdkMetricReaderCollectionDuration<'static>>,
> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("otel.sdk.metric_reader.collection.duration")
    .description("Distribution of OpenTelemetry SDK metric reader collection duration in seconds.")
    .attributes::<SdkMetricReaderCollectionDuration>();

/// [`otel.sdk.processor.log.processed`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkprocessorlogprocessed): a counter in `{log_record}`, in development.
pub const SDK_PROCESSOR_LOG_PROCESSED: Metric<Counter<u64, unit::LogRecords, SdkProcessorLogProcessed<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::LogRecords>()
        .name("otel.sdk.processor.log.processed")
        .description("Number of log records (OpenTelemetry SDK processor log processed).")
        .attributes::<SdkProcessorLogProcessed>();

/// [`otel.sdk.processor.log.queue.capacity`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkprocessorlogqueuecapacity): an up-down counter in `{log_record}`, in development.
pub const SDK_PROCESSOR_LOG_QUEUE_CAPACITY: Metric<
    UpDownCounter<i64, unit::LogRecords, SdkProcessorLogQueueCapacity<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::LogRecords>()
    .name("otel.sdk.processor.log.queue.capacity")
    .description("Current number of log records (OpenTelemetry SDK processor log queue capacity).")
    .attributes::<SdkProcessorLogQueueCapacity>();

/// [`otel.sdk.processor.log.queue.size`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkprocessorlogqueuesize): an up-down counter in `{log_record}`, in development.
pub const SDK_PROCESSOR_LOG_QUEUE_SIZE: Metric<
    UpDownCounter<i64, unit::LogRecords, SdkProcessorLogQueueSize<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::LogRecords>()
    .name("otel.sdk.processor.log.queue.size")
    .description("Current number of log records (OpenTelemetry SDK processor log queue size).")
    .attributes::<SdkProcessorLogQueueSize>();

/// [`otel.sdk.processor.span.processed`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkprocessorspanprocessed): a counter in `{span}`, in development.
pub const SDK_PROCESSOR_SPAN_PROCESSED: Metric<Counter<u64, unit::Spans, SdkProcessorSpanProcessed<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Spans>()
        .name("otel.sdk.processor.span.processed")
        .description("Number of spans (OpenTelemetry SDK processor span processed).")
        .attributes::<SdkProcessorSpanProcessed>();

/// [`otel.sdk.processor.span.queue.capacity`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkprocessorspanqueuecapacity): an up-down counter in `{span}`, in development.
pub const SDK_PROCESSOR_SPAN_QUEUE_CAPACITY: Metric<
    UpDownCounter<i64, unit::Spans, SdkProcessorSpanQueueCapacity<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Spans>()
    .name("otel.sdk.processor.span.queue.capacity")
    .description("Current number of spans (OpenTelemetry SDK processor span queue capacity).")
    .attributes::<SdkProcessorSpanQueueCapacity>();

/// [`otel.sdk.processor.span.queue.size`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkprocessorspanqueuesize): an up-down counter in `{span}`, in development.
pub const SDK_PROCESSOR_SPAN_QUEUE_SIZE: Metric<UpDownCounter<i64, unit::Spans, SdkProcessorSpanQueueSize<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Spans>()
        .name("otel.sdk.processor.span.queue.size")
        .description("Current number of spans (OpenTelemetry SDK processor span queue size).")
        .attributes::<SdkProcessorSpanQueueSize>();

/// [`otel.sdk.span.live`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkspanlive): an up-down counter in `{span}`, in development.
pub const SDK_SPAN_LIVE: Metric<UpDownCounter<i64, unit::Spans, SdkSpanLive<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Spans>()
        .name("otel.sdk.span.live")
        .description("Current number of spans (OpenTelemetry SDK span live).")
        .attributes::<SdkSpanLive>();

/// [`otel.sdk.span.started`](https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#metric-otelsdkspanstarted): a counter in `{span}`, in development.
pub const SDK_SPAN_STARTED: Metric<Counter<u64, unit::Spans, SdkSpanStarted<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Spans>()
    .name("otel.sdk.span.started")
    .description("Number of spans (OpenTelemetry SDK span started).")
    .attributes::<SdkSpanStarted>();

/// The attributes of [`SDK_EXPORTER_LOG_EXPORTED`], [`SDK_EXPORTER_METRIC_DATA_POINT_EXPORTED`] and [`SDK_EXPORTER_SPAN_EXPORTED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct SdkExporterLogExported<'a> {
    /// `error.type`, recommended.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `otel.component.name`, recommended.
    #[attribute(key = "otel.component.name")]
    pub component_name: Option<&'a str>,
    /// `otel.component.type`, recommended.
    #[attribute(key = "otel.component.type")]
    pub component_type: Option<otel::ComponentType<'a>>,
    /// `server.address`, recommended.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> SdkExporterLogExported<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { error_type: None, component_name: None, component_type: None, server_address: None, server_port: None }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `otel.component.name`.
    #[must_use]
    pub const fn component_name(mut self, component_name: &'a str) -> Self {
        self.component_name = Some(component_name);
        self
    }

    /// With `otel.component.type`.
    #[must_use]
    pub const fn component_type(mut self, component_type: otel::ComponentType<'a>) -> Self {
        self.component_type = Some(component_type);
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

/// The same attributes as of [`SdkExporterLogExported`].
pub type SdkExporterMetricDataPointExported<'a> = SdkExporterLogExported<'a>;

/// The same attributes as of [`SdkExporterLogExported`].
pub type SdkExporterSpanExported<'a> = SdkExporterLogExported<'a>;

/// The attributes of [`SDK_EXPORTER_LOG_INFLIGHT`], [`SDK_EXPORTER_METRIC_DATA_POINT_INFLIGHT`] and [`SDK_EXPORTER_SPAN_INFLIGHT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct SdkExporterLogInflight<'a> {
    /// `otel.component.name`, recommended.
    #[attribute(key = "otel.component.name")]
    pub component_name: Option<&'a str>,
    /// `otel.component.type`, recommended.
    #[attribute(key = "otel.component.type")]
    pub component_type: Option<otel::ComponentType<'a>>,
    /// `server.address`, recommended.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> SdkExporterLogInflight<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { component_name: None, component_type: None, server_address: None, server_port: None }
    }

    /// With `otel.component.name`.
    #[must_use]
    pub const fn component_name(mut self, component_name: &'a str) -> Self {
        self.component_name = Some(component_name);
        self
    }

    /// With `otel.component.type`.
    #[must_use]
    pub const fn component_type(mut self, component_type: otel::ComponentType<'a>) -> Self {
        self.component_type = Some(component_type);
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

/// The same attributes as of [`SdkExporterLogInflight`].
pub type SdkExporterMetricDataPointInflight<'a> = SdkExporterLogInflight<'a>;

/// The same attributes as of [`SdkExporterLogInflight`].
pub type SdkExporterSpanInflight<'a> = SdkExporterLogInflight<'a>;

/// The attributes of [`SDK_EXPORTER_OPERATION_DURATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct SdkExporterOperationDuration<'a> {
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `http.response.status_code`, recommended.
    #[attribute(key = "http.response.status_code")]
    pub http_response_status_code: Option<i64>,
    /// `otel.component.name`, recommended.
    #[attribute(key = "otel.component.name")]
    pub component_name: Option<&'a str>,
    /// `otel.component.type`, recommended.
    #[attribute(key = "otel.component.type")]
    pub component_type: Option<otel::ComponentType<'a>>,
    /// `rpc.response.status_code`, recommended.
    #[attribute(key = "rpc.response.status_code")]
    pub rpc_response_status_code: Option<&'a str>,
    /// `server.address`, recommended.
    #[attribute(key = "server.address")]
    pub server_address: Option<&'a str>,
    /// `server.port`, recommended.
    #[attribute(key = "server.port")]
    pub server_port: Option<i64>,
}

impl<'a> SdkExporterOperationDuration<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            error_type: None,
            http_response_status_code: None,
            component_name: None,
            component_type: None,
            rpc_response_status_code: None,
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

    /// With `http.response.status_code`.
    #[must_use]
    pub const fn http_response_status_code(mut self, http_response_status_code: i64) -> Self {
        self.http_response_status_code = Some(http_response_status_code);
        self
    }

    /// With `otel.component.name`.
    #[must_use]
    pub const fn component_name(mut self, component_name: &'a str) -> Self {
        self.component_name = Some(component_name);
        self
    }

    /// With `otel.component.type`.
    #[must_use]
    pub const fn component_type(mut self, component_type: otel::ComponentType<'a>) -> Self {
        self.component_type = Some(component_type);
        self
    }

    /// With `rpc.response.status_code`.
    #[must_use]
    pub const fn rpc_response_status_code(mut self, rpc_response_status_code: &'a str) -> Self {
        self.rpc_response_status_code = Some(rpc_response_status_code);
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

/// The attributes of [`SDK_METRIC_READER_COLLECTION_DURATION`], [`SDK_PROCESSOR_LOG_PROCESSED`] and [`SDK_PROCESSOR_SPAN_PROCESSED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct SdkMetricReaderCollectionDuration<'a> {
    /// `error.type`, recommended.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
    /// `otel.component.name`, recommended.
    #[attribute(key = "otel.component.name")]
    pub component_name: Option<&'a str>,
    /// `otel.component.type`, recommended.
    #[attribute(key = "otel.component.type")]
    pub component_type: Option<otel::ComponentType<'a>>,
}

impl<'a> SdkMetricReaderCollectionDuration<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { error_type: None, component_name: None, component_type: None }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With `otel.component.name`.
    #[must_use]
    pub const fn component_name(mut self, component_name: &'a str) -> Self {
        self.component_name = Some(component_name);
        self
    }

    /// With `otel.component.type`.
    #[must_use]
    pub const fn component_type(mut self, component_type: otel::ComponentType<'a>) -> Self {
        self.component_type = Some(component_type);
        self
    }
}

/// The same attributes as of [`SdkMetricReaderCollectionDuration`].
pub type SdkProcessorLogProcessed<'a> = SdkMetricReaderCollectionDuration<'a>;

/// The same attributes as of [`SdkMetricReaderCollectionDuration`].
pub type SdkProcessorSpanProcessed<'a> = SdkMetricReaderCollectionDuration<'a>;

/// The attributes of [`SDK_PROCESSOR_LOG_QUEUE_CAPACITY`], [`SDK_PROCESSOR_LOG_QUEUE_SIZE`], [`SDK_PROCESSOR_SPAN_QUEUE_CAPACITY`] and [`SDK_PROCESSOR_SPAN_QUEUE_SIZE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "otel.component")]
#[non_exhaustive]
pub struct SdkProcessorLogQueueCapacity<'a> {
    /// `otel.component.name`, recommended.
    #[attribute(key = "name")]
    pub component_name: Option<&'a str>,
    /// `otel.component.type`, recommended.
    #[attribute(key = "type")]
    pub component_type: Option<otel::ComponentType<'a>>,
}

impl<'a> SdkProcessorLogQueueCapacity<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { component_name: None, component_type: None }
    }

    /// With `otel.component.name`.
    #[must_use]
    pub const fn component_name(mut self, component_name: &'a str) -> Self {
        self.component_name = Some(component_name);
        self
    }

    /// With `otel.component.type`.
    #[must_use]
    pub const fn component_type(mut self, component_type: otel::ComponentType<'a>) -> Self {
        self.component_type = Some(component_type);
        self
    }
}

/// The same attributes as of [`SdkProcessorLogQueueCapacity`].
pub type SdkProcessorLogQueueSize<'a> = SdkProcessorLogQueueCapacity<'a>;

/// The same attributes as of [`SdkProcessorLogQueueCapacity`].
pub type SdkProcessorSpanQueueCapacity<'a> = SdkProcessorLogQueueCapacity<'a>;

/// The same attributes as of [`SdkProcessorLogQueueCapacity`].
pub type SdkProcessorSpanQueueSize<'a> = SdkProcessorLogQueueCapacity<'a>;

/// The attributes of [`SDK_SPAN_LIVE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct SdkSpanLive<'a> {
    /// `otel.span.sampling_result`, recommended.
    #[attribute(key = "otel.span.sampling_result")]
    pub sampling_result: Option<otel::SpanSamplingResult<'a>>,
}

impl<'a> SdkSpanLive<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { sampling_result: None }
    }

    /// With `otel.span.sampling_result`.
    #[must_use]
    pub const fn sampling_result(mut self, sampling_result: otel::SpanSamplingResult<'a>) -> Self {
        self.sampling_result = Some(sampling_result);
        self
    }
}

/// The attributes of [`SDK_SPAN_STARTED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "otel.span")]
#[non_exhaustive]
pub struct SdkSpanStarted<'a> {
    /// `otel.span.parent.origin`, recommended.
    #[attribute(key = "parent.origin")]
    pub origin: Option<otel::SpanParentOrigin<'a>>,
    /// `otel.span.sampling_result`, recommended.
    pub sampling_result: Option<otel::SpanSamplingResult<'a>>,
}

impl<'a> SdkSpanStarted<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { origin: None, sampling_result: None }
    }

    /// With `otel.span.parent.origin`.
    #[must_use]
    pub const fn origin(mut self, origin: otel::SpanParentOrigin<'a>) -> Self {
        self.origin = Some(origin);
        self
    }

    /// With `otel.span.sampling_result`.
    #[must_use]
    pub const fn sampling_result(mut self, sampling_result: otel::SpanSamplingResult<'a>) -> Self {
        self.sampling_result = Some(sampling_result);
        self
    }
}
