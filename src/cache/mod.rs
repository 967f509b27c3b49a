//! A `moka` cache with typed metrics: lookups, evictions, loads and size.
//!
// Uses `attribute`, `declare`, `failure`, `instrument`, `record`, `safely`, `trace`, `unit`. No other module uses it.
#![cfg_attr(
    all(feature = "cache", feature = "cache-async"),
    doc = "[`Cache`] is for threads, [`AsyncCache`] for tasks. Both have the same metrics.\n"
)]
//! | metric | kind, unit | attributes |
//! | --- | --- | --- |
//! | `cache.lookups` | counter, `{lookup}` | `cache.name`, `cache.lookup.result`: `hit` or `miss` |
//! | `cache.evictions` | counter, `{entry}` | `cache.name`, `cache.eviction.cause`: `expired`, `size`, `explicit` or `replaced` |
//! | `cache.load.duration` | histogram, `s` | `cache.name`, `error.type` if it failed |
//! | `cache.size` | up-down counter, `{entry}` | `cache.name` |
//!
//! Every entry that leaves the cache is an eviction. The cache itself evicts for `expired` and `size`, the program for
//! `explicit` and `replaced`. Entries that are dropped with the cache are not evictions; the size is 0 then.
//!
//! Each collection runs moka's pending maintenance first, so size and evictions are exact at every collection and at
//! shutdown, also for an idle cache. The maintenance runs on a separate thread, because it runs user code: `Hash` and `Eq`
//! of keys, `Drop` of values, predicates of moka's `invalidate_entries_if`. The collection waits for that thread. It stops waiting
//! if that thread makes no progress for 200 ms: it has evicted nothing, and checked no batch of 384 entries by the predicates. Later
//! evictions are in the next collection. If `Hash` or `Eq` of a key panics in the maintenance, moka's count of entries can be wrong
//! from then on, and so the size. moka's `invalidate_entries_if` itself leaves about one in 385 entries, which stay in the cache and
//! in its size.
//!
//! A meter provider that is not the SDK's may never call a callback. Until it does, each eviction is exported at once. The size is
//! exported only in callbacks; if there are none, that is reported. A panic of the provider on an eviction or the size is reported;
//! that value is not exported, and later ones are.
//!
//! OpenTelemetry's SDK keeps the collection callback of a cache that was dropped: less than 1 KiB.
//!
//! Caches with the same name on the same meter share their series: lookups, evictions, loads and sizes add up.
#![cfg_attr(all(feature = "trace", feature = "cache"), doc = "\n [`Cache::with_spans`] puts each load in a span.")]

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

pub use about::{About, AboutKeys, Detail, EvictionCause, LoadError, LookupResult};
#[cfg(feature = "cache-async")]
pub use future::AsyncCache;
pub use metrics::declared;
/// The crate `moka`, whose caches and builders are in the signatures of this module.
pub use moka;
#[cfg(feature = "cache")]
pub use sync::Cache;
pub use unit::{Entries, Lookups};
