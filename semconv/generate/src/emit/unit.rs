//! The units of what is counted.

use meterstick_catalog::generate::unit::{Units, annotation, declarations};

pub fn counts(units: &Units) -> String {
    // What is no annotation is declared by hand, with the rule that it breaks.
    let counts = units.declared().into_iter().filter(|(_, code)| annotation(code).is_some());
    format!("//! What the metrics count.\n\nmeterstick::unit! {{\n{}\n}}\n", declarations(counts))
}
