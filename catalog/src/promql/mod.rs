//! Writes queries in PromQL from declared metrics.
//!
//! A query starts with [`query`], filters ([`Series::only`]) and groups ([`Series::by`]) by the metric's own keys, and ends as an
//! [`Expr`] with a unit. Names, labels and thresholds are written as the exporter writes them.
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::unit::{Millis, Minutes, Seconds};
//! use meterstick_catalog::promql::{Label, Names, query};
//!
//! #[derive(Clone, Copy, Attributes)]
//! #[attributes(prefix = "http")]
//! struct Served<'a> {
//!     route: &'a str,
//! }
//!
//! const LATENCY: Metric<Histogram<f64, Seconds, Served<'static>>> = Meter::histogram::<f64>()
//!     .unit::<Seconds>()
//!     .name("http.server.request.duration")
//!     .attributes::<Served>();
//!
//! let slow = query(&LATENCY)
//!     .only(|keys| keys.route.is_not("/health"))
//!     .by(|keys| keys.route)
//!     .quantile(0.99, Minutes(5))
//!     .above(Millis(500));
//! assert_eq!(
//!     slow.promql(&Names::default())?,
//!     "histogram_quantile(0.99, sum by (le, http_route) \
//!      (rate(http_server_request_duration_seconds_bucket{http_route!=\"/health\"}[5m]))) > 0.5",
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A query always groups: without [`Series::by`], the result is the total over all series. So a rate is always the sum of rates,
//! never the rate of a sum, and the labels of both sides of a ratio match.
// Used by `check`, `command`, `rules`, `slo`, `writers`.

mod compare;
mod error;
mod expr;
mod filter;
mod group;
mod names;
mod node;
mod re2;
mod series;
mod source;
mod text;
mod threshold;
mod window;

pub use compare::Condition;
pub use error::QueryError;
pub use expr::Expr;
pub use filter::{Filter, Label};
pub use group::{Groups, Target};
pub use names::Names;
pub use series::{Accumulates, Distributes, Level, Series, query};
pub use source::Source;
pub use threshold::{Divides, SameDimension, Threshold};
pub use window::Window;

pub(crate) use compare::Comparison;
pub(crate) use filter::Matching;
pub(crate) use group::Group;
pub(crate) use node::{Aggregate, Node, Part, Select};
pub(crate) use node::{Function, Op};
#[cfg(feature = "check")]
pub(crate) use text::selector_of;
pub(crate) use text::{is_label, quoted, recorded_name, series_with};
pub(crate) use window::duration;
