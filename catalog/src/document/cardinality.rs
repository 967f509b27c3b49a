//! Whether attributes can have a number of possible sets.
// Uses `document`. Used by `document`.

use meterstick::ValueType;

use super::MetricEntry;

/// Checks the number of possible sets of a metric's attributes, if there is one.
///
/// The attributes of an optional set are absent together or not at all, and a document does not say which ones are. So the number
/// of sets has a minimum, at which all that can be absent are so together, and a maximum, at which each is so on its own.
pub(super) fn check(metric: &MetricEntry) -> Result<(), String> {
    let (attributes, Some(sets)) = (&metric.attributes, metric.cardinality) else { return Ok(()) };
    if metric.any_keys {
        return Err("the number of possible sets is not known, because attributes can have any keys".to_owned());
    }
    if let Some(open) = attributes.iter().find(|attribute| attribute.open) {
        return Err(format!("the number of possible sets is not known, because `{}` can have any value", open.key));
    }
    let (mut always, mut together, mut alone) = (1_usize, 1_usize, 1_usize);
    for attribute in attributes {
        let values = match attribute.ty {
            ValueType::Bool => 2,
            _ if attribute.values.is_empty() => return Ok(()),
            _ => attribute.values.len(),
        };
        if attribute.required {
            always = always.saturating_mul(values);
        } else {
            together = together.saturating_mul(values);
            alone = alone.saturating_mul(values.saturating_add(1));
        }
    }
    let absent = usize::from(attributes.iter().any(|attribute| !attribute.required));
    let (least, most) = (always.saturating_mul(together.saturating_add(absent)), always.saturating_mul(alone));
    match (least..=most).contains(&sets) {
        true => Ok(()),
        false if least == most => Err(format!("the number of possible sets is {most}, not {sets}")),
        false => Err(format!("the number of possible sets is from {least} to {most}, not {sets}")),
    }
}
