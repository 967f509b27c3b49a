//! Typed sets of attributes.

use core::marker::PhantomData;

use opentelemetry::{Key, KeyValue};

use super::derived::{Joined, may_be_empty, optional, slice};
use super::keys::NoKeys;
use super::value::{ValueRef, ValueType};

/// A typed set of attributes: a struct with `#[derive(Attributes)]`.
///
/// Each field is an attribute, whose key is the field's name unless an option gives another. A field of an `Option` is left out when it
/// is `None`. A set may borrow its strings: recording allocates nothing for them.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// #[derive(Clone, Copy, AttributeValue)]
/// enum Method {
///     Get,
///     Post,
/// }
///
/// #[derive(Clone, Copy, Attributes)]
/// #[attributes(prefix = "shop")]
/// struct Sent<'a> {
///     method: Method,
///     peer: &'a str,
///     cached: Option<bool>,
/// }
///
/// static SENT: Counter<u64, Bytes, Sent<'static>> =
///     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").attributes::<Sent>().global(Scope::new("shop"));
///
/// let peer = String::from("a");
/// SENT.add(Bytes(512), Sent { method: Method::Get, peer: &peer, cached: None }); // shop.method=get, shop.peer=a
/// # let _ = Method::Post;
/// ```
///
/// [`KeyValues`](crate::KeyValues) is the set of any attributes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of attributes",
    note = "derive it on the struct: `#[derive(Clone, Copy, Attributes)]`; or take any keys with `KeyValues`"
)]
pub trait Attributes: Sized {
    /// The same set with other borrows: what a measurement may be given.
    type With<'a>: Attributes;

    /// The set's typed keys: a struct with a field of the same name for each attribute.
    type Keys;

    /// The set's typed keys, for what reads the measurements, as queries do.
    const KEYS: Self::Keys;

    /// The attributes that it may have.
    const FIELDS: &'static [Field];

    /// How many different sets there can be, if that is known.
    const CARDINALITY: Option<usize>;

    /// Whether it may have other attributes than [`FIELDS`](Self::FIELDS), with any keys.
    const ANY_KEYS: bool = false;

    /// Which of the [`CARDINALITY`](Self::CARDINALITY) sets this is. Of no meaning where that is not known.
    fn slot(&self) -> usize;

    /// Shows each attribute that is there, in the order of [`FIELDS`](Self::FIELDS).
    fn visit<V: Visit>(&self, visitor: &mut V);

    /// The attributes as the OpenTelemetry API takes them.
    // It allocates, beside which a call is nothing; within the caller it would compete for registers.
    #[inline(never)]
    fn key_values(&self) -> Vec<KeyValue> {
        let mut list = Vec::with_capacity(Self::FIELDS.len());
        self.visit(&mut list);
        list
    }
}

struct Optional<A>(PhantomData<A>);

impl<A: Attributes> Optional<A> {
    const FIELDS: Joined = optional(A::FIELDS);
    /// What is left out is one more set, unless the set itself may have nothing in it.
    const OWN: usize = if may_be_empty(A::FIELDS) { 0 } else { 1 };
}

/// A set that is left out when it is `None`.
#[diagnostic::do_not_recommend]
impl<A: Attributes> Attributes for Option<A> {
    type With<'a> = Option<A::With<'a>>;
    type Keys = A::Keys;
    const KEYS: A::Keys = A::KEYS;

    const FIELDS: &'static [Field] = slice(&Optional::<A>::FIELDS);
    const CARDINALITY: Option<usize> = match A::CARDINALITY {
        Some(sets) => Some(sets.saturating_add(Optional::<A>::OWN)),
        None => None,
    };
    const ANY_KEYS: bool = A::ANY_KEYS;

    #[inline]
    fn slot(&self) -> usize {
        self.as_ref().map_or(0, |set| set.slot().wrapping_add(Optional::<A>::OWN))
    }

    #[inline]
    fn visit<V: Visit>(&self, visitor: &mut V) {
        if let Some(set) = self {
            set.visit(visitor);
        }
    }
}

/// Sees the attributes of a set, one after the other.
pub trait Visit {
    /// One attribute. An absent value is one that is left out.
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>);
}

