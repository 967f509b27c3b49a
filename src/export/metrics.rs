//! `metrics`: an exporter that passes a borrowed view of each collection to a closure.
// Uses `sink`, `tally`, `view`. No other module uses it.

use core::fmt::{self, Display};
use std::time::Duration;

use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::metrics::Temporality;
use opentelemetry_sdk::metrics::data::ResourceMetrics;
use opentelemetry_sdk::metrics::exporter::PushMetricExporter;

use super::sink::{Sink, closed, sent};
use super::tally::{Batch, Tally};
use super::view::Collection;

/// Makes an exporter of metrics. The SDK's reader calls the closure with a view of each collection.
///
/// An error or a panic of the closure is logged and counted.
///
/// ```
/// use std::sync::mpsc;
/// use meterstick::prelude::*;
/// use meterstick::{export, unit::{Bytes, KiBytes}};
/// use opentelemetry::metrics::MeterProvider;
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// let (sender, lines) = mpsc::channel();
/// let exporter = export::metrics(move |collection| {
///     for metric in collection.metrics() {
///         for point in metric.points() {
///             sender.send(format!("{} {} {}", metric.name(), point.reading, metric.unit()))?;
///         }
///     }
///     Ok::<_, mpsc::SendError<String>>(())
/// });
/// let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter).build();
///
/// let sent = Meter::counter::<u64>().unit::<Bytes>().name("sent").build(&provider.meter("shop"));
/// sent.add(KiBytes(4));
/// provider.shutdown()?;
/// assert_eq!(lines.recv()?, "sent 4096 By");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn metrics<S, E>(send: S) -> Metrics<S>
where
    S: FnMut(Collection<'_>) -> Result<(), E> + Send + 'static,
    E: Display,
{
    Metrics { sink: Sink::new(send, closed), temporality: Temporality::Cumulative }
}

/// An exporter of metrics, made by [`metrics`].
pub struct Metrics<S> {
    sink: Sink<S>,
    temporality: Temporality,
}

impl<S> Metrics<S> {
    /// Sets the preferred temporality. The default is cumulative (*Metrics SDK, metric exporter*).
    ///
    /// ```
    /// use meterstick::export;
    /// use opentelemetry_sdk::metrics::Temporality;
    ///
    /// let exporter = export::metrics(|_| Ok::<_, std::io::Error>(())).with_temporality(Temporality::Delta);
    /// # let _ = exporter;
    /// ```
    #[must_use]
    pub fn with_temporality(mut self, temporality: Temporality) -> Self {
        self.temporality = temporality;
        self
    }

    /// Returns the numbers of exported and dropped metrics.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.sink.tally()
    }
}

impl<S, E> PushMetricExporter for Metrics<S>
where
    S: FnMut(Collection<'_>) -> Result<(), E> + Send + 'static,
    E: Display,
{
    async fn export(&self, metrics: &ResourceMetrics) -> OTelSdkResult {
        let collection = Collection::new(metrics);
        let items = collection.metrics().count();
        self.sink.export(items, |send| match sent(|| send(collection)) {
            Ok(()) => Batch { exported: items, ..Batch::default() },
            Err(failure) => Batch { dropped: items, failure: Some(failure), ..Batch::default() },
        })
    }

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        self.sink.shut_down()
    }

    fn temporality(&self) -> Temporality {
        self.temporality
    }
}

impl<S> fmt::Debug for Metrics<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").field("tally", &self.tally()).finish_non_exhaustive()
    }
}
