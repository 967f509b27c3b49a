//! A pair of attribute sets is a set, whose parts can be given one after the other.
// Uses `derived`, `message`, `set`. Used by `declare`, `instrument`.

use core::marker::PhantomData;

use super::derived::{Joined, digit, join, product, slice};
use super::set::{Attributes, Field, Visit, repeated};
use crate::message::Message;

struct Pair<A, B>(PhantomData<(A, B)>);

impl<A: Attributes, B: Attributes> Pair<A, B> {
    const FIELDS: Joined = join(&[A::FIELDS, B::FIELDS]);
}

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

/// The attributes of both sets. More than two sets are nested pairs: `(Of, (Queue, Done))`.
#[diagnostic::do_not_recommend]
impl<A: Attributes, B: Attributes> Attributes for (A, B) {
    type With<'a> = (A::With<'a>, B::With<'a>);
    type Keys = (A::Keys, B::Keys);
    const KEYS: Self::Keys = (A::KEYS, B::KEYS);

    const FIELDS: &'static [Field] = slice(&Pair::<A, B>::FIELDS);
    const CARDINALITY: Option<usize> = product(&[A::CARDINALITY, B::CARDINALITY]);
    const ANY_KEYS: bool = A::ANY_KEYS || B::ANY_KEYS;

    #[inline]
    fn slot(&self) -> usize {
        digit(digit(0, (A::CARDINALITY, self.0.slot())), (B::CARDINALITY, self.1.slot()))
    }

    #[inline]
    fn visit<V: Visit>(&self, visitor: &mut V) {
        self.0.visit(visitor);
        self.1.visit(visitor);
    }
}

/// The part is the first of a pair.
#[derive(Debug)]
pub enum First {}

/// The part is the second of a pair.
#[derive(Debug)]
pub enum Second {}

/// A pair of sets of which `P` is one part.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`with` takes one part of the remaining attributes, which are `{Self}`, and this is not a part of them",
    label = "not a part",
    note = "declare the parts as a pair, `.attributes::<(Of, Done)>()`, and give each once: `JOBS.with(Of {{ pool }})`; a whole set is bound by `bind`"
)]
pub trait HasPart<P, Which> {
    /// The other part, which is given later.
    type Rest: Attributes;

    /// The slot of the pair for this slot of the part and slot 0 of the rest, and the distance between slots of the rest.
    /// Meaningless if the pair has no slots.
    fn slots(part: usize) -> (usize, usize);
}

#[diagnostic::do_not_recommend]
impl<A: Attributes, B: Attributes> HasPart<A, First> for (A, B) {
    type Rest = B;

    fn slots(part: usize) -> (usize, usize) {
        (part.wrapping_mul(B::CARDINALITY.unwrap_or(0)), 1)
    }
}

#[diagnostic::do_not_recommend]
impl<A: Attributes, B: Attributes> HasPart<B, Second> for (A, B) {
    type Rest = A;

    fn slots(part: usize) -> (usize, usize) {
        (part, B::CARDINALITY.unwrap_or(0))
    }
}
