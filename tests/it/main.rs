//! The behaviour of the crate, on the wire.

mod allowances;
mod alone;
mod custom;
mod differs;
mod durations;
mod exact;
mod faults;
mod forgetting;
mod global;
mod instruments;
mod interleavings;
mod kinds;
mod model;
mod names;
mod numbers;
mod observed;
mod public;
mod sets;
mod stress;
mod totals;
mod units;
mod views;
mod wire;
