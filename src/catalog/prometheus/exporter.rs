//! Names by the crate `opentelemetry-prometheus` 0.33. A test compares them with its output.
// Uses `prometheus`. Used by `lint`, `markdown`, `prometheus`, `prometheus::strategy`.

use core::fmt;

use super::{Kind, escaped, is_plain};

/// Prometheus names by the crate `opentelemetry-prometheus` 0.33, with the options of its builder that change names.
///
/// It appends the unit and `_total` even to a name that has them already. It exports no exponential histograms.
///
/// ```
/// use meterstick::catalog::{Prometheus, RustExporter};
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop_sent_bytes_total");
///
/// let name = |exporter| Prometheus::of(SENT.descriptor(), exporter).name;
/// assert_eq!(name(RustExporter::new()), "shop_sent_bytes_total_bytes_total");
/// // Names that were Prometheus' before stay as they are.
/// assert_eq!(name(RustExporter::new().without_units().without_counter_suffixes()), "shop_sent_bytes_total");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RustExporter {
    units: bool,
    counter_suffixes: bool,
    namespace: Option<&'static str>,
}

impl RustExporter {
    /// Makes the exporter without options.
    #[must_use]
    pub const fn new() -> Self {
        Self { units: true, counter_suffixes: true, namespace: None }
    }

    /// Sets the option `without_units`: no unit is appended.
    #[must_use]
    pub const fn without_units(self) -> Self {
        Self { units: false, ..self }
    }

    /// Sets the option `without_counter_suffixes`: no `_total` is appended.
    #[must_use]
    pub const fn without_counter_suffixes(self) -> Self {
        Self { counter_suffixes: false, ..self }
    }

    /// Sets the option `with_namespace`: all names have a prefix.
    ///
    /// ```
    /// use meterstick::catalog::{Prometheus, RustExporter};
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Celsius;
    ///
    /// const ATTIC: Metric<Gauge<f64, Celsius>> = Meter::gauge::<f64>().unit::<Celsius>().name("attic");
    ///
    /// let attic = Prometheus::of(ATTIC.descriptor(), RustExporter::new().with_namespace("house"));
    /// assert_eq!(attic.name, "house_attic_celsius");
    /// ```
    #[must_use]
    pub const fn with_namespace(self, namespace: &'static str) -> Self {
        Self { namespace: Some(namespace), ..self }
    }

    pub(super) fn name(self, name: &str, code: &str, kind: Kind) -> String {
        let mut full = String::new();
        if let Some(namespace) = self.namespace {
            full += namespace;
            if !namespace.ends_with('_') {
                full.push('_');
            }
        }
        full += &escaped(name, |c| is_plain(c) || c == '_');
        let unit = unit(code);
        if self.units && !unit.is_empty() {
            full += "_";
            full += &unit;
        }
        if self.counter_suffixes && kind == Kind::Counter {
            full += "_total";
        }
        full
    }
}

impl Default for RustExporter {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for RustExporter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("opentelemetry-prometheus")?;
        if !self.units {
            f.write_str(" without_units")?;
        }
        if !self.counter_suffixes {
            f.write_str(" without_counter_suffixes")?;
        }
        if let Some(namespace) = self.namespace {
            write!(f, " with_namespace({namespace:?})")?;
        }
        Ok(())
    }
}

/// Converts a key to a label: a colon and a digit at the beginning stay.
pub(super) fn label(key: &str) -> String {
    escaped(key, is_plain)
}

/// The words of a unit; empty for one that the exporter does not know.
pub(super) fn unit(code: &str) -> String {
    if let Some(unit) = word(code) {
        return unit.to_owned();
    }
    let Some((main, per)) = code.split_once('/') else { return String::new() };
    let per = match per {
        "s" => "second",
        "m" => "minute",
        "h" => "hour",
        "d" => "day",
        "w" => "week",
        "mo" => "month",
        "y" => "year",
        _ => return String::new(),
    };
    // A unit of time before the `/` is left out: `s/min` becomes `per_min`.
    let time = ["1", "d", "h", "min", "s", "ms", "us", "ns"];
    match word(main).filter(|_| !time.contains(&main)) {
        Some(main) => format!("{main}_per_{per}"),
        None => format!("per_{per}"),
    }
}

fn word(code: &str) -> Option<&'static str> {
    Some(match code {
        "d" => "days",
        "h" => "hours",
        "min" => "minutes",
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "By" | "B" => "bytes",
        "KiBy" => "kibibytes",
        "MiBy" => "mebibytes",
        "GiBy" => "gibibytes",
        "TiBy" => "tibibytes",
        "KBy" | "KB" => "kilobytes",
        "MBy" | "MB" => "megabytes",
        "GBy" | "GB" => "gigabytes",
        "TBy" | "TB" => "terabytes",
        "m" => "meters",
        "V" => "volts",
        "A" => "amperes",
        "J" => "joules",
        "W" => "watts",
        "g" => "grams",
        "Cel" => "celsius",
        "Hz" => "hertz",
        "1" => "ratio",
        "%" => "percent",
        _ => return None,
    })
}
