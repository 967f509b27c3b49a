//! The limit of `init`: how many attribute sets can be exported at zero before their first event.
// Uses `record`. Used by `counter`, `up_down_counter`.

use crate::record::have_slots;

/// Fails in const evaluation for more sets than the SDK keeps by default.
pub(super) const fn assert_have_slots(cardinality: Option<usize>) {
    assert!(
        have_slots(cardinality),
        "`init` exports at most 2,000 attribute sets: bind the instrument to those that matter, and call `init` of these"
    );
}
