#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

pub mod attribute;
mod names;
mod namespaces;
mod release;
#[cfg(feature = "tower")]
pub mod tower;
pub mod unit;

/// The crate `meterstick`, whose types the constants have.
pub use meterstick;
pub use names::METRIC_NAMES;
#[allow(unused_imports, reason = "without a feature there is no namespace")]
pub use namespaces::*;
pub use release::SCHEMA_URL;

/// The registry of the semantic conventions as JSON: each metric, span and attribute by name, for tools.
#[doc(hidden)]
pub const REGISTRY: &str = include_str!("../registry.json");

/// The page of the guide, whose examples run as tests here.
#[cfg(all(doctest, feature = "tower", feature = "kestrel", feature = "system"))]
#[doc = include_str!("../../docs/semantic-conventions.md")]
mod guide {}
