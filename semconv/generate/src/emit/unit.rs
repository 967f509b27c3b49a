//! The units of what is counted.

use crate::facts::Facts;
use crate::unit;

pub fn counts(facts: &Facts) -> String {
    let units = unit::counts(facts);
    let units: Vec<_> =
        units.iter().map(|(name, code)| format!("    /// `{code}`.\n    pub {name} = \"{code}\"")).collect();
    format!("//! What the metrics count.\n\nmeterstick::unit! {{\n{}\n}}\n", units.join(";\n"))
}
