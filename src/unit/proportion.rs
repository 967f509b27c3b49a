//! The units without a dimension: `One` and `Percent`.
// Uses `ladder`. Used by `record`.

use super::ladder::{PARTS, PERCENT};

/// Ratios, and counts without an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proportion {}

// OpenTelemetry writes `1` both for a utilization and for a plain count, so the unit takes bare numbers and adds up.
dimension! {
    @unit
    /// One, the unit of ratios and of plain counts (`1`).
    One "1" = 1 / 1, []; Proportion, counts true, adds true, PARTS
}

dimension! {
    @unit
    /// Percent, hundredths of [`One`](enum@One) (`%`).
    Percent "%" = 1 / 100, []; Proportion, counts false, adds false, PERCENT
}

dimension! { @convert (One Percent) }
