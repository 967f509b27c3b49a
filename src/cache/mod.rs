//! A cache that measures itself: a cache of `moka`, and what it does as typed metrics.
//!
#![cfg_attr(
    all(feature = "cache", feature = "cache-async"),
    doc = "[`Cache`] is one for threads, [`AsyncCache`] one for tasks. They measure the same.\n"
)]
//! | metric | kind, unit | attributes |
//! | --- | --- | --- |
//! | `cache.lookups` | counter, `{lookup}` | `cache.name`, `cache.lookup.result`: `hit` or `miss` |
//! | `cache.evictions` | counter, `{entry}` | `cache.name`, `cache.eviction.cause`: `expired`, `size`, `explicit` or `replaced` |
//! | `cache.load.duration` | histogram, `s` | `cache.name`, `error.type` if it failed |
//! | `cache.size` | up-down counter, `{entry}` | `cache.name` |
//!
//! An eviction is an entry's end, whatever the cause: `expired` and `size` are the cache's own doing, `explicit` and
//! `replaced` the program's. The entries of a cache that is dropped are no evictions; its size is 0 then.
//!
//! Each collection, also the last one at shutdown, has moka do what is pending, so that the size and what has expired are
//! true also of a cache that nobody uses. That is done on a thread of its own, which the collection waits for: code of the
//! program that runs there, as values are dropped, may wait for what the collection holds. Where nothing leaves the cache
//! for 200 ms, the collection goes on with what it has.
//!
//! Caches of one name on one meter are measured together: lookups, evictions, loads and sizes add up.
#![cfg_attr(
    all(feature = "trace", feature = "cache"),
    doc = "\n Loads are in spans on request: [`Cache::with_spans`]."
)]

mod about;
mod entries;
#[cfg(feature = "cache-async")]
mod future;
mod metrics;
mod shared;
mod spans;
#[cfg(feature = "cache")]
mod sync;
mod unit;
mod upkeep;

pub use about::{About, Detail, EvictionCause, LoadError, LookupResult};
#[cfg(feature = "cache-async")]
#[cfg_attr(docsrs, doc(cfg(feature = "cache-async")))]
pub use future::AsyncCache;
pub use metrics::declared;
#[cfg(feature = "cache")]
#[cfg_attr(docsrs, doc(cfg(feature = "cache")))]
pub use sync::Cache;
pub use unit::{Entries, Lookups};
