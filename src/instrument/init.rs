//! The rule of sums that are exported at zero before their first event.

use crate::record::have_slots;

/// Fails, in const evaluation, for more sets than the SDK keeps by default.
pub(super) const fn assert_have_slots(cardinality: Option<usize>) {
    assert!(
        have_slots(cardinality),
        "what is exported from the start are at most 2,000 sets of attributes: bind the instrument to those that matter, and call `init` of these"
    );
}
