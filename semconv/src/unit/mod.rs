//! The units of the conventions that are no units of [`meterstick::unit`](mod@meterstick::unit): what the metrics count,
//! and two codes by which the registry breaks a rule of units.
//!
//! Each rule bends here, in a unit that nothing else has to use, and holds everywhere else.

mod counts;

pub use counts::*;

use meterstick::unit::{COUNTS, Is, Quantity, Scale, Unit, origin};
use meterstick::{Number, unit};

unit! {
    /// Percentage points: `%` in a sum.
    ///
    /// Two percentages have no sum, so [`Percent`](enum@meterstick::unit::Percent) makes no up-down counter. The registry
    /// has one in `%`, `go.config.gogc`. What is added to it are changes, and the change of a percentage is in percentage
    /// points, which do add up. They convert to no other unit.
    pub PercentagePoints = "%"
}

/// Revolutions per minute: `rpm`.
///
/// A unit's code is one of UCUM, and there is no `rpm` in UCUM. The registry has it nevertheless, and what is measured
/// leaves under the code that the registry gives. The rule that is left out is that one alone: a speed is no bare number,
/// and two speeds have no sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RevolutionsPerMinute {}

/// Revolutions per minute: `rpm`.
#[allow(non_snake_case, reason = "a unit's constructor has its name")]
pub const fn RevolutionsPerMinute<N: Number>(number: N) -> Quantity<N, RevolutionsPerMinute> {
    Quantity::new(number)
}

impl Unit for RevolutionsPerMinute {
    type Dimension = Self;
    // Not checked, for it would be refused.
    const CODE: &'static str = "rpm";
    const SCALE: Scale = Scale::new(1, 1);
    type Counts = Is<false>;
    type Adds = Is<false>;
    type Difference = Self;
    type Origin = origin::Custom;
    const BOUNDARIES: &'static [f64] = COUNTS;
}
