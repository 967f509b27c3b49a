//! The behaviour of the crate, on the wire.

mod faults;
mod global;
mod instruments;
mod kinds;
mod model;
mod observed;
mod public;
mod sets;
mod stress;
mod views;
mod wire;
