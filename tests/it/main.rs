//! The behaviour of the crate, on the wire.

mod instruments;
mod stress;
mod wire;
