//! Reads and writes catalogues and registries of metrics, for tools outside of the program that records them.
//!
//! - [`WriteCatalog`] writes a catalogue as JSON, as a registry of OpenTelemetry Weaver, and as a Grafana dashboard.
//! - [`promql`], [`rules`] and [`slo`] write queries, alerts and service level objectives from declared metrics.
//! - `check`, with the feature of the same name, which `cli` enables, checks existing rules and dashboards against a catalogue.
//! - [`compare`] compares two catalogues and finds changes that break a dashboard, an alert or a query.
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::unit::{Bytes, KiBytes};
//! use meterstick_catalog::compare;
//! use meterstick_catalog::document::Document;
//!
//! const BEFORE: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
//! const AFTER: Metric<Counter<u64, KiBytes>> = Meter::counter::<u64>().unit::<KiBytes>().name("shop.sent");
//!
//! let changes = compare(
//!     &Document::of(&meterstick::catalog![BEFORE]),
//!     &Document::of(&meterstick::catalog![AFTER]),
//! );
//! assert_eq!(changes[0].to_string(), "breaking: `shop.sent`: its unit was `By` and is `KiBy`");
//! ```
//!
//! The feature `cli`, which is a default, builds the command `meterstick-catalog`. A build script does not need it.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

extern crate self as meterstick_catalog;

mod attributes;
mod buckets;
mod change;
#[cfg(feature = "check")]
pub mod check;
pub mod document;
pub mod generate;
mod metrics;
mod nearest;
pub mod promql;
pub mod registry;
mod renamed;
pub mod rules;
pub mod slo;
mod writers;
mod yaml;

pub use change::{Change, Effect};
pub use generate::Generator;
/// The crate `meterstick`, whose types are in the signatures of this crate.
pub use meterstick;
pub use metrics::compare;
pub use writers::{Weaver, WriteCatalog};

/// The examples of the guide's page about this package run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../docs/catalogue.md")]
mod page {}
