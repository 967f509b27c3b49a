//! The rule for a narrower attribute set that replaces the declared one.
// Uses `set`. Used by `catalog`, `declare`, `instrument`.

use super::set::{Field, same};

/// Panics unless `new` can replace `declared`: each of its attributes is a declared one of the same type, and required attributes
/// stay required.
///
/// If nothing is declared, every set is accepted. Each set is its fields and whether it takes any keys beside.
#[track_caller]
pub(crate) const fn assert_narrower(declared: (&[Field], bool), new: (&[Field], bool)) {
    if declared.0.is_empty() {
        return;
    }
    if let Some([before, key, after]) = broken(declared, new) {
        refuse(before, key, after);
    }
}

/// Whether `new` can replace `declared`, which is a set that is declared.
pub(crate) const fn is_narrower(declared: (&[Field], bool), new: (&[Field], bool)) -> bool {
    broken(declared, new).is_none()
}

/// The rule that `new` breaks: what is before the key, the key, and what is after it.
const fn broken((declared, declares_any): (&[Field], bool), (new, any): (&[Field], bool)) -> Option<[&'static str; 3]> {
    if any && !declares_any {
        return Some([
            "a declared attribute set is replaced by a narrower one, and `",
            "KeyValues",
            "` is not narrower: derive `Attributes` on a struct",
        ]);
    }
    let mut i = 0;
    while i < declared.len() {
        let required = declared[i];
        if required.required && !matches!(find(new, required.key), Some(Field { required: true, .. })) {
            return Some([
                "a narrower set keeps the required attributes, and this one does not always have `",
                required.key,
                "`: add a field for it that is not an `Option`",
            ]);
        }
        i += 1;
    }
    let mut i = 0;
    while i < new.len() {
        match find(declared, new[i].key) {
            None if declares_any => {}
            None => {
                return Some([
                    "a narrower set has attributes of the declared one only, and that has no `",
                    new[i].key,
                    "`: remove the field, or declare another metric",
                ]);
            }
            Some(of) if of.ty as u8 != new[i].ty as u8 => {
                return Some([
                    "an attribute keeps its type in a narrower set, and `",
                    new[i].key,
                    "` does not: give its field the declared set's type",
                ]);
            }
            Some(_) => {}
        }
        i += 1;
    }
    None
}

const fn find(fields: &[Field], key: &str) -> Option<Field> {
    let mut i = 0;
    while i < fields.len() {
        if same(fields[i].key.as_bytes(), key.as_bytes()) {
            return Some(fields[i]);
        }
        i += 1;
    }
    None
}

/// Panics with the parts joined, because const evaluation cannot format.
#[track_caller]
const fn refuse(before: &str, key: &str, after: &str) -> ! {
    const MOST: usize = 512;
    let mut message = [0; MOST];
    let parts = [before.as_bytes(), key.as_bytes(), after.as_bytes()];
    let (mut part, mut at) = (0, 0);
    while part < parts.len() {
        let mut i = 0;
        while i < parts[part].len() && at < MOST {
            message[at] = parts[part][i];
            at += 1;
            i += 1;
        }
        part += 1;
    }
    match core::str::from_utf8(message.split_at(at).0) {
        Ok(rule) => panic!("{}", rule),
        // A key that is too long was cut within a character.
        Err(_) => panic!("{}", before),
    }
}
