//! Exporters of one's own: spans, logs and metrics, as any type, to anywhere.
//!
//! The SDK's processors and readers batch, flush and time; there is no queue here.
//!
//! | what is exported | as | goes to |
//! | --- | --- | --- |
#![cfg_attr(feature = "export-spans", doc = "| spans | [`map`], any type | `BatchSpanProcessor`, or any other |")]
#![cfg_attr(feature = "export-logs", doc = "| logs | [`map_logs`], any type | `BatchLogProcessor`, or any other |")]
//! | metrics | [`metrics`], a borrowed view | `PeriodicReader` |
//!
//! Each batch is handed over in the export that the SDK asks for, so `force_flush` and `shutdown` lose nothing. One that
//! fails is reported in OpenTelemetry's internal log, told to the SDK and counted; a panic is a failure. [`Tally`] has the
//! counts. At shutdown the closures are dropped, and with them what they hold.
//!
//! What the SDK drops before it exports, since its queue is full or it is shut down, it reports itself.

#[cfg(feature = "export-logs")]
mod logs;
#[cfg(any(feature = "export-spans", feature = "export-logs"))]
mod map;
mod metrics;
mod sink;
#[cfg(feature = "export-spans")]
mod spans;
mod tally;
mod view;

#[cfg(feature = "export-logs")]
#[cfg_attr(docsrs, doc(cfg(feature = "export-logs")))]
pub use logs::{Log, map_logs};
#[cfg(any(feature = "export-spans", feature = "export-logs"))]
#[cfg_attr(docsrs, doc(cfg(any(feature = "export-spans", feature = "export-logs"))))]
pub use map::Map;
pub use metrics::{Metrics, metrics};
#[cfg(feature = "export-spans")]
#[cfg_attr(docsrs, doc(cfg(feature = "export-spans")))]
pub use spans::{EndedSpan, map};
pub use tally::Tally;
pub use view::{Amount, Collection, Distribution, ExponentialDistribution, MetricKind, MetricView, Point, Reading};
