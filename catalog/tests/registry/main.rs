//! Registries: what is read, what is wrong with them, and the code that is written of them.

mod any;
mod code;
mod formats;
mod page;
mod problems;
mod round_trip;
#[allow(dead_code, reason = "the core's tests use all of it")]
#[path = "../../../tests/catalog/samples.rs"]
mod samples;