impl Visit for Vec<KeyValue> {
    // Where the set is known, so is which kind of value this is: what is left then is what one writes by hand.
    #[inline(always)]
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        if let Some(value) = value.to_value() {
            self.push(KeyValue::new(key.to_key(), value));
        }
    }
}

/// An attribute's key, borrowed.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum KeyRef<'a> {
    /// A key that is known at compile time.
    Static(&'static str),
    /// A key of the OpenTelemetry API.
    Key(&'a Key),
}

impl KeyRef<'_> {
    /// The key's text.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Static(key) => key,
            Self::Key(key) => key.as_str(),
        }
    }

    /// The key as the OpenTelemetry API has it.
    #[must_use]
    #[inline]
    pub fn to_key(self) -> Key {
        match self {
            Self::Static(key) => Key::from_static_str(key),
            Self::Key(key) => key.clone(),
        }
    }
}

/// One attribute of a set, as data.
///
/// ```
/// use meterstick::{Field, ValueType};
///
/// const METHOD: Field = Field::new("http.request.method", ValueType::String).required(true).members(&["GET", "POST"]).open(false);
/// assert!(METHOD.required && !METHOD.open);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// Its value's type.
    pub ty: ValueType,
    /// Whether it is always there: an `Option` is not.
    pub required: bool,
    /// The values that are known for it, if it is an enumeration.
    pub members: &'static [&'static str],
    /// Whether other values can come: of a closed enumeration and of a boolean none can.
    pub open: bool,
}

impl Field {
    /// An attribute that can be missing, with any values of a type.
    #[must_use]
    pub const fn new(key: &'static str, ty: ValueType) -> Self {
        Self { key, ty, required: false, members: &[], open: true }
    }

    /// Whether it is always there.
    #[must_use]
    pub const fn required(self, required: bool) -> Self {
        Self { required, ..self }
    }

    /// The values that are known for it.
    #[must_use]
    pub const fn members(self, members: &'static [&'static str]) -> Self {
        Self { members, ..self }
    }

    /// Whether other values than the known ones can come.
    #[must_use]
    pub const fn open(self, open: bool) -> Self {
        Self { open, ..self }
    }
}

/// The first of the fields whose key is in a set, too.
pub(crate) const fn repeated(fields: &[Field], set: &[Field]) -> Option<&'static str> {
    let mut i = 0;
    while i < fields.len() {
        let mut j = 0;
        while j < set.len() {
            if same(fields[i].key.as_bytes(), set[j].key.as_bytes()) {
                return Some(fields[i].key);
            }
            j += 1;
        }
        i += 1;
    }
    None
}

pub(super) const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// The set of an instrument: [`Attributes`], or `()` for none.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of attributes",
    note = "derive it on the struct: `#[derive(Clone, Copy, Attributes)]`; or take any keys with `KeyValues`"
)]
pub trait Set {
    /// What a measurement is given.
    type Given<'a>: Set;
    type Keys;
    const KEYS: Self::Keys;
    const FIELDS: &'static [Field];
    const CARDINALITY: Option<usize>;
    const ANY_KEYS: bool = false;
    fn slot(&self) -> usize;
    fn visit<V: Visit>(&self, visitor: &mut V);
}

#[diagnostic::do_not_recommend]
impl Set for () {
    type Given<'a> = ();
    type Keys = NoKeys;
    const KEYS: NoKeys = NoKeys;
    const FIELDS: &'static [Field] = &[];
    const CARDINALITY: Option<usize> = Some(1);

    #[inline]
    fn slot(&self) -> usize {
        0
    }

    #[inline]
    fn visit<V: Visit>(&self, _: &mut V) {}
}

impl<A: Attributes> Set for A {
    type Given<'a> = A::With<'a>;
    type Keys = A::Keys;
    const KEYS: A::Keys = A::KEYS;
    const FIELDS: &'static [Field] = A::FIELDS;
    const CARDINALITY: Option<usize> = A::CARDINALITY;
    const ANY_KEYS: bool = A::ANY_KEYS;

    #[inline]
    fn slot(&self) -> usize {
        Attributes::slot(self)
    }

    #[inline]
    fn visit<V: Visit>(&self, visitor: &mut V) {
        Attributes::visit(self, visitor);
    }
}
