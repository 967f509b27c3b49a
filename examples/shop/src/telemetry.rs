//! Where metrics and spans are exported to.

use std::error::Error;
use std::time::Duration;

use clap::ValueEnum;
use opentelemetry_otlp::{MetricExporter, SpanExporter, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::metrics::{MeterProviderBuilder, PeriodicReader, SdkMeterProvider};
use opentelemetry_sdk::trace::SdkTracerProvider;
use prometheus::Registry;

use crate::metrics::CATALOG;
use crate::table;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Export {
    /// Metrics and spans to a collector, over gRPC.
    Otlp,
    /// Metrics at `/metrics`, for Prometheus. Spans are not exported.
    Prometheus,
    /// Metrics as a table on the terminal, every 5 seconds. Spans are not exported.
    Stdout,
}

pub struct Telemetry {
    pub meters: SdkMeterProvider,
    tracers: SdkTracerProvider,
    /// The registry that `/metrics` exposes.
    pub registry: Option<Registry>,
}

/// How often metrics are pushed.
const INTERVAL: Duration = Duration::from_secs(5);

impl Telemetry {
    /// Sets the global providers. Statics that were used before are bound here.
    pub fn start(export: Export, endpoint: &str) -> Result<Self, Box<dyn Error>> {
        let resource = Resource::builder().with_service_name("shop").build();
        let tracers = SdkTracerProvider::builder().with_resource(resource.clone());
        let meters = SdkMeterProvider::builder().with_resource(resource).with_view(CATALOG.views());
        let (meters, tracers, registry) = match export {
            Export::Otlp => {
                let metrics = MetricExporter::builder().with_tonic().with_endpoint(endpoint).build()?;
                let spans = SpanExporter::builder().with_tonic().with_endpoint(endpoint).build()?;
                (pushed(meters, metrics), tracers.with_batch_exporter(spans), None)
            }
            Export::Prometheus => {
                let registry = Registry::new();
                let reader = opentelemetry_prometheus::exporter().with_registry(registry.clone()).build()?;
                (meters.with_reader(reader), tracers, Some(registry))
            }
            Export::Stdout => (pushed(meters, meterstick::export::metrics(table::printer())), tracers, None),
        };
        let telemetry = Self { meters: meters.build(), tracers: tracers.build(), registry };
        opentelemetry::global::set_tracer_provider(telemetry.tracers.clone());
        meterstick::set_meter_provider(telemetry.meters.clone());
        Ok(telemetry)
    }

    /// Exports what is left. Call it when nothing is measured any more.
    pub fn shutdown(self) -> Result<(), Box<dyn Error + Send + Sync>> {
        let spans = self.tracers.shutdown();
        self.meters.shutdown()?;
        Ok(spans?)
    }
}

fn pushed<E>(meters: MeterProviderBuilder, exporter: E) -> MeterProviderBuilder
where
    E: opentelemetry_sdk::metrics::exporter::PushMetricExporter,
{
    meters.with_reader(PeriodicReader::builder(exporter).with_interval(INTERVAL).build())
}
