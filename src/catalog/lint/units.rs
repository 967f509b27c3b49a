//! Lints of units, and of units in names.
// Uses `declare`, `lint`, `lint::plurals`, `lint::rule`, `number`. Used by `lint`, `lint::conventions`.

use super::plurals::Nouns;
use super::{Found, Lint, last, last_word, words};
use crate::declare::{Descriptor, InstrumentKind};
use crate::number::Form;

pub(super) fn check(metric: &Descriptor, nouns: &Nouns, found: &mut Found) {
    if let Some(word) = words(metric.name).find(|word| UNITS.contains(word)) {
        let rest: Vec<_> = words(last(metric.name)).filter(|other| *other != word).collect();
        let fix = match rest.is_empty() {
            _ if metric.unit.is_empty() => format!("remove `{word}`, and declare it with that unit"),
            true => format!("name it for what it measures, without `{word}`: the unit is `{}`", metric.unit),
            false => format!("remove `{word}`: the unit is `{}` already", metric.unit),
        };
        found.add(metric, Lint::UnitInName, fix);
    }
    check_prefixes(metric, found);
    check_annotations(metric, nouns, found);
    if is_count_without_a_unit(metric) {
        let name = last(metric.name);
        let counted = nouns.singular(name).unwrap_or_else(|| name.to_owned());
        let fix = format!("make a unit of it: `meterstick::unit! {{ pub Counted = \"{{{counted}}}\" }}`");
        found.add(metric, Lint::CountUnit, fix);
    }
}

/// A sum of integers in `1` is a count. Without a unit, so is any sum and any histogram; a gauge can be a state, a code or
/// information.
fn is_count_without_a_unit(metric: &Descriptor) -> bool {
    match metric.unit {
        "1" => metric.kind.is_sum() && metric.form == Form::Integer,
        "" => (metric.kind.is_sum() || metric.kind == InstrumentKind::Histogram) && last_word(metric.name) != "info",
        _ => false,
    }
}

fn check_prefixes(metric: &Descriptor, found: &mut Found) {
    for code in atoms(metric.unit) {
        if matches!(code, "ns" | "us" | "ms" | "min" | "h" | "d" | "wk" | "mo" | "a") {
            // A rate per hour is not a duration.
            if metric.unit == code {
                found.add(
                    metric,
                    Lint::DurationUnit,
                    "declare it with `.unit::<Seconds>()`: other units of time convert to it",
                );
                return;
            }
        } else if let Some(base) = without_prefix(code) {
            found.add(metric, Lint::PrefixedUnit, format!("declare it in `{base}`: other units convert to it"));
            return;
        }
    }
}

/// A unit may have several: `{error}/{requests}`.
fn check_annotations(metric: &Descriptor, nouns: &Nouns, found: &mut Found) {
    let annotations = || annotations(metric.unit);
    if let Some((_, one)) = annotations().find(|(before, _)| is_one(before)) {
        found.add(metric, Lint::AnnotatedOne, format!("write `{{{one}}}`"));
    }
    if let Some(singular) = annotations().find_map(|(_, annotation)| nouns.singular(annotation)) {
        found.add(metric, Lint::PluralAnnotation, format!("write `{{{singular}}}`"));
    }
}

/// The annotations in a unit, each with the text before it.
fn annotations(unit: &str) -> impl Iterator<Item = (&str, &str)> {
    unit.match_indices('{').map(move |(start, _)| {
        let rest = &unit[start + 1..];
        (&unit[..start], &rest[..rest.find('}').unwrap_or(rest.len())])
    })
}

/// Whether a part of a unit ends in the number 1, which is not part of another number.
fn is_one(part: &str) -> bool {
    part.strip_suffix('1').is_some_and(|before| before.is_empty() || before.ends_with(['/', '.', '(']))
}

/// The units of which a unit consists.
fn atoms(unit: &str) -> impl Iterator<Item = &str> {
    // The text of an annotation can contain the characters that separate units.
    let plain = unit.split('{').enumerate().map(|(i, part)| if i == 0 { part } else { after_annotation(part) });
    plain.flat_map(|part| part.split(['/', '.'])).filter(|code| !code.is_empty())
}

fn after_annotation(part: &str) -> &str {
    part.split_once('}').map_or("", |(_, rest)| rest)
}

/// The unit without its prefix.
fn without_prefix(code: &str) -> Option<&str> {
    const BASES: [&str; 16] = ["By", "bit", "m", "g", "s", "W", "Wh", "V", "A", "J", "Hz", "K", "Cel", "L", "Pa", "B"];
    const PREFIXES: [&str; 19] =
        ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "k", "M", "G", "T", "P", "E", "m", "u", "n", "p", "c", "d", "h"];
    if BASES.contains(&code) || ["min", "cd", "Pa", "mol"].contains(&code) {
        return None;
    }
    PREFIXES.iter().filter_map(|prefix| code.strip_prefix(prefix)).find(|base| BASES.contains(base))
}

/// Words that are only used as units in names.
pub(super) const UNITS: [&str; 46] = [
    "nanos",
    "nanoseconds",
    "nanosecond",
    "ns",
    "micros",
    "microseconds",
    "microsecond",
    "us",
    "millis",
    "milliseconds",
    "millisecond",
    "ms",
    "seconds",
    "second",
    "secs",
    "minutes",
    "hours",
    "days",
    "bits",
    "bytes",
    "kilobytes",
    "megabytes",
    "gigabytes",
    "terabytes",
    "kibibytes",
    "mebibytes",
    "gibibytes",
    "tebibytes",
    "kb",
    "mb",
    "gb",
    "kib",
    "mib",
    "gib",
    "percent",
    "celsius",
    "fahrenheit",
    "kelvin",
    "hertz",
    "hz",
    "meters",
    "grams",
    "joules",
    "watts",
    "volts",
    "amperes",
];
