//! Reads what caches have exported: for those of threads and of tasks.

use super::wire::{Collection, Value};

pub fn count(collection: &Collection, name: &str, set: &str) -> i64 {
    match collection.numbers(name).get(set) {
        None => 0,
        Some(Value::Int(count)) => *count,
        Some(other) => panic!("{other:?}"),
    }
}

/// Hits and misses.
pub fn lookups(collection: &Collection, name: &str) -> (i64, i64) {
    let of = |result| count(collection, "cache.lookups", &format!("cache.lookup.result={result},cache.name={name}"));
    (of("hit"), of("miss"))
}

pub fn evictions(collection: &Collection, cause: &str) -> i64 {
    count(collection, "cache.evictions", &format!("cache.eviction.cause={cause},cache.name=words"))
}
