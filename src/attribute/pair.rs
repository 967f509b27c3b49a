//! A pair of attribute sets is a set, whose parts can be given one after the other.
// Uses `derived`, `distinct`, `set`. Used by `instrument`.

use core::marker::PhantomData;

use super::derived::{Joined, digit, join, product, slice};
use super::distinct::assert_distinct;
use super::set::{Attributes, Field, Visit};

struct Pair<A, B>(PhantomData<(A, B)>);

impl<A: Attributes, B: Attributes> Pair<A, B> {
    const FIELDS: Joined = join(&[A::FIELDS, B::FIELDS]);
    const DISTINCT: () = assert_distinct(slice(&Self::FIELDS));
}

/// The attributes of both sets. More than two sets are nested pairs: `(Of, (Queue, Done))`.
///
/// A key that both sets have does not compile, wherever the pair is used:
///
/// ```compile_fail
/// # use meterstick::Attributes;
/// # #[derive(Clone, Copy, Attributes)]
/// # struct Of<'a> { pool: &'a str }
/// let _ = (Of { pool: "a" }, Of { pool: "b" }).key_values();
/// ```
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
        // For sets that no declaration names, such as those of `span.set(&pair)`.
        const { Pair::<A, B>::DISTINCT };
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
