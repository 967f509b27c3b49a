//! The behaviour of the crate, on the wire.

mod global;
mod instruments;
mod observed;
mod wire;
