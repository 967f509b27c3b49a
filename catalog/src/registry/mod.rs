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

/// The name that is most like one, if one is.
pub(crate) fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let most = (name.chars().count() / 4).max(1);
    let near = names.map(|other| (distance(name, other, most), other)).filter(|(distance, _)| *distance <= most);
    near.min().map(|(_, other)| other)
}

/// How many letters are to be changed to get from one to the other; more than `most` is all the same.
fn distance(one: &str, other: &str, most: usize) -> usize {
    if one.len().abs_diff(other.len()) > most {
        return most + 1;
    }
    let other: Vec<_> = other.chars().collect();
    let mut row: Vec<_> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = before + usize::from(a != *b);
            before = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[other.len()]
}
