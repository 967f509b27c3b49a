//! Writes service level objectives from declared metrics: recording rules, alerts, unit tests, a dashboard.
//!
//! An objective is the part of all events that has to be good over a period. The alerts fire when the error budget is used too
//! fast. The figures are those of Google's [*Site Reliability Workbook*, chapter 5][workbook].
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::unit::{Millis, One, Percent, Seconds};
//! use meterstick_catalog::promql::{Label, Names, query};
//! use meterstick_catalog::rules;
//! use meterstick_catalog::slo::Slo;
//!
//! #[derive(Clone, Copy, AttributeValue)]
//! enum Outcome {
//!     Accepted,
//!     Refused,
//! }
//!
//! #[derive(Clone, Copy, Attributes)]
//! struct Taken {
//!     outcome: Outcome,
//! }
//!
//! const ORDERS: Metric<Counter<u64, One, Taken>> =
//!     Meter::counter::<u64>().unit::<One>().name("shop.orders").attributes::<Taken>();
//! const WAIT: Metric<Histogram<f64, Seconds>> =
//!     Meter::histogram::<f64>().unit::<Seconds>().name("shop.order.wait").boundaries(&[Millis(100.0), Millis(500.0), Millis(1000.0)]);
//!
//! // 99.9% of the orders are not refused, and 99% wait for no more than 500 ms; both over 30 days.
//! let refused = Slo::availability("orders", query(&ORDERS), |keys| keys.outcome.is_not(Outcome::Refused))
//!     .objective(Percent(99.9));
//! let wait = Slo::latency("order-wait", query(&WAIT), Millis(500)).objective(Percent(99.0));
//!
//! let names = Names::default();
//! let groups = [refused.rules()?, wait.rules()?].concat();
//! let yaml = rules::to_yaml(&groups, &names)?;
//! assert!(yaml.contains("alert: ErrorBudgetBurn"));
//! let dashboard = meterstick_catalog::slo::dashboard("The shop", &[refused, wait], &names)?;
//! # let _ = (dashboard, Outcome::Accepted);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [workbook]: https://sre.google/workbook/alerting-on-slos/
// Uses `promql`, `rules`. No other module uses it.

mod burn;
mod declare;
mod panels;
mod record;
mod unit_test;

pub use declare::{IntoObjective, Slo, WantsObjective};
pub use panels::dashboard;
