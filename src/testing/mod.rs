//! Testing one's own metrics: instruments are read back typed, statics too.
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::testing::TestMeter;
//! use meterstick::unit::One;
//!
//! static REQUESTS: Counter<u64, One> =
//!     Meter::counter::<u64>().unit::<One>().name("requests").global(Scope::new("shop"));
//!
//! fn serve() {
//!     REQUESTS.add(1);
//! }
//!
//! let meter = TestMeter::new();
//! let _entered = meter.enter(); // this thread's statics record for this test alone
//! serve();
//! assert_eq!(meter.value(&REQUESTS, ()), 1);
//! ```
//!
//! The feature makes every measurement of a static look for a test first: turn it on for tests only, as a feature of the
//! dev-dependency.

#[cfg(feature = "proptest")]
mod calls;
mod clock;
mod distribution;
mod meter;
#[cfg(feature = "proptest")]
mod model;
mod recorded;
#[cfg(feature = "proptest")]
#[doc(hidden)]
pub mod sample;
#[cfg(feature = "proptest")]
mod strategies;

pub use clock::ManualClock;
pub use distribution::Distribution;
pub use meter::{Entered, TestMeter};
pub use recorded::{Point, PointValue, Recorded, RecordedMetric};

#[cfg(feature = "proptest")]
#[cfg_attr(docsrs, doc(cfg(feature = "proptest")))]
pub use {
    calls::{Call, calls},
    model::check_against_model,
    sample::{Sample, Samples},
    strategies::{boundaries, names, nearly_names, nearly_units, quantities, sets, units},
};
