//! The names of all metrics.

use meterstick_catalog::registry::Registry;

/// A list that does not depend on features: to know a name is not to have its constant.
pub fn list(facts: &Registry) -> String {
    let names: String = facts.metrics.keys().map(|name| format!("{name:?},\n")).collect();
    format!(
        "/// The names of all metrics of the conventions that are not deprecated, in order, whatever features are on.\n\
         pub const METRIC_NAMES: &[&str] = &[\n{names}];\n"
    )
}
