//! Recording rules and alerts, as the files that Prometheus reads.
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::unit::{Millis, Minutes, Seconds};
//! use meterstick_catalog::promql::{Names, query};
//! use meterstick_catalog::rules::{Alert, Rules, Severity};
//!
//! const WAIT: Metric<Histogram<f64, Seconds>> =
//!     Meter::histogram::<f64>().unit::<Seconds>().name("shop.order.wait").boundaries(&[Millis(100.0), Millis(500.0), Millis(1000.0)]);
//!
//! let mut rules = Rules::new("shop");
//! let p99 = rules.record(query(&WAIT).quantile(0.99, Minutes(5)));
//! rules.alert(
//!     Alert::new("OrdersWait", p99.above(Millis(500)), Severity::Ticket)
//!         .lasting(Minutes(10))
//!         .summary("One order of a hundred waits {value}, more than {threshold}.")
//!         .runbook("https://runbooks.example/orders-wait"),
//! );
//! let yaml = rules.to_yaml(&Names::default())?;
//! assert!(yaml.contains("all:shop_order_wait_seconds:p99_5m > 0.5"));
//! assert!(yaml.contains("{{ $value | humanizeDuration }}, more than 0.5 s"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
// Uses `promql`, `yaml`. Used by `slo`.

mod alert;
mod annotation;
mod file;
mod input;
mod native;
mod rule;
mod unit_test;

pub use alert::{Alert, Severity};
pub use file::to_yaml;
pub use rule::Rules;
pub use unit_test::UnitTests;

pub(crate) use alert::{Annotation, check_groups, check_label};
pub(crate) use annotation::percent;
pub(crate) use input::{Steps, labels, opposite};
pub(crate) use native::{Buckets, Native};
pub(crate) use unit_test::{Case, write_tests};
