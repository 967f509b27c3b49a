//! `Strategy`: how metrics get to Prometheus, which determines their names.
// Uses `prometheus::exporter`, `prometheus::translator`. Used by `lint`, `lint::prometheus`, `markdown`,
// `prometheus::keep`.

use core::fmt;

use super::exporter::RustExporter;
use super::translator::Translation;

/// How metrics get to Prometheus, which determines their names there.
///
/// | metrics get there by | strategy |
/// | --- | --- |
/// | OTLP to Prometheus itself, or a collector's Prometheus exporters | the [`Translation`] that is configured there |
/// | the crate `opentelemetry-prometheus` 0.33, in the process | [`RustExporter`], with the options of its builder |
/// | another exporter that follows the specification to the letter | [`Strategy::Specification`] |
///
/// The default is [`Translation::UnderscoreEscapingWithSuffixes`], Prometheus' own default. The two other types convert into it:
///
/// ```
/// use meterstick::catalog::{RustExporter, Strategy, Translation};
///
/// assert_eq!(Strategy::default(), Translation::UnderscoreEscapingWithSuffixes.into());
/// assert_eq!(Strategy::from(RustExporter::new()).to_string(), "opentelemetry-prometheus");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Strategy {
    /// The translator of Prometheus and of the collector.
    Translation(Translation),
    /// The crate `opentelemetry-prometheus`.
    RustExporter(RustExporter),
    /// The text of the specification (*Compatibility, Prometheus and OpenMetrics: OTLP metric points to Prometheus*).
    Specification,
}

impl Default for Strategy {
    fn default() -> Self {
        Self::Translation(Translation::default())
    }
}

impl From<Translation> for Strategy {
    fn from(translation: Translation) -> Self {
        Self::Translation(translation)
    }
}

impl From<RustExporter> for Strategy {
    fn from(exporter: RustExporter) -> Self {
        Self::RustExporter(exporter)
    }
}

impl fmt::Display for Strategy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Translation(translation) => translation.fmt(f),
            Self::RustExporter(exporter) => exporter.fmt(f),
            Self::Specification => f.pad("the specification"),
        }
    }
}
