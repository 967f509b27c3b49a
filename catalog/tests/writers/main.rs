//! What a catalogue is written as, read back by parsers of each format.

mod grafana;
mod json;
#[allow(dead_code, reason = "the core's tests use all of it")]
#[path = "../../../tests/catalog/samples.rs"]
mod samples;
mod weaver;
mod written;
mod yaml;
