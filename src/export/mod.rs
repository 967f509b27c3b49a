//! Custom exporters: spans, logs and metrics as any type, sent anywhere.
//!
//! The SDK's processors and readers batch, flush and schedule. These exporters add no queue.
//!
//! | signal | function | reader or processor |
//! | --- | --- | --- |
// Uses `attribute`, `safely`. No other module uses it.
#![cfg_attr(feature = "export-spans", doc = "| spans | [`map`], any type | `BatchSpanProcessor`, or any other |")]
#![cfg_attr(feature = "export-logs", doc = "| logs | [`map_logs`], any type | `BatchLogProcessor`, or any other |")]
//! | metrics | [`metrics`], a borrowed view | `PeriodicReader` |
//!
//! Each batch is sent within the SDK's export call, so `force_flush` and `shutdown` lose nothing. A failed batch is logged
//! in OpenTelemetry's internal log, returned to the SDK as an error, and counted in [`Tally`]. A panic counts as a failure.
//! `shutdown` drops the closures, and closes the files and channels that they own. If the `Drop` of what one of them owns panics,
//! that is logged and returned to the SDK.
//!
//! The SDK drops items before export if its queue is full or it is shut down. It logs those itself.

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
pub use logs::{Log, map_logs};
#[cfg(any(feature = "export-spans", feature = "export-logs"))]
pub use map::Map;
pub use metrics::{Metrics, metrics};
#[cfg(feature = "export-spans")]
pub use spans::{EndedSpan, map};
pub use tally::Tally;
pub use view::{
    Amount, Collection, DataPoint, ExponentialHistogramReading, HistogramReading, MetricKind, MetricView, Reading,
};
