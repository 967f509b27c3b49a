//! `map`: an exporter that converts spans to any type.
// Uses `map`. No other module uses it.

use core::fmt::Display;
use std::time::Duration;

use opentelemetry_sdk::Resource;
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{SpanData, SpanExporter};

use super::map::Map;

/// A span that has ended, with the resource of its provider, as [`map`] passes it to its closure.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EndedSpan<'a> {
    /// The span, as the SDK has it.
    pub data: SpanData,
    /// The provider's resource: service, process, host. Empty without a provider.
    pub resource: &'a Resource,
}

/// Makes an exporter of spans. The first closure converts a span to any type, or returns `None` to leave it out. The second
/// closure sends a batch of the results.
///
/// Register it with one of the SDK's span processors. An error of the second closure and a panic of either closure are
/// logged and counted. A panic of the first closure drops that span only. The second closure is not called for an empty
/// batch.
///
/// ```
/// use std::sync::mpsc;
/// use meterstick::export::{self, EndedSpan};
/// use opentelemetry::trace::{Tracer, TracerProvider};
/// use opentelemetry_sdk::trace::SdkTracerProvider;
///
/// let (sender, names) = mpsc::channel();
/// let exporter = export::map(
///     |span: EndedSpan<'_>| (span.data.name != "health").then(|| span.data.name.into_owned()),
///     move |batch| batch.into_iter().try_for_each(|name| sender.send(name)),
/// );
/// let tally = exporter.tally();
/// let provider = SdkTracerProvider::builder().with_batch_exporter(exporter).build();
///
/// for name in ["get-cart", "health", "pay"] {
///     provider.tracer("shop").in_span(name, |_| ());
/// }
/// provider.shutdown()?;
///
/// assert_eq!(names.iter().collect::<Vec<_>>(), ["get-cart", "pay"]); // it ends: the sender was dropped
/// assert_eq!((tally.exported(), tally.left_out(), tally.dropped()), (2, 1, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn map<M, S, T, E>(map: M, send: S) -> Map<M, S>
where
    M: FnMut(EndedSpan<'_>) -> Option<T> + Send + 'static,
    S: FnMut(Vec<T>) -> Result<(), E> + Send + 'static,
    E: Display,
{
    Map::new(map, send)
}

impl<M, S, T, E> SpanExporter for Map<M, S>
where
    M: FnMut(EndedSpan<'_>) -> Option<T> + Send + 'static,
    S: FnMut(Vec<T>) -> Result<(), E> + Send + 'static,
    E: Display,
{
    async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
        let resource = self.resource();
        let spans = batch.into_iter().map(|data| EndedSpan { data, resource });
        Map::export(self, spans.len(), spans, |map, span| map(span), |send, batch| send(batch))
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        self.shut_down()
    }

    fn set_resource(&mut self, resource: &Resource) {
        Map::set_resource(self, resource);
    }
}
