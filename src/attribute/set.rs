//! `Attributes`: typed attribute sets, and their fields as data.
// Uses `derived`, `keys`, `value`. Used by `cache`, `catalog`, `closed`, `convert::log`, `declare`, `derived`,
// `distinct`, `group`, `instrument`, `key`, `key_values`, `keys`, `narrow`, `pair`, `record`, `testing`, `trace`.

use core::marker::PhantomData;

use opentelemetry::{Key, KeyValue};

use super::derived::{Joined, may_be_empty, optional, slice};
use super::keys::NoKeys;
use super::value::{ValueRef, ValueType};

/// A typed attribute set: a struct with `#[derive(Attributes)]`.
///
/// Each field is an attribute. Its key is the field's name unless an option changes it. An `Option` that is `None` is left out. A
/// set can borrow its strings: recording does not copy them into new allocations.
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
    message = "`{Self}` is not an attribute set",
    note = "derive it on the struct: `#[derive(Clone, Copy, Attributes)]`; or take any keys with `KeyValues`"
)]
pub trait Attributes: Sized {
    /// The same set with another lifetime, as a measurement is given it.
    type With<'a>: Attributes;

    /// The type of [`KEYS`](Self::KEYS): a struct with a field of the same name for each attribute.
    type Keys;

    /// The typed keys of the set, for code that reads measurements, such as queries.
    const KEYS: Self::Keys;

    /// The attributes that the set can have, as data.
    const FIELDS: &'static [Field];

    /// The number of possible sets, if the set is closed.
    const CARDINALITY: Option<usize>;

    /// Whether the set can have attributes that are not in [`FIELDS`](Self::FIELDS), with any keys.
    const ANY_KEYS: bool = false;

    /// The number of this set among the [`CARDINALITY`](Self::CARDINALITY) possible ones. Meaningless for an open set.
    fn slot(&self) -> usize;

    /// Passes each attribute that is present to a visitor, in the order of [`FIELDS`](Self::FIELDS).
    fn visit<V: Visit>(&self, visitor: &mut V);

    /// Returns the attributes as the OpenTelemetry API takes them.
    // Not inlined: it allocates, so a call costs little beside it, and inlined it would take registers from the caller.
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
    /// The set that is left out counts as one more, unless the set itself can be empty.
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

/// Receives the attributes of a set, one after the other.
pub trait Visit {
    /// Receives one attribute. If the value is absent, the attribute is left out.
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>);
}

impl Visit for Vec<KeyValue> {
    // Where the set is known, the kind of its value is, too: the compiler then leaves only the code that one would write by hand.
    #[inline(always)]
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        if let Some(value) = value.to_value() {
            self.push(KeyValue::new(key.to_key(), value));
        }
    }
}

/// The key of an attribute, borrowed.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum KeyRef<'a> {
    /// A key that is known at compile time.
    Static(&'static str),
    /// A key of the OpenTelemetry API.
    Key(&'a Key),
}

impl KeyRef<'_> {
    /// Returns the text of the attribute's key.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Static(key) => key,
            Self::Key(key) => key.as_str(),
        }
    }

    /// Converts to the key of the OpenTelemetry API.
    #[must_use]
    #[inline]
    pub fn to_key(self) -> Key {
        match self {
            Self::Static(key) => Key::from_static_str(key),
            Self::Key(key) => key.clone(),
        }
    }
}

/// One attribute of a set as data: its key, its type, and what is known of its values.
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
    /// The key of the attribute.
    pub key: &'static str,
    /// The type of the attribute's values.
    pub ty: ValueType,
    /// Whether the attribute is always present: an `Option` is not.
    pub required: bool,
    /// The known values, if the attribute is an enumeration.
    pub members: &'static [&'static str],
    /// Whether values that are not known can occur: not for a closed enumeration or a boolean.
    pub open: bool,
    /// The number of optional sets that begin with this attribute, and of those that end with it. The attributes of such a set are
    /// absent together. So two sets of equal fields have equal slots, and statics of them may share an instrument.
    pub(super) together: (u8, u8),
}

impl Field {
    /// Makes an attribute that can be absent, with any values of a type.
    #[must_use]
    pub const fn new(key: &'static str, ty: ValueType) -> Self {
        Self { key, ty, required: false, members: &[], open: true, together: (0, 0) }
    }

    /// Returns the field with another `required`: whether the attribute is always present.
    #[must_use]
    pub const fn required(self, required: bool) -> Self {
        Self { required, ..self }
    }

    /// Returns the field with these known values.
    #[must_use]
    pub const fn members(self, members: &'static [&'static str]) -> Self {
        Self { members, ..self }
    }

    /// Returns the field with another `open`: whether values that are not known can occur.
    #[must_use]
    pub const fn open(self, open: bool) -> Self {
        Self { open, ..self }
    }
}

/// The key of the first of the fields that is also in a set.
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

/// The attributes of an instrument's type: an [`Attributes`] set, or `()` for none.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an attribute set",
    note = "derive it on the struct: `#[derive(Clone, Copy, Attributes)]`; or take any keys with `KeyValues`"
)]
pub trait Set {
    /// The set as a measurement is given it.
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
