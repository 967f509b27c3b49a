//! `ClosedValue` and `ClosedAttributes`: values and sets of which every possible one is known at compile time.
// Uses `derived`, `set`, `value`. Used by `instrument`.

use super::derived::may_be_empty;
use super::set::Attributes;
use super::value::AttributeValue;

/// The slot without its last digit, and that digit.
const fn digits(slot: usize, cardinality: Option<usize>) -> (usize, usize) {
    match cardinality {
        Some(base) => (slot / base, slot % base),
        None => (slot, 0),
    }
}

/// An attribute value of which every possible one is known: a `bool`, a closed enum, a newtype or an `Option` of these.
///
/// `#[derive(AttributeValue)]` implements it for such types.
///
/// ```
/// use meterstick::{AttributeValue, ClosedValue};
///
/// #[derive(Clone, Copy, Debug, PartialEq, AttributeValue)]
/// enum Outcome {
///     Done,
///     Failed,
/// }
///
/// let all: Vec<_> = Option::<Outcome>::all().collect();
/// assert_eq!(all, [None, Some(Outcome::Done), Some(Outcome::Failed)]);
/// ```
#[diagnostic::on_unimplemented(
    message = "an attribute set is closed if each of its values is, and `{Self}` is not",
    label = "not all sets are known",
    note = "closed values are a bool, an enum without an `other` variant, and an `Option` of these; if only some sets are known, bind the instrument to each: `JOBS.bind(Job {{ queue: \"mail\" }}).init()`"
)]
pub trait ClosedValue: AttributeValue + Sized {
    /// Returns the value with this [`index`](AttributeValue::index).
    ///
    /// # Panics
    ///
    /// If the index is not below [`CARDINALITY`](AttributeValue::CARDINALITY).
    fn of_index(index: usize) -> Self;

    /// Iterates over all values, in the order of their indices.
    fn all() -> impl Iterator<Item = Self> {
        (0..Self::CARDINALITY.unwrap_or(0)).map(Self::of_index)
    }

    /// Splits the last digit off a slot: returns the rest of the slot, and the value.
    #[doc(hidden)]
    fn take(slot: usize) -> (usize, Self) {
        let (slot, index) = digits(slot, Self::CARDINALITY);
        (slot, Self::of_index(index))
    }
}

#[diagnostic::do_not_recommend]
impl ClosedValue for bool {
    fn of_index(index: usize) -> Self {
        index == 1
    }
}

#[diagnostic::do_not_recommend]
impl<T: ClosedValue> ClosedValue for Option<T> {
    fn of_index(index: usize) -> Self {
        // A value that can itself be absent gets no additional index.
        index.checked_sub(usize::from(T::REQUIRED)).map(T::of_index)
    }
}

/// A closed attribute set: every possible set is known at compile time.
///
/// `#[derive(Attributes)]` implements it if each attribute is a [`ClosedValue`], each flattened set is closed, and each skipped
/// field has a `Default`.
///
/// ```
/// use meterstick::{Attributes, ClosedAttributes};
///
/// #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
/// struct Read {
///     cached: bool,
/// }
///
/// assert_eq!(Read::all().collect::<Vec<_>>(), [Read { cached: false }, Read { cached: true }]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a closed attribute set",
    label = "not all sets are known",
    note = "a closed set is a struct of bools, enums and `Option`s of these; if only some sets are known, bind the instrument to each: `JOBS.bind(Job {{ queue: \"mail\" }}).init()`"
)]
pub trait ClosedAttributes: Attributes {
    /// Returns the set with this [`slot`](Attributes::slot).
    ///
    /// # Panics
    ///
    /// If the slot is not below [`CARDINALITY`](Attributes::CARDINALITY).
    fn of_slot(slot: usize) -> Self;

    /// Iterates over all sets, in the order of their slots.
    fn all() -> impl Iterator<Item = Self> {
        (0..Self::CARDINALITY.unwrap_or(0)).map(Self::of_slot)
    }

    /// Splits the last digit off a slot: returns the rest of the slot, and the set.
    #[doc(hidden)]
    fn take(slot: usize) -> (usize, Self) {
        let (slot, own) = digits(slot, Self::CARDINALITY);
        (slot, Self::of_slot(own))
    }
}

#[diagnostic::do_not_recommend]
impl<A: ClosedAttributes> ClosedAttributes for Option<A> {
    fn of_slot(slot: usize) -> Self {
        // If the set can be empty, the empty set stands for `None`, too.
        slot.checked_sub(usize::from(!may_be_empty(A::FIELDS))).map(A::of_slot)
    }
}

#[diagnostic::do_not_recommend]
impl<A: ClosedAttributes, B: ClosedAttributes> ClosedAttributes for (A, B) {
    fn of_slot(slot: usize) -> Self {
        let (first, second) = B::take(slot);
        (A::of_slot(first), second)
    }
}
