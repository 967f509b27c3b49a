//! The recording core over the real SDK: ways in which values were once lost, counted twice or kept for ever, a test each.
//!
//! `.ci/miri` runs those that Miri can run, over several seeds.

mod allocator;
mod alone;
mod before;
mod bind;
mod callbacks;
mod common;
mod dropped_timers;
mod foreign;
mod handshake;
mod hostile;
mod init;
mod limits;
#[path = "../it/listener.rs"]
mod listener;
mod logs;
mod memory;
mod pairs;
mod panics;
mod programs;
mod providers;
mod reports;
mod sets;
mod totals;
mod unseen;
mod values;
mod waiting;
#[allow(dead_code, reason = "it is shared with another test binary")]
#[path = "../it/wire.rs"]
mod wire;
mod zeros;

#[global_allocator]
static ALLOCATOR: allocator::Counting = allocator::Counting;
