//! The units' types.

use std::collections::BTreeMap;

use crate::Result;
use crate::facts::{Facts, Instrument, Metric};
use crate::name::{camel, plural};

/// A unit's type, and what the file that names it has to import of `meterstick::unit`.
pub struct Unit {
    pub path: String,
    pub imports: &'static [&'static str],
}

pub fn of(metric: &Metric) -> Result<Unit> {
    let adds = matches!(metric.instrument, Instrument::Counter | Instrument::UpDownCounter);
    let (path, imports): (_, &[_]) = match metric.unit.as_str() {
        "1" => ("One", &["One"]),
        "s" => ("Seconds", &["Seconds"]),
        "ms" => ("Millis", &["Millis"]),
        "By" => ("Bytes", &["Bytes"]),
        "By/s" => ("Per<Bytes, Seconds>", &["Bytes", "Per", "Seconds"]),
        "Cel" => ("Celsius", &["Celsius"]),
        "Hz" => ("Hertz", &["Hertz"]),
        "J" => ("Joules", &["Joules"]),
        "V" => ("Volts", &["Volts"]),
        "W" => ("Watts", &["Watts"]),
        "%" if adds => ("unit::PercentagePoints", &[]),
        "%" => ("Percent", &["Percent"]),
        "rpm" => ("unit::RevolutionsPerMinute", &[]),
        code => match annotation(code) {
            Some(noun) => return Ok(Unit { path: format!("unit::{}", counted(noun)), imports: &[] }),
            None => return Err(format!("there is no unit for `{code}`: add one").into()),
        },
    };
    Ok(Unit { path: path.to_owned(), imports })
}

/// The units of what is counted: their types and codes.
pub fn counts(facts: &Facts) -> BTreeMap<String, &str> {
    let units = facts.metrics.values().map(|metric| metric.unit.as_str());
    units.filter_map(|code| Some((counted(annotation(code)?), code))).collect()
}

/// What a unit's annotation counts.
pub fn annotation(code: &str) -> Option<&str> {
    code.strip_prefix('{')?.strip_suffix('}')
}

fn counted(noun: &str) -> String {
    camel(&plural(noun))
}
