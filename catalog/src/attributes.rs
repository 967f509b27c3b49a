//! Compares the attributes of a metric in two catalogues.
// Uses `change`, `document`, `renamed`. Used by `metrics`.

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
                let like = like.map_or_else(String::new, |after| format!(": `{}` is new and similar", after.key));
                changes.breaking(format!("its attribute `{}` was removed{like}", before.key));
            }
        }
    }
    for after in new.iter().filter(|after| old.iter().all(|before| before.key != after.key)) {
        let key = &after.key;
        if after.required {
            // One series becomes several: a query that selects or joins by all of its labels no longer finds it.
            changes.breaking(format!("its attribute `{key}` is new and always present"));
        } else {
            changes.compatible(format!("its attribute `{key}` is new"));
        }
    }
}

fn attribute(before: &AttributeEntry, after: &AttributeEntry, changes: &mut Changes<'_>) {
    let key = &before.key;
    match (before.required, after.required) {
        (true, false) => changes.breaking(format!("its attribute `{key}` is no longer always present")),
        (false, true) => changes.compatible(format!("its attribute `{key}` is always present now")),
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
        // A value that is no longer named is still possible.
        if after.open {
            changes.compatible(format!("its attribute `{key}` no longer names the value `{value}`"));
        } else {
            changes.breaking(format!("its attribute `{key}` no longer has the value `{value}`"));
        }
    }
    for value in after.values.iter().filter(|value| !before.values.contains(value)) {
        match (before.open, after.open) {
            (false, _) => changes.compatible(format!("its attribute `{key}` has a new value, `{value}`")),
            // It could have it before.
            (true, true) => changes.compatible(format!("its attribute `{key}` names the value `{value}` now")),
            // Its values are listed above.
            (true, false) => {}
        }
    }
}

/// The list of known values.
fn list(attribute: &AttributeEntry) -> String {
    let values: Vec<_> = attribute.values.iter().map(|value| format!("`{value}`")).collect();
    match values.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        Some((only, _)) => only.clone(),
        None => "those that are known".to_owned(),
    }
}
