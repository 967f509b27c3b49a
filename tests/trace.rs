//! Spans and operations, as the SDK exports them.

#[path = "trace/asynchronous.rs"]
mod asynchronous;
#[path = "trace/declared.rs"]
mod declared;
#[path = "trace/dropped_sets.rs"]
mod dropped_sets;
#[path = "trace/dynamic.rs"]
mod dynamic;
#[path = "trace/exits.rs"]
mod exits;
#[path = "trace/failures.rs"]
mod failures;
#[path = "trace/global.rs"]
mod global;
#[path = "trace/hostile.rs"]
mod hostile;
#[cfg(feature = "internal-logs")]
#[path = "it/listener.rs"]
mod listener;
#[path = "trace/names.rs"]
mod names;
#[path = "trace/operations.rs"]
mod operations;
#[path = "trace/prepared.rs"]
mod prepared;
#[path = "trace/properties.rs"]
mod properties;
#[path = "trace/sizes.rs"]
mod sizes;
#[path = "trace/started.rs"]
mod started;
#[path = "trace/support.rs"]
mod support;
#[path = "trace/verdicts.rs"]
mod verdicts;
