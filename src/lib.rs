//! Typed OpenTelemetry metrics.

extern crate self as meterstick;

mod attribute;
mod declare;
mod number;
pub mod unit;
pub use attribute::*;
pub use declare::*;
pub use number::*;
pub use unit::Measurement;
