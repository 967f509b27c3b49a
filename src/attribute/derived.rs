//! What derived code calls. It can change with any release.
// Uses `distinct`, `keys`, `number`, `set`, `unit`, `value`. Used by `closed`, `pair`, `set`, `trace`.

use core::fmt::Display;

use super::distinct::MOST;
pub use super::distinct::distinct;
use super::keys::{FieldKey, SetKeys};
use super::set::Field;
use super::value::{ValueRef, ValueType};
use crate::number::Number;
use crate::unit::{Quantity, Unit};

/// Makes the typed key of a field.
#[must_use]
pub const fn key<T>(key: &'static str) -> FieldKey<T> {
    FieldKey::new(key)
}

/// Makes the typed keys of a flattened set.
#[must_use]
pub const fn keys<A>() -> SetKeys<A> {
    SetKeys::new()
}

/// The number of possible sets, if every attribute is closed. It saturates at `usize::MAX`.
#[must_use]
pub const fn product(cardinalities: &[Option<usize>]) -> Option<usize> {
    let mut product = 1_usize;
    let mut i = 0;
    while i < cardinalities.len() {
        product = match cardinalities[i] {
            Some(cardinality) => product.saturating_mul(cardinality),
            None => return None,
        };
        i += 1;
    }
    Some(product)
}

/// Appends a digit to a slot. An open value has no digit, and a set that is too large has no slots: then any number is correct.
///
/// # Panics
///
/// If the index is not below the cardinality: the slot would be that of another set, or of another instrument.
#[inline]
#[must_use]
#[track_caller]
pub const fn digit(slot: usize, (cardinality, index): (Option<usize>, usize)) -> usize {
    match cardinality {
        // A product that was too large to count is `usize::MAX`.
        Some(base) if index < base || base == usize::MAX => slot.wrapping_mul(base).wrapping_add(index),
        Some(_) => panic!("the `index` of an attribute's value is below the `CARDINALITY` of its type"),
        None => slot,
    }
}

/// Panics: no value has this index.
#[cold]
#[track_caller]
pub fn no_value(index: usize) -> ! {
    panic!("no value has the index {index}")
}

/// The fields of several sets, one after the other.
#[derive(Debug)]
pub struct Joined {
    fields: [Field; MOST],
    len: usize,
}

/// Joins the fields of several sets.
#[must_use]
pub const fn join(sets: &[&[Field]]) -> Joined {
    const NONE: Field = Field::new("", ValueType::Any);
    let mut joined = Joined { fields: [NONE; MOST], len: 0 };
    let mut i = 0;
    while i < sets.len() {
        let mut j = 0;
        while j < sets[i].len() {
            assert!(joined.len < MOST, "a set has at most 128 attributes");
            joined.fields[joined.len] = sets[i][j];
            joined.len += 1;
            j += 1;
        }
        i += 1;
    }
    joined
}

/// Returns the joined fields.
#[must_use]
pub const fn slice(joined: &Joined) -> &[Field] {
    joined.fields.split_at(joined.len).0
}

/// A value that becomes an attribute by its `Display`.
#[diagnostic::on_unimplemented(
    message = "an attribute that is displayed has a `Display`, and `{Self}` has none",
    label = "does not implement `Display`",
    note = "write `impl std::fmt::Display for {Self}`, or derive `AttributeValue` and leave `display` out"
)]
pub trait Displayed {
    /// Returns a value that is displayed when it is exported.
    fn shown(&self) -> ValueRef<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: Display> Displayed for T {
    #[inline]
    fn shown(&self) -> ValueRef<'_> {
        ValueRef::Display(self)
    }
}

/// Returns a value that is displayed when it is exported.
#[inline]
pub fn shown<T: Displayed>(value: &T) -> ValueRef<'_> {
    value.shown()
}

/// The fields of a set that is optional as a whole.
#[must_use]
pub const fn optional(set: &[Field]) -> Joined {
    let mut joined = join(&[set]);
    let mut i = 0;
    while i < joined.len {
        joined.fields[i].required = false;
        i += 1;
    }
    // If the set can be empty, it has the same slots as the one that is left out.
    if !may_be_empty(set) {
        joined.fields[0].together.0 += 1;
        joined.fields[joined.len - 1].together.1 += 1;
    }
    joined
}

/// Whether a set can be empty, so that leaving it out is one of its possible sets.
#[must_use]
pub const fn may_be_empty(set: &[Field]) -> bool {
    let mut i = 0;
    while i < set.len() {
        if set[i].required {
            return false;
        }
        i += 1;
    }
    true
}

/// Makes a quantity, so that the compiler's message names the rule if the unit or the number does not fit.
#[inline]
pub const fn quantity<N: Number, U: Unit>(number: N) -> Quantity<N, U> {
    Quantity::new(number)
}
