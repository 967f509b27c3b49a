//! What is declared, as data: for the provider, and for the people around the code.
//!
//! [`catalog!`](crate::catalog!) makes a [`Catalog`] of declared metrics. Its laws are checked when it is compiled.
//!
//! The package `meterstick-catalog` writes a catalogue as JSON, as a registry of OpenTelemetry Weaver and as a dashboard of
//! Grafana.

mod identity;
mod instruments;
mod law;
#[cfg(feature = "linked")]
mod linked;
mod lint;
mod list;
mod markdown;
mod prometheus;
mod text;
mod views;

pub use instruments::Instruments;
#[doc(hidden)]
pub use instruments::{check_prefix, join_metrics, metrics};
pub use law::CatalogError;
pub use lint::{Finding, Lint, Report};
pub use list::{Catalog, built_metrics};
pub use prometheus::{Prometheus, RustExporter, Strategy, Translation};

#[cfg(feature = "linked")]
#[doc(hidden)]
pub use linked::{Linked, inventory};

#[doc(hidden)]
pub use views::views;
