//! Registries, as OpenTelemetry Weaver reads and writes them.
//!
//! [`Registry::read`] takes a folder of YAML files as they are written, of format 1 (`groups:`) and 2
//! (`file_format: definition/2`), and what `weaver registry resolve -f json` writes. Weaver itself is not needed: a dependency
//! on OpenTelemetry's semantic conventions is known offline.

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
    Attribute, Declared, Deprecated, Instrument, MetricDefinition, Number, Refined, Registry, RequirementLevel, Span,
    SpanKind, Stability, Type, Use,
};
pub use problem::{Place, Problem, Problems};
pub use read::Reader;
