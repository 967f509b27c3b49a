//! Tests for metrics and spans: the values of instruments and spans, also of statics, are read back with their types.
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::testing::TestMeter;
//!
//! meterstick::unit! { pub Requests = "{request}" }
//!
//! static REQUESTS: Counter<u64, Requests> =
//!     Meter::counter::<u64>().unit::<Requests>().name("requests").global(Scope::new("shop"));
//!
//! fn serve() {
//!     REQUESTS.add(1);
//! }
//!
//! let meter = TestMeter::new();
//! let _entered = meter.enter(); // this thread's statics record on this meter
//! serve();
//! assert_eq!(meter.value(&REQUESTS, ()), 1);
//! ```
//!
//! With this feature every measurement of a static first checks for an entered meter. Enable it only for tests, in
//! `dev-dependencies`.
// Uses `attribute`, `declare`, `group`, `instrument`, `number`, `record`, `redirect`, `trace`, `unit`. No other module
// uses it.

#[cfg(feature = "proptest")]
mod calls;
mod clock;
#[cfg(feature = "trace")]
mod declares_span;
mod distribution;
mod meter;
#[cfg(feature = "proptest")]
mod model;
mod readable;
mod recorded;
#[cfg(feature = "trace")]
mod recorded_spans;
#[cfg(feature = "proptest")]
#[doc(hidden)]
pub mod sample;
#[cfg(feature = "proptest")]
mod strategies;
#[cfg(feature = "trace")]
mod tracer;

pub use clock::ManualClock;
pub use distribution::Distribution;
pub use meter::{MeterEntered, MeterEnteredEverywhere, TestMeter};
pub use readable::Readable;
pub use recorded::{PointValue, Recorded, RecordedMetric, RecordedPoint};

#[cfg(feature = "trace")]
pub use {
    declares_span::DeclaresSpan,
    recorded_spans::{RecordedEvent, RecordedLink, RecordedSpan, RecordedSpans},
    tracer::{TestTracer, TracerEntered, TracerEnteredEverywhere},
};

/// The crate `proptest`, whose strategies are in the signatures of this module.
#[cfg(feature = "proptest")]
pub use proptest;
#[cfg(feature = "proptest")]
pub use {
    calls::{Call, calls},
    model::check_against_model,
    sample::{Sample, Samples},
    strategies::{boundaries, names, nearly_names, nearly_units, quantities, sets, units},
};
