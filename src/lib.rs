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

/// Makes a newtype over a number a measurement in a unit.
///
/// ```
/// use meterstick::Measurement;
/// use meterstick::unit::{Millis, Seconds};
///
/// #[derive(Clone, Copy, Measurement)]
/// #[measurement(unit = Millis)]
/// struct Latency(f64);
///
/// let seconds = Measurement::<f64, Seconds>::measure(Latency(12.5));
/// assert_eq!(seconds, Ok(0.0125));
/// ```
#[doc(inline)]
pub use meterstick_derive::Measurement;
