//! Names as Prometheus has them.

use crate::declare::{Descriptor, InstrumentKind};

/// What a metric is called once it is in Prometheus (*Compatibility, Prometheus and OpenMetrics: OTLP metric points to
/// Prometheus*).
///
/// ```
/// use meterstick::catalog::Prometheus;
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("http.server.sent");
///
/// let sent = Prometheus::of(SENT.descriptor());
/// assert_eq!(sent.name, "http_server_sent_bytes_total");
/// assert_eq!(sent.unit, "bytes");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Prometheus {
    /// The metric's name. A histogram with boundaries has series of this name with `_bucket`, `_sum` and `_count`.
    pub name: String,
    /// The unit, as it is in the name; empty if there is none.
    pub unit: String,
    /// The labels that its attributes become, in their order.
    pub labels: Vec<String>,
}

impl Prometheus {
    /// What a declared metric is called.
    ///
    /// ```
    /// use meterstick::catalog::Prometheus;
    /// use meterstick::prelude::*;
    /// use meterstick::unit::One;
    ///
    /// const SHARE: Metric<Gauge<f64, One>> = Meter::gauge::<f64>().unit::<One>().name("cache.hit-share");
    /// assert_eq!(Prometheus::of(SHARE.descriptor()).name, "cache_hit_share_ratio");
    /// ```
    #[must_use]
    pub fn of(metric: &Descriptor) -> Self {
        let (main, per) = units(metric.unit);
        let mut parts: Vec<_> = split(metric.name).collect();
        for unit in [&main, &per] {
            if !unit.is_empty() && !parts.contains(&unit.as_str()) {
                parts.push(unit);
            }
        }
        let last = match metric.kind {
            InstrumentKind::Counter | InstrumentKind::ObservableCounter => Some("total"),
            InstrumentKind::Gauge | InstrumentKind::ObservableGauge if metric.unit == "1" => Some("ratio"),
            _ => None,
        };
        if let Some(last) = last {
            parts.retain(|part| *part != last);
            parts.push(last);
        }
        let name = parts.join("_");
        let unit = [main, per].into_iter().filter(|unit| !unit.is_empty()).collect::<Vec<_>>().join("_");
        Self { name, unit, labels: metric.attributes.iter().map(|field| label(field.key)).collect() }
    }
}

/// The parts of a name that Prometheus takes as they are.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != ':').filter(|part| !part.is_empty())
}

fn clean(text: &str) -> String {
    split(text).collect::<Vec<_>>().join("_")
}

/// The unit and what it is per, in Prometheus' words.
fn units(code: &str) -> (String, String) {
    let code = without_annotations(code);
    let (main, per) = code.split_once('/').unwrap_or((&code, ""));
    let per = clean(singular(per));
    (clean(plural(main)), if per.is_empty() { per } else { format!("per_{per}") })
}

/// What is in braces is no part of a unit.
fn without_annotations(code: &str) -> String {
    let mut depth = 0_usize;
    code.chars()
        .filter(|c| {
            let outside = depth == 0 && *c != '{';
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            outside
        })
        .collect()
}

fn plural(unit: &str) -> &str {
    match unit {
        "1" => "",
        "d" => "days",
        "h" => "hours",
        "min" => "minutes",
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "By" => "bytes",
        "KiBy" => "kibibytes",
        "MiBy" => "mebibytes",
        "GiBy" => "gibibytes",
        "TiBy" => "tebibytes",
        "kBy" => "kilobytes",
        "MBy" => "megabytes",
        "GBy" => "gigabytes",
        "TBy" => "terabytes",
        "m" => "meters",
        "V" => "volts",
        "A" => "amperes",
        "J" => "joules",
        "W" => "watts",
        "g" => "grams",
        "Cel" => "celsius",
        "Hz" => "hertz",
        "%" => "percent",
        other => other,
    }
}

/// As the translators have them: there, `m` is a minute.
fn singular(unit: &str) -> &str {
    match unit {
        "s" => "second",
        "m" => "minute",
        "h" => "hour",
        "d" => "day",
        "w" => "week",
        "mo" => "month",
        "y" => "year",
        other => other,
    }
}

/// The label that a key becomes.
pub(super) fn label(key: &str) -> String {
    let label: String = key.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    match label.as_bytes() {
        [b'0'..=b'9', ..] => format!("key_{label}"),
        [b'_', next, ..] if *next != b'_' => format!("key{label}"),
        _ => label,
    }
}
