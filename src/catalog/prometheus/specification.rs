//! Names by the text of the specification (*Compatibility, Prometheus and OpenMetrics: OTLP metric points to Prometheus*).
// Uses `prometheus`, `prometheus::translator`. Used by `prometheus`.

use super::translator::singular;
use super::{Kind, collapsed, escaped, is_plain};

pub(super) fn name(name: &str, code: &str, kind: Kind) -> String {
    let mut name = collapsed(&escaped(name, |c| is_plain(c) || c == '_'));
    if kind == Kind::Counter {
        // The unit comes before the suffix of the type.
        name.truncate(name.strip_suffix("_total").map_or(name.len(), str::len));
    }
    let unit = unit(code);
    if !unit.is_empty() && !format!("_{name}_").contains(&format!("_{unit}_")) {
        name = format!("{name}_{unit}");
    }
    if kind == Kind::Counter {
        name += "_total";
    }
    collapsed(&name)
}

/// Converts a key to a label: a digit at the beginning is not allowed there.
pub(super) fn label(key: &str) -> String {
    let label = escaped(key, |c| c.is_ascii_alphanumeric());
    match label.strip_prefix(|c: char| c.is_ascii_digit()) {
        Some(rest) => collapsed(&format!("_{rest}")),
        None => collapsed(&label),
    }
}

/// The words of a unit, without its annotations.
pub(super) fn unit(code: &str) -> String {
    let code = without_annotations(code);
    if code == "1" {
        return "ratio".to_owned();
    }
    let (main, per) = code.split_once('/').unwrap_or((&code, ""));
    let words = |unit: &str| {
        let words = collapsed(&escaped(unit, is_plain));
        words.trim_matches('_').to_owned()
    };
    let main = if main == "1" { String::new() } else { words(word(main)) };
    let per = words(singular(per));
    match (main.is_empty(), per.is_empty()) {
        (_, true) => main,
        (true, false) => format!("per_{per}"),
        (false, false) => format!("{main}_per_{per}"),
    }
}

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

/// The word for an abbreviation.
fn word(unit: &str) -> &str {
    match unit {
        "wk" => "weeks",
        "d" => "days",
        "h" => "hours",
        "min" => "minutes",
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "bit" => "bits",
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
        "[degF]" => "fahrenheit",
        "K" => "kelvin",
        "Hz" => "hertz",
        "%" => "percent",
        other => other,
    }
}
