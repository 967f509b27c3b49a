//! The declaration of metrics: `const fn` only, plain data, no state.
//!
//! A declaration starts with [`Meter`]. [`NeedsUnit`] and [`NeedsName`] are named for the step that comes next. [`Metric`] is the
//! result.
// Uses `attribute`, `message`, `number`, `unit`. Used by `cache`, `catalog`, `instrument`, `record`, `testing`,
// `trace`.

mod boundaries;
mod descriptor;
mod exponential;
mod intern;
pub mod kind;
mod limit;
mod metric;
mod name;
mod refused;
mod scope;
mod spelled;
mod state;
mod text;

pub use boundaries::{Boundaries, BoundariesError, Boundary};
pub use descriptor::Descriptor;
pub use exponential::Exponential;
pub use kind::{InstrumentKind, Kind, Measures};
pub use metric::Metric;
pub(crate) use name::prefixed;
pub use name::{DescriptionError, Name, NameError};
pub use refused::{Live, Named, WithUnit, WithoutUnit};
pub use scope::{Scope, ScopeDescriptor};
pub use spelled::{
    DeclaresMetrics, OpenTelemetrysInstruments, OpenTelemetrysMeter, OpenTelemetrysSteps, SpelledBoundaries,
    SpelledDescription, SpelledInstrument, SpelledUnit,
};
pub use state::{Meter, NeedsName, NeedsUnit};
pub use text::StaticText;

pub(crate) use intern::intern;

/// The rules for numbers and texts of a declaration, for what reads declarations from elsewhere.
pub mod rules {
    pub use super::boundaries::check as check_boundaries;
    pub use super::exponential::check_exponential;
    pub use super::limit::check_limit;
    pub use super::name::check_description;
}
