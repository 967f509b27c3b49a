//! The behaviour of the crate, on the wire.

mod alone;
mod custom;
mod differs;
mod durations;
mod exact;
mod faults;
mod generic;
mod global;
mod guidelines;
mod instruments;
mod kinds;
mod listener;
mod model;
mod names;
mod numbers;
mod observed;
mod public;
mod sets;
mod stress;
mod timers;
mod totals;
mod twice;
mod units;
mod views;
mod wire;
