//! The hot path: how a measurement finds its cell, and how it gets from there to the SDK.
//!
//! There are three stores, chosen by the type of the attributes:
//!
//! - [`cells`]: sums over a small known set. Each thread adds to cells of its own, and a hook that runs at collection
//!   hands what is new to the SDK's bound instruments.
//! - [`rings`] and [`table`]: histograms and gauges over a small known set. A histogram's values wait in a ring a
//!   thread and go to the SDK in bursts, or at once if the thread is alone; a gauge has a bound handle a slot.
//! - [`open`]: sets that are not known. Each thread keeps a bounded map from the borrowed set to what waits for it.
//!
//! So views, temporality, cardinality limits, `force_flush` and `shutdown` are the SDK's, as for any instrument.

#![allow(missing_debug_implementations, reason = "the stores are within instruments, which show what was declared")]

#[cfg(feature = "testing")]
mod built;
mod cells;
mod clock;
mod core;
mod global;
mod hook;
mod ledger;
mod lone;
mod lower;
mod open;
mod refusals;
mod ring;
mod rings;
#[cfg(feature = "testing")]
mod scoped;
mod series;
mod set;
mod table;
mod threads;

pub use self::global::set_meter_provider;

#[cfg(feature = "testing")]
pub(crate) use self::built::exponential_of_built;
#[cfg(feature = "testing")]
pub(crate) use self::clock::Hands;
pub(crate) use self::clock::now;
pub(crate) use self::core::{Core, Held, Slot};
pub(crate) use self::global::in_callback;
pub(crate) use self::hook::NAME as HOOK;
#[cfg(any(feature = "cache", feature = "cache-async"))]
pub(crate) use self::hook::install as install_hook;
pub use self::lower::Synchronous;
pub(crate) use self::refusals::Refusals;
#[cfg(feature = "testing")]
pub(crate) use self::scoped::Scoped;
pub(crate) use self::set::canonical_set;
