//! Every constant is held to the registry's facts, as it is declared and as it leaves.

mod declared;
mod every;
mod lints;
mod one;
mod registry;
mod wire;
