//! The behaviour of the crate, on the wire.

mod durations;
mod exact;
mod instruments;
mod model;
mod names;
mod numbers;
mod units;
mod wire;
