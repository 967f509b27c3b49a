//! Spans and operations, as the SDK exports them.

#[path = "trace/asynchronous.rs"]
mod asynchronous;
#[path = "trace/declared.rs"]
mod declared;
#[path = "trace/failures.rs"]
mod failures;
#[path = "trace/global.rs"]
mod global;
#[path = "trace/operations.rs"]
mod operations;
#[path = "trace/properties.rs"]
mod properties;
#[path = "trace/support.rs"]
mod support;
