//! What a cache measures, on the wire.

#[path = "../it/listener.rs"]
mod listener;
#[path = "../it/wire.rs"]
#[allow(dead_code, reason = "not all of it is wanted here")]
mod wire;

mod counts;
mod lifetimes;
mod maintenance;

use std::time::Duration;

use wire::{Collection, Value};

fn count(collection: &Collection, name: &str, set: &str) -> i64 {
    match collection.numbers(name).get(set) {
        None => 0,
        Some(Value::Int(count)) => *count,
        Some(other) => panic!("{other:?}"),
    }
}

fn lookups(collection: &Collection, name: &str) -> (i64, i64) {
    let of = |result| count(collection, "cache.lookups", &format!("cache.lookup.result={result},cache.name={name}"));
    (of("hit"), of("miss"))
}

fn evictions(collection: &Collection, cause: &str) -> i64 {
    count(collection, "cache.evictions", &format!("cache.eviction.cause={cause},cache.name=words"))
}

/// Runs something that must not hang.
fn ends<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, done) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(run()));
    done.recv_timeout(Duration::from_secs(60)).expect("it ends")
}
