//! What a cache measures, on the wire.

#[path = "../it/listener.rs"]
mod listener;
#[path = "../it/wire.rs"]
#[allow(dead_code, reason = "not all of it is wanted here")]
mod wire;

mod counts;
mod foreign;
mod lifetimes;
mod maintenance;
mod providers;
mod read;

use std::time::Duration;

use read::{count, evictions, lookups};

/// Runs something that must not hang.
fn ends<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, done) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(run()));
    done.recv_timeout(Duration::from_secs(60)).expect("it ends")
}
