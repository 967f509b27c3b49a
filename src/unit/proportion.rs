//! Numbers without a dimension.

use super::ladder::{PARTS, PERCENT};

/// A number of no dimension: a ratio, or a count that has no better name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proportion {}

// `1` is what OpenTelemetry writes for a utilization as for a plain count, so it takes bare numbers and adds up.
dimension! {
    @unit
    /// One: a ratio, or a count that has no better name.
    One "1" = 1 / 1, []; Proportion, counts true, adds true, PARTS
}

dimension! {
    @unit
    /// Percent: hundredths of [`One`](enum@One).
    Percent "%" = 1 / 100, []; Proportion, counts false, adds false, PERCENT
}

dimension! { @convert (One Percent) }
