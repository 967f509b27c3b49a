//! The attributes of an operation's duration.

use std::borrow::Cow;

use crate::attribute::derived::{Joined, join, slice};
use crate::attribute::{Attributes, Field, KeyRef, Set, ValueRef, ValueType, Visit};

/// The attributes of an operation's duration: its own set and, where it failed, `error.type` (*Recording errors on
/// metrics*).
///
/// ```
/// use meterstick::trace::{Client, OperationDeclaration, Outcome, Tracer};
/// use meterstick::unit::Seconds;
/// use meterstick::{Histogram, Metric};
///
/// const CHARGE: OperationDeclaration = Tracer::operation::<Client>().name("charge").duration("shop.charge.duration");
/// const DURATION: Metric<Histogram<f64, Seconds, Outcome<()>>> = CHARGE.metric();
/// assert_eq!(DURATION.descriptor().attributes[0].key, "error.type");
/// ```
#[derive(Clone, Debug)]
pub struct Outcome<S> {
    pub(super) set: S,
    pub(super) error_type: Option<Cow<'static, str>>,
}

/// What goes from a span's start to its duration: [`Attributes`], or `()` for none.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of attributes",
    note = "derive it on the struct: `#[derive(Clone, Copy, Attributes)]`; or give `&()` for none"
)]
pub trait Carried: Set {
    type With<'a>: Carried;
}

impl Carried for () {
    type With<'a> = ();
}

#[diagnostic::do_not_recommend]
impl<A: Attributes> Carried for A {
    type With<'a> = A::With<'a>;
}

impl<S: Carried> Outcome<S> {
    const JOINED: Joined = join(&[S::FIELDS, own(S::FIELDS)]);
}

const ERROR_TYPE: &str = "error.type";

/// The field that is added: none if the set has it already.
const fn own(fields: &[Field]) -> &'static [Field] {
    let mut i = 0;
    while i < fields.len() {
        if let b"error.type" = fields[i].key.as_bytes() {
            return &[];
        }
        i += 1;
    }
    &[Field { key: ERROR_TYPE, ty: ValueType::String, required: false, members: &[] }]
}

#[diagnostic::do_not_recommend]
impl<S: Carried> Attributes for Outcome<S> {
    type With<'a> = Outcome<S::With<'a>>;
    const FIELDS: &'static [Field] = slice(&Self::JOINED);
    const CARDINALITY: Option<usize> = None;

    fn slot(&self) -> usize {
        0
    }

    fn visit<V: Visit>(&self, visitor: &mut V) {
        self.set.visit(visitor);
        let value = match &self.error_type {
            None => return,
            Some(Cow::Borrowed(class)) => ValueRef::Static(class),
            Some(Cow::Owned(class)) => ValueRef::Str(class),
        };
        visitor.attribute(KeyRef::Static(ERROR_TYPE), value);
    }
}
