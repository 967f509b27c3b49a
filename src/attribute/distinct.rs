//! The rule that the keys of a set are distinct, where sets are joined: in a pair, and by `flatten`.
// Uses `message`, `set`. Used by `declare`, `derived`, `group`, `instrument`, `pair`, `trace`.

use super::set::{Field, repeated};
use crate::message::Message;

/// The number of attributes that the SDK keeps of a span by default; it drops further ones.
pub(super) const MOST: usize = 128;

/// Panics if the keys of a pair of sets are not distinct (*Common, attribute collections*).
#[track_caller]
pub(crate) const fn assert_distinct(fields: &[Field]) {
    let mut i = 0;
    while i < fields.len() {
        let (before, after) = fields.split_at(i);
        if let Some(key) = repeated(before, after.split_at(1).0) {
            let rule = Message::of(&[
                "the keys of a set are distinct, and both sets of this pair have `",
                key,
                "`: give one of the two another key, or the sets different prefixes",
            ]);
            panic!("{}", rule.as_str());
        }
        i += 1;
    }
}

/// Checks a flattened set beside the sets before it (*Common, attribute collections*).
///
/// # Panics
///
/// If the set repeats one of their keys or of its own, or if all together have more than 128.
#[track_caller]
pub const fn distinct(before: &[&[Field]], set: &[Field]) {
    assert_distinct(set);
    let mut len = set.len();
    let mut i = 0;
    while i < before.len() {
        if let Some(key) = repeated(set, before[i]) {
            let rule = Message::of(&[
                "the keys of a set are distinct, and this flattened set has `",
                key,
                "`, which another field has already: give one of the two another key, or the sets different prefixes",
            ]);
            panic!("{}", rule.as_str());
        }
        len += before[i].len();
        i += 1;
    }
    assert!(len <= MOST, "a set has at most 128 attributes, and with this flattened set it has more: flatten fewer");
}
