//! The rules for the maximum number of attribute sets of an instrument.
// Used by `metric`.

/// The SDK's default limit of attribute sets per instrument (*Metrics SDK, cardinality limits*).
const DEFAULT_LIMIT: usize = 2000;

/// Checks a limit, and the number of possible sets, if all are known, against the limit or the SDK's default.
///
/// # Errors
///
/// The rule that is broken.
pub const fn check_limit(sets: Option<usize>, limit: Option<usize>) -> Result<(), &'static str> {
    match (sets, limit) {
        (_, Some(0)) => Err("an instrument has at least one attribute set: its limit is at least 1"),
        (Some(sets), Some(limit)) if sets > limit => {
            Err("the attributes have more possible sets than `cardinality_at_most` allows")
        }
        (Some(sets), None) if sets > DEFAULT_LIMIT => Err(
            "the attributes have more possible sets than the 2,000 that the SDK keeps: write `.cardinality_at_most::<N>()` before `.attributes`",
        ),
        _ => Ok(()),
    }
}
