//! `Prometheus`: the names that metrics have in Prometheus.
// Uses `declare`, `list`, `text`. Used by `lint`, `lint::prometheus`, `markdown`.

mod exporter;
mod keep;
mod specification;
mod strategy;
mod translator;

pub use exporter::RustExporter;
pub use strategy::Strategy;
pub use translator::Translation;

use crate::declare::{Descriptor, InstrumentKind};

/// The Prometheus names of a declared metric. They depend on how it gets there: see [`Strategy`].
///
/// ```
/// use meterstick::catalog::{Prometheus, RustExporter, Translation};
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("http.server.sent");
///
/// let sent = Prometheus::of(SENT.descriptor(), Translation::UnderscoreEscapingWithSuffixes);
/// assert_eq!((&*sent.name, &*sent.unit), ("http_server_sent_bytes_total", "bytes"));
///
/// let sent = Prometheus::of(SENT.descriptor(), RustExporter::new().without_units());
/// assert_eq!(sent.name, "http_server_sent_total");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Prometheus {
    /// The name of the metric family, as after `# TYPE`.
    pub name: String,
    /// The names of its series: for a histogram with boundaries the name with `_bucket`, `_sum` and `_count`, for all others the
    /// name. Empty if the strategy does not export the metric.
    pub series: Vec<String>,
    /// The unit in Prometheus' words, whether the name ends with it or not; empty if there is none.
    pub unit: String,
    /// The labels that its attributes become, in the order of the attributes.
    pub labels: Vec<String>,
}

impl Prometheus {
    /// Returns the Prometheus names of a declared metric.
    ///
    /// ```
    /// use meterstick::catalog::{Prometheus, Strategy, Translation};
    /// use meterstick::prelude::*;
    /// use meterstick::unit::One;
    ///
    /// const SHARE: Metric<Gauge<f64, One>> = Meter::gauge::<f64>().unit::<One>().name("cache.hit-share");
    ///
    /// let name = |strategy: Strategy| Prometheus::of(SHARE.descriptor(), strategy).name;
    /// assert_eq!(name(Strategy::default()), "cache_hit_share_ratio");
    /// assert_eq!(name(Translation::UnderscoreEscapingWithoutSuffixes.into()), "cache_hit_share");
    /// assert_eq!(name(Translation::NoTranslation.into()), "cache.hit-share");
    /// ```
    #[must_use]
    pub fn of(metric: &Descriptor, strategy: impl Into<Strategy>) -> Self {
        let strategy = strategy.into();
        let kind = Kind::of(metric.kind);
        let keys = metric.attributes.iter().map(|field| field.key);
        let (name, unit, labels) = match strategy {
            Strategy::Translation(translation) => (
                translation.name(metric.name, metric.unit, kind),
                translation.unit(metric.unit),
                keys.map(|key| translation.label(key)).collect(),
            ),
            Strategy::RustExporter(exporter) => (
                exporter.name(metric.name, metric.unit, kind),
                exporter::unit(metric.unit),
                keys.map(exporter::label).collect(),
            ),
            Strategy::Specification => (
                specification::name(metric.name, metric.unit, kind),
                specification::unit(metric.unit),
                keys.map(specification::label).collect(),
            ),
        };
        let series = match (metric.kind, metric.exponential) {
            (InstrumentKind::Histogram, None) => {
                ["bucket", "sum", "count"].iter().map(|series| format!("{name}_{series}")).collect()
            }
            (InstrumentKind::Histogram, Some(_)) if matches!(strategy, Strategy::RustExporter(_)) => Vec::new(),
            _ => vec![name.clone()],
        };
        Self { name, series, unit, labels }
    }
}

/// The kinds of instruments that differ in their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Counter,
    Gauge,
    /// Up-down counters, which are gauges in Prometheus, and histograms.
    Other,
}

impl Kind {
    const fn of(kind: InstrumentKind) -> Self {
        match kind {
            InstrumentKind::Counter | InstrumentKind::ObservableCounter => Self::Counter,
            InstrumentKind::Gauge | InstrumentKind::ObservableGauge => Self::Gauge,
            InstrumentKind::UpDownCounter | InstrumentKind::ObservableUpDownCounter | InstrumentKind::Histogram => {
                Self::Other
            }
        }
    }
}

/// Whether a metric's name in Prometheus' classic syntax can contain a character.
const fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == ':'
}

/// Replaces each character that is not allowed by `_`.
fn escaped(text: &str, allowed: fn(char) -> bool) -> String {
    text.chars().map(|c| if allowed(c) { c } else { '_' }).collect()
}

/// Replaces several `_` in a row by one.
fn collapsed(text: &str) -> String {
    let mut last = ' ';
    let kept = |c: &char| {
        let before = core::mem::replace(&mut last, *c);
        *c != '_' || before != '_'
    };
    text.chars().filter(kept).collect()
}
