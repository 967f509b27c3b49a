//! The number of attribute sets that the SDK keeps of an instrument.
// Uses `declare`, `sdk`. Used by `admitted`, `catalog`, `collect`, `instrument`, `refusals`, `series`, `sink`,
// `store::open`, `stream`.

use std::cell::Cell;

use opentelemetry::metrics::Meter;

use super::sdk::has_handles;
use crate::declare::Descriptor;

/// The limit that a set exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    /// The limit of the declaration.
    Declared(usize),
    /// The limit of the SDK: its default, or the one that [`views`](crate::views) sets.
    OfTheSdk(usize),
}

/// The SDK's default limit (*Metrics SDK, cardinality limits*).
pub(super) const SDK_LIMIT: usize = 2000;

thread_local! {
    /// The limit that a view of ours gave to the instrument that this thread builds.
    static BY_VIEW: Cell<Option<usize>> = const { Cell::new(None) };
    /// Whether the instrument that this thread builds has attributes of a group beside its own.
    static IN_GROUP: Cell<bool> = const { Cell::new(false) };
}

/// A view gives the instrument that this thread builds a limit. The SDK calls its views on the thread that builds.
pub(crate) fn limit_by_view(sets: usize) {
    BY_VIEW.set(Some(sets));
}

/// Whether the instrument that this thread builds has attributes of a group, so that it can have more sets than it declares.
pub(crate) fn is_built_in_group() -> bool {
    IN_GROUP.get()
}

/// Builds an instrument of a meter. Gives the most sets that the SDK keeps of it, as far as that can be seen: views of the
/// program may say otherwise. `None` where the meter is not the SDK's.
pub(crate) fn built_while(meter: &Meter, descriptor: &Descriptor, build: &mut dyn FnMut()) -> Option<usize> {
    /// Says what it was before. A provider may panic, and a view may build an instrument of its own.
    struct Before(Option<usize>, bool);
    impl Drop for Before {
        fn drop(&mut self) {
            BY_VIEW.set(self.0);
            IN_GROUP.set(self.1);
        }
    }
    let _before = Before(BY_VIEW.take(), IN_GROUP.replace(descriptor.in_group));
    build();
    let limit = BY_VIEW.get().unwrap_or(SDK_LIMIT);
    has_handles(meter).then_some(limit)
}
