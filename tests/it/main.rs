//! The behaviour of the crate, on the wire.

mod exact;
mod instruments;
mod units;
mod wire;
