#![doc = include_str!("../README.md")]

pub mod attribute;
mod namespaces;
pub mod unit;

pub use namespaces::*;
