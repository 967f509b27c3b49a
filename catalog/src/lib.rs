//! Compares two catalogues of metrics and says what breaks a reader: a dashboard, an alert, a query.
//!
//! ```
//! use meterstick::catalog::document::Document;
//! use meterstick::prelude::*;
//! use meterstick::unit::{Bytes, KiBytes};
//! use meterstick_catalog::compare;
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

mod attributes;
mod buckets;
mod change;
mod metrics;

pub use change::{Change, Effect};
pub use metrics::compare;
