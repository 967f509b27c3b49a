//! Names by the translator that Prometheus' OTLP receiver and the collector's exporters share
//! (github.com/prometheus/otlptranslator). A test compares them with a table of its output.
// Uses `prometheus`. Used by `lint`, `prometheus::specification`, `prometheus::strategy`.

use core::fmt;

use super::{Kind, collapsed, escaped, is_plain};

/// The Prometheus names by Prometheus' OTLP receiver and the collector's Prometheus exporters: the values of their setting
/// `translation_strategy`.
///
/// ```
/// use meterstick::catalog::{Prometheus, Translation};
/// use meterstick::prelude::*;
/// use meterstick::unit::Seconds;
///
/// const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("shop.wait");
///
/// let names = Translation::ALL.map(|translation| Prometheus::of(WAIT.descriptor(), translation).name);
/// assert_eq!(names, ["shop_wait_seconds", "shop_wait", "shop.wait_seconds", "shop.wait"]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Translation {
    /// `_` replaces other characters; suffixes for the unit and the type. Prometheus' default.
    #[default]
    UnderscoreEscapingWithSuffixes,
    /// `_` replaces other characters; no suffixes.
    UnderscoreEscapingWithoutSuffixes,
    /// Names stay unchanged, in UTF-8; suffixes for the unit and the type.
    NoUtf8EscapingWithSuffixes,
    /// Names stay unchanged, without suffixes.
    NoTranslation,
}

impl Translation {
    /// All four translation strategies.
    pub const ALL: [Self; 4] = [
        Self::UnderscoreEscapingWithSuffixes,
        Self::UnderscoreEscapingWithoutSuffixes,
        Self::NoUtf8EscapingWithSuffixes,
        Self::NoTranslation,
    ];

    const fn escapes(self) -> bool {
        matches!(self, Self::UnderscoreEscapingWithSuffixes | Self::UnderscoreEscapingWithoutSuffixes)
    }

    pub(super) fn name(self, name: &str, unit: &str, kind: Kind) -> String {
        match self {
            Self::UnderscoreEscapingWithSuffixes => escaped_with_suffixes(name, unit, kind),
            Self::UnderscoreEscapingWithoutSuffixes => {
                let parts: Vec<_> = name.split(|c| !is_plain(c) && c != '_').filter(|part| !part.is_empty()).collect();
                parts.join("_")
            }
            Self::NoUtf8EscapingWithSuffixes => with_suffixes(name, unit, kind),
            Self::NoTranslation => name.to_owned(),
        }
    }

    pub(super) fn unit(self, unit: &str) -> String {
        let (main, per) = suffixes(unit);
        let [main, per] = if self.escapes() { [clean(&main), clean(&per)] } else { [main, per] };
        let unit = [main, per].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_");
        let unit = unit.strip_prefix('_').unwrap_or(&unit);
        unit.strip_suffix('_').unwrap_or(unit).to_owned()
    }

    /// Converts a key to a label, with the defaults of Prometheus' other settings: several `_` stay, and one at the beginning
    /// gets the prefix `key`.
    pub(super) fn label(self, key: &str) -> String {
        if !self.escapes() {
            return key.to_owned();
        }
        let label = escaped(key, |c| c.is_ascii_alphanumeric());
        match label.as_bytes() {
            [b'0'..=b'9', ..] => format!("key_{label}"),
            [b'_', b'_', ..] => label,
            [b'_', ..] => format!("key{label}"),
            _ => label,
        }
    }
}

impl fmt::Display for Translation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::UnderscoreEscapingWithSuffixes => "UnderscoreEscapingWithSuffixes",
            Self::UnderscoreEscapingWithoutSuffixes => "UnderscoreEscapingWithoutSuffixes",
            Self::NoUtf8EscapingWithSuffixes => "NoUTF8EscapingWithSuffixes",
            Self::NoTranslation => "NoTranslation",
        })
    }
}

/// The words of the name, followed by those of the unit and of the kind that it does not have yet.
fn escaped_with_suffixes(name: &str, unit: &str, kind: Kind) -> String {
    let (main, per) = suffixes(unit);
    let (mut main, per) = (clean(&main), clean(&per));
    let mut words: Vec<&str> = name.split(|c| !is_plain(c)).filter(|word| !word.is_empty()).collect();
    // A unit in square brackets ends with `_`, which stays if nothing of the unit follows.
    let per = if per == "per_" { "" } else { per.strip_suffix('_').unwrap_or(&per) };
    if words.contains(&main.as_str()) {
        main.clear();
    }
    let main = if per.is_empty() { &main } else { main.strip_suffix('_').unwrap_or(&main) };
    words.extend([main, per].into_iter().filter(|part| !part.is_empty()));
    if let Some(last) = type_suffix(unit, kind) {
        words.retain(|word| *word != last);
        words.push(last);
    }
    // A declared name starts with a letter, so the result does not start with a digit.
    words.join("_")
}

/// The unchanged name, with the suffixes that it does not end with yet.
fn with_suffixes(name: &str, unit: &str, kind: Kind) -> String {
    let (main, per) = suffixes(unit);
    let last = type_suffix(unit, kind).unwrap_or("");
    let mut name = without_suffix(without_suffix(name, last), &per).to_owned();
    let main = if name.ends_with(&main) { "" } else { &main };
    for suffix in [main, &per, last].into_iter().filter(|suffix| !suffix.is_empty()) {
        name.push('_');
        name.push_str(suffix);
    }
    name
}

/// The name without a suffix and the character before it, unless nothing would remain.
fn without_suffix<'a>(name: &'a str, suffix: &str) -> &'a str {
    let Some(rest) = name.strip_suffix(suffix).filter(|_| !suffix.is_empty()) else { return name };
    let mut rest = rest.chars();
    match rest.next_back() {
        Some(_) if !rest.as_str().is_empty() => rest.as_str(),
        _ => name,
    }
}

/// The last word of a name of this kind.
fn type_suffix(unit: &str, kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Counter => Some("total"),
        Kind::Gauge if unit == "1" => Some("ratio"),
        Kind::Gauge | Kind::Other => None,
    }
}

/// The words of a unit's numerator and denominator. A part with an annotation has none.
fn suffixes(unit: &str) -> (String, String) {
    let (main, per) = unit.split_once('/').unwrap_or((unit, ""));
    let known = |part: &str| !part.is_empty() && !part.contains(['{', '}']);
    let (main, per) = (main.trim(), per.trim());
    (
        if known(main) { plural(main).to_owned() } else { String::new() },
        if known(per) { format!("per_{}", singular(per)) } else { String::new() },
    )
}

/// The name of a unit with `_` for other characters: one at the beginning is removed, one at the end stays.
fn clean(unit: &str) -> String {
    let clean = collapsed(&escaped(unit, is_plain));
    clean.strip_prefix('_').unwrap_or(&clean).to_owned()
}

/// The translator's own words: `tibibytes`, and kilobytes under `KBy`, which is not their UCUM code.
fn plural(unit: &str) -> &str {
    match unit {
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
        "TiBy" => "tibibytes",
        "KBy" => "kilobytes",
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
        "1" => "",
        "%" => "percent",
        other => other,
    }
}

/// In a denominator, `m` is a minute there.
pub(super) fn singular(unit: &str) -> &str {
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
