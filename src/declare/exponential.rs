//! `Exponential`: the size of a histogram's exponential buckets.
// Used by `catalog`, `descriptor`, `instrument`, `metric`, `record`.

use opentelemetry_sdk::metrics::Aggregation;

/// The size of a histogram's exponential buckets (*Metrics SDK, base2 exponential bucket histogram aggregation*).
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::{Exponential, unit::Seconds};
///
/// const LATENCY: Metric<Histogram<f64, Seconds>> =
///     Meter::histogram::<f64>().unit::<Seconds>().name("shop.request.duration").exponential();
/// assert_eq!(LATENCY.descriptor().exponential, Some(Exponential::DEFAULT));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Exponential {
    /// The maximum number of buckets for positive values, and again for negative ones.
    pub max_size: u32,
    /// The maximum scale, the finest resolution: at scale `s`, each bucket is `2^(2^-s)` times as wide as the one before.
    pub max_scale: i8,
}

impl Exponential {
    /// The specification's defaults: 160 buckets, as fine as possible.
    pub const DEFAULT: Self = Self { max_size: 160, max_scale: 20 };

    /// Converts to the aggregation of an SDK view.
    pub(crate) fn to_aggregation(self) -> Aggregation {
        let Self { max_size, max_scale } = self;
        Aggregation::Base2ExponentialHistogram { max_size, max_scale, record_min_max: true }
    }
}

/// Checks a maximum size and a maximum scale (*Metrics SDK, base2 exponential bucket histogram aggregation*).
///
/// # Errors
///
/// The rule that is broken.
pub const fn check_exponential(max_size: u32, max_scale: i8) -> Result<(), &'static str> {
    if max_size < 2 {
        return Err("an exponential histogram has at least 2 buckets");
    }
    if max_scale < -10 || max_scale > 20 {
        return Err("the scale of an exponential histogram is between -10 and 20");
    }
    Ok(())
}
