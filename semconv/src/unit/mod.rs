//! Units of the semantic conventions that [`meterstick::unit`](mod@meterstick::unit) does not have: what the metrics count, and
//! two codes with which the registry breaks a rule of units.
//!
//! Each of these two units is an exception that applies to itself only.
// Used by `namespaces`, `tower`.

mod counts;

pub use counts::*;

use meterstick::unit::{COUNTS, Is, Quantity, Scale, Unit, origin};
use meterstick::{Number, unit};

unit! {
    /// Percentage points, the unit `%` in a sum.
    ///
    /// Two percentages have no sum, so [`Percent`](enum@meterstick::unit::Percent) does not work for an up-down counter. The
    /// registry has one in `%`, `go.config.gogc`. Changes of a percentage are added to it, and these are in percentage points,
    /// which do add up. They convert to no other unit.
    pub PercentagePoints = "%"
}

/// Revolutions per minute, the unit `rpm`.
///
/// UCUM has no `rpm`, but the registry uses it, and the metric is exported with that code. This is the only rule that the unit
/// breaks: a speed is not a bare number, and two speeds have no sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RevolutionsPerMinute {}

/// Makes a quantity of revolutions per minute.
#[allow(non_snake_case, reason = "a unit's constructor has its name")]
pub const fn RevolutionsPerMinute<N: Number>(number: N) -> Quantity<N, RevolutionsPerMinute> {
    Quantity::new(number)
}

impl Unit for RevolutionsPerMinute {
    type Dimension = Self;
    // Not checked, because it would be refused.
    const CODE: &'static str = "rpm";
    const SCALE: Scale = Scale::new(1, 1);
    type Counts = Is<false>;
    type Adds = Is<false>;
    type Difference = Self;
    type Origin = origin::Custom;
    const BOUNDARIES: &'static [f64] = COUNTS;
}
