//! The recording core: how a value gets from a call to the SDK.
//!
//! `DESIGN.md` beside this file has the modules from the bottom up, the states, the orderings, the order of locks and the life of
//! a value.
// Uses `attribute`, `declare`, `number`, `redirect`, `safely`, `unit`. Used by `cache`, `catalog`, `group`,
// `instrument`, `testing`, `trace`.

#![allow(missing_debug_implementations, reason = "the stores are within instruments, which show what was declared")]

mod admitted;
mod binder;
#[cfg(feature = "testing")]
mod built;
mod built_metrics;
mod callback;
mod clock;
mod collect;
mod core;
mod counts;
mod discovery;
mod encoded;
mod erased;
mod fasts;
mod free;
mod limit;
mod lower;
mod map;
#[cfg(all(meterstick_loom, test))]
mod models;
mod per_thread;
mod preset;
mod quiet;
mod recorder;
mod refusals;
mod reports;
#[cfg(feature = "testing")]
mod scoped;
mod sdk;
mod section;
mod series;
mod set;
mod sink;
mod slot;
mod store;
mod stream;
mod sync;
mod thread_counters;
mod thread_index;
mod waiting;

pub use self::discovery::set_meter_provider;
pub use self::waiting::{WaitingReason, WaitingStatic, assert_statics_have_provider, statics_without_provider};

#[cfg(any(feature = "cache", feature = "cache-async"))]
pub(crate) use self::binder::{guarded, run as run_on_helper_thread};
#[cfg(feature = "testing")]
pub(crate) use self::built::exponential_of_built;
pub(crate) use self::built_metrics::{built_metrics, was_built};
pub(crate) use self::callback::in_callback;
#[cfg(feature = "testing")]
pub(crate) use self::callback::is_in_callback;
#[cfg(feature = "testing")]
pub(crate) use self::clock::Hands;
pub(crate) use self::clock::now;
pub(crate) use self::collect::Collector;
pub(crate) use self::erased::{Held, lower_to_bits};
pub(crate) use self::limit::{Limit, built_while, is_built_in_group, limit_by_view};
pub use self::lower::Synchronous;
pub(crate) use self::refusals::Refusals;
pub(crate) use self::reports::is_first;
#[cfg(feature = "testing")]
pub(crate) use self::scoped::Scoped;
pub(crate) use self::sdk::identity as meter_identity;
#[cfg(any(feature = "cache", feature = "cache-async"))]
pub(crate) use self::sdk::{at_collection, drops_by_choice};
#[cfg(feature = "testing")]
pub(crate) use self::set::canonical_set;
pub(crate) use self::set::{AnySet, as_given, canonical_after};
pub(crate) use self::slot::{Live, Slot, have_slots, record, slot_of, try_record};

/// The most sets of an instrument that have a slot each.
const MAX_SLOTS: usize = if cfg!(meterstick_loom) { 4 } else { 2000 };

/// How many sets have a slot each: all of a closed set that is not too large.
const fn closed_sets(cardinality: Option<usize>) -> Option<usize> {
    match cardinality {
        Some(sets) if sets <= MAX_SLOTS => Some(sets),
        _ => None,
    }
}
