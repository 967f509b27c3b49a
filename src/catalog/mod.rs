//! The declarations of a program as data: for lints, tables, dashboards, and the provider's views.
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::catalog::Catalog;
//! use meterstick::unit::{Bytes, Seconds};
//!
//! const SENT: Metric<Counter<u64, Bytes>> =
//!     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").description("Bytes that were sent.");
//! const WAIT: Metric<Histogram<f64, Seconds>> =
//!     Meter::histogram::<f64>().unit::<Seconds>().name("shop.wait.duration").description("How long a customer waits.");
//!
//! const CATALOG: Catalog = meterstick::catalog![SENT, WAIT];
//!
//! assert_eq!(CATALOG.metrics().len(), 2);
//! # #[cfg(feature = "catalog")]
//! CATALOG.lint().assert_clean(); // in a test, with the feature `catalog`: the naming conventions
//! ```
//!
//! [`catalog!`](crate::catalog!) makes a [`Catalog`] of declared metrics, whose rules are checked at compile time. The feature
//! `catalog` adds what a test or a tool does with it: the lints, the names in Prometheus and the page in Markdown.
//!
//! The package `meterstick-catalog` writes a catalogue as JSON, as a registry of OpenTelemetry Weaver and as a Grafana dashboard.
// Uses `attribute`, `declare`, `instrument`, `message`, `number`, `record`, `unit`. No other module uses it.

mod identity;
mod instruments;
#[cfg(feature = "linked")]
mod linked;
#[cfg(feature = "catalog")]
mod lint;
mod list;
#[cfg(feature = "catalog")]
mod markdown;
#[cfg(feature = "catalog")]
mod prometheus;
mod rule;
mod text;
mod views;
mod wider;
#[cfg(not(feature = "catalog"))]
mod without_feature;

pub use instruments::Instruments;
#[doc(hidden)]
pub use instruments::{check_prefix, join_metrics, metrics};
#[cfg(feature = "catalog")]
pub use lint::{Finding, Lint, Report};
pub use list::{Catalog, built_metrics};
#[cfg(feature = "catalog")]
pub use prometheus::{Prometheus, RustExporter, Strategy, Translation};
pub use rule::CatalogError;

#[cfg(feature = "linked")]
#[doc(hidden)]
pub use linked::{Linked, inventory};

#[doc(hidden)]
pub use text::is_control;
#[doc(hidden)]
pub use views::views;
