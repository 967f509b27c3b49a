//! Numbers without a dimension.

use super::ladder::{PARTS, PERCENT};

/// A number of no dimension: a ratio, or a count that has no better name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proportion {}

// `1` is what OpenTelemetry writes for a utilization as for a plain count, so it takes bare numbers and adds up.
crate::__unit! {
    /// One: a ratio, or a count that has no better name.
    pub One = "1", 1 / 1, 0 / 1; Proportion, counts true, adds true, PARTS
}

crate::__unit! {
    /// Percent: hundredths of [`One`](enum@One).
    pub Percent = "%", 1 / 100, 0 / 1; Proportion, counts false, adds false, PERCENT
}

crate::__converts! { (One Percent) }
