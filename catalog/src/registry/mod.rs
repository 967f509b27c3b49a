//! Reads registries of OpenTelemetry Weaver.
//!
//! [`Registry::read`] reads a folder of YAML files of format 1 (`groups:`) or 2 (`file_format: definition/2`), or the output of
//! `weaver registry resolve -f json`. Weaver itself is not needed: a dependency on OpenTelemetry's semantic conventions is
//! resolved offline.
// Uses `nearest`, `yaml`. Used by `generate`, `writers`.

mod conventions;
mod fields;
mod formats;
mod manifest;
mod model;
mod problem;
mod raw;
mod read;
mod resolve;

pub use conventions::conventions;
pub use model::{
    Attribute, Declared, DefinedInstrument, DefinedNumber, Deprecated, MetricDefinition, Refined, Registry,
    RequirementLevel, SpanDefinition, SpanKind, Stability, Type, Use,
};
pub use problem::{Place, Problem, Problems};
pub use read::Reader;
