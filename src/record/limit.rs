//! The number of attribute sets that the SDK keeps of an instrument.
// Uses `sdk`. Used by `admitted`, `catalog`, `collect`, `instrument`, `refusals`, `series`, `sink`, `store::open`,
// `stream`.

use std::cell::Cell;

use opentelemetry::metrics::Meter;

use super::sdk::has_handles;

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
}

/// A view gives the instrument that this thread builds a limit. The SDK calls its views on the thread that builds.
pub(crate) fn limit_by_view(sets: usize) {
    BY_VIEW.set(Some(sets));
}

/// Builds an instrument of a meter. Gives the most sets that the SDK keeps of it, as far as that can be seen: views of the
/// program may say otherwise. `None` where the meter is not the SDK's.
pub(crate) fn built_while(meter: &Meter, build: &mut dyn FnMut()) -> Option<usize> {
    BY_VIEW.set(None);
    build();
    let limit = BY_VIEW.take().unwrap_or(SDK_LIMIT);
    has_handles(meter).then_some(limit)
}
