//! Attributes, before and after.

use meterstick::ValueType;

use crate::change::Changes;
use crate::document::AttributeEntry;
use crate::renamed;

pub(crate) fn compare(old: &[AttributeEntry], new: &[AttributeEntry], changes: &mut Changes<'_>) {
    let (olds, news): (Vec<_>, Vec<_>) = (old.iter().collect(), new.iter().collect());
    for before in old {
        match new.iter().find(|after| after.key == before.key) {
            Some(after) => attribute(before, after, changes),
            None => {
                let like = renamed::attribute(before, &olds, &news);
                let like =
                    like.map_or_else(String::new, |after| format!(": `{}`, which is new, is like it", after.key));
                changes.breaking(format!("its attribute `{}` is gone{like}", before.key));
            }
        }
    }
    for after in new.iter().filter(|after| old.iter().all(|before| before.key != after.key)) {
        let key = &after.key;
        if after.required {
            // A series that was one is several now: what selects or joins by all of its labels finds it no more.
            changes.breaking(format!("its attribute `{key}` is new and always there"));
        } else {
            changes.compatible(format!("its attribute `{key}` is new"));
        }
    }
}

fn attribute(before: &AttributeEntry, after: &AttributeEntry, changes: &mut Changes<'_>) {
    let key = &before.key;
    match (before.required, after.required) {
        (true, false) => changes.breaking(format!("its attribute `{key}` is no longer always there")),
        (false, true) => changes.compatible(format!("its attribute `{key}` is always there now")),
        _ => {}
    }
    if before.ty != after.ty {
        changes.breaking(format!("its attribute `{key}` is of another type: {:?}, not {:?}", after.ty, before.ty));
        return;
    }
    match (before.open, after.open) {
        (true, false) => {
            changes.breaking(format!("its attribute `{key}` can have no other values than {} now", list(after)))
        }
        (false, true) => changes.compatible(format!("its attribute `{key}` can have other values now")),
        _ => {}
    }
    for value in before.values.iter().filter(|value| !after.values.contains(value)) {
        // One that is not named any more can still come.
        if after.open {
            changes.compatible(format!("its attribute `{key}` does not name the value `{value}` any more"));
        } else {
            changes.breaking(format!("its attribute `{key}` has no value `{value}` any more"));
        }
    }
    for value in after.values.iter().filter(|value| !before.values.contains(value)) {
        // Of an attribute that was open, it could come before.
        if !before.open {
            changes.compatible(format!("its attribute `{key}` has a new value, `{value}`"));
        }
    }
}

/// The values that there are.
fn list(attribute: &AttributeEntry) -> String {
    let values: Vec<_> = attribute.values.iter().map(|value| format!("`{value}`")).collect();
    match (attribute.ty, values.split_last()) {
        (ValueType::Bool, _) => "`false` and `true`".to_owned(),
        (_, Some((last, others))) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        (_, Some((only, _))) => only.clone(),
        (_, None) => "those that are known".to_owned(),
    }
}
