//! `Given`: the attributes that a timer or a guard records with at its end.
// Uses `attribute`, `record`. Used by `gauge`, `generic`, `histogram`, `timer`, `track`.

use opentelemetry::KeyValue;

use crate::attribute::Set;
use crate::record::{AnySet, as_given, slot_of};

pub(super) enum Given<'a, A: Set> {
    /// The set, which can borrow.
    Set(A::Given<'a>),
    /// The set without its borrows, if it has to outlive them.
    Owned { slot: usize, attributes: Vec<KeyValue> },
}

impl<A: Set> Given<'_, A> {
    /// Clones what the set borrows. This runs the user's code for values that are displayed.
    pub(super) fn to_owned(&self) -> Given<'static, A> {
        match self {
            Self::Set(set) => Given::Owned { slot: slot_of(set), attributes: as_given(set) },
            Self::Owned { slot, attributes } => Given::Owned { slot: *slot, attributes: attributes.clone() },
        }
    }

    pub(super) fn slot(&self) -> usize {
        match self {
            Self::Set(set) => slot_of(set),
            Self::Owned { slot, .. } => *slot,
        }
    }

    pub(super) fn as_any(&self) -> &dyn AnySet {
        match self {
            Self::Set(set) => set,
            Self::Owned { attributes, .. } => attributes,
        }
    }
}
