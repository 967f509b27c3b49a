//! Attributes, before and after.

use crate::document::Attribute;

use crate::change::Changes;

pub(crate) fn compare(old: &[Attribute], new: &[Attribute], changes: &mut Changes<'_>) {
    for before in old {
        match new.iter().find(|after| after.key == before.key) {
            Some(after) => attribute(before, after, changes),
            None => changes.breaking(format!("its attribute `{}` is gone", before.key)),
        }
    }
    for after in new.iter().filter(|after| old.iter().all(|before| before.key != after.key)) {
        changes.compatible(format!("its attribute `{}` is new", after.key));
    }
}

fn attribute(before: &Attribute, after: &Attribute, changes: &mut Changes<'_>) {
    let key = &before.key;
    if before.ty != after.ty {
        changes.breaking(format!("its attribute `{key}` is of another type: {:?}, not {:?}", after.ty, before.ty));
    }
    match (before.required, after.required) {
        (true, false) => changes.breaking(format!("its attribute `{key}` is no longer always there")),
        (false, true) => changes.compatible(format!("its attribute `{key}` is always there now")),
        _ => {}
    }
    // Where no values are listed, any can come.
    if after.values.is_empty() && !before.values.is_empty() {
        changes.compatible(format!("its attribute `{key}` can have any value now"));
        return;
    }
    for value in before.values.iter().filter(|value| !after.values.contains(value)) {
        changes.breaking(format!("its attribute `{key}` has no value `{value}` any more"));
    }
    if !before.values.is_empty() {
        for value in after.values.iter().filter(|value| !before.values.contains(value)) {
            changes.compatible(format!("its attribute `{key}` has a new value, `{value}`"));
        }
    }
}
