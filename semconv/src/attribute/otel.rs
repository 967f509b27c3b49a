// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `otel`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/otel/).

use meterstick::{AttributeValue, Key};

/// `otel.component.name`, in development.
pub const COMPONENT_NAME: Key<&'static str> = Key::new("otel.component.name");
/// `otel.component.type`, in development.
pub const COMPONENT_TYPE: Key<ComponentType<'static>> = Key::new("otel.component.type");
/// `otel.span.parent.origin`, in development.
pub const SPAN_PARENT_ORIGIN: Key<SpanParentOrigin<'static>> = Key::new("otel.span.parent.origin");
/// `otel.span.sampling_result`, in development.
pub const SPAN_SAMPLING_RESULT: Key<SpanSamplingResult<'static>> = Key::new("otel.span.sampling_result");

/// The values of `otel.component.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ComponentType<'a> {
    /// `batching_span_processor`.
    BatchingSpanProcessor,
    /// `simple_span_processor`.
    SimpleSpanProcessor,
    /// `batching_log_processor`.
    BatchingLogProcessor,
    /// `simple_log_processor`.
    SimpleLogProcessor,
    /// `otlp_grpc_span_exporter`.
    OtlpGrpcSpanExporter,
    /// `otlp_http_span_exporter`.
    OtlpHttpSpanExporter,
    /// `otlp_http_json_span_exporter`.
    OtlpHttpJsonSpanExporter,
    /// `zipkin_http_span_exporter`.
    ZipkinHttpSpanExporter,
    /// `otlp_grpc_log_exporter`.
    OtlpGrpcLogExporter,
    /// `otlp_http_log_exporter`.
    OtlpHttpLogExporter,
    /// `otlp_http_json_log_exporter`.
    OtlpHttpJsonLogExporter,
    /// `periodic_metric_reader`.
    PeriodicMetricReader,
    /// `otlp_grpc_metric_exporter`.
    OtlpGrpcMetricExporter,
    /// `otlp_http_metric_exporter`.
    OtlpHttpMetricExporter,
    /// `otlp_http_json_metric_exporter`.
    OtlpHttpJsonMetricExporter,
    /// `prometheus_http_text_metric_exporter`.
    PrometheusHttpTextMetricExporter,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `otel.span.parent.origin`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum SpanParentOrigin<'a> {
    /// `none`.
    None,
    /// `local`.
    Local,
    /// `remote`.
    Remote,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `otel.span.sampling_result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum SpanSamplingResult<'a> {
    /// `DROP`.
    Drop,
    /// `RECORD_ONLY`.
    RecordOnly,
    /// `RECORD_AND_SAMPLE`.
    RecordAndSample,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
