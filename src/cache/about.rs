//! The attributes of what a cache measures.
//!
//! They are written out, since the compiler is not to propose them to who forgot a set.

use moka::notification::RemovalCause;

use crate::attribute::{Attributes, Field, KeyRef, ValueRef, ValueType, Visit};

/// The set of attributes of a cache's metrics and spans: its name, and a [`Detail`].
///
/// ```
/// use meterstick::Attributes;
/// use meterstick::cache::{About, LookupResult};
///
/// let hit = About { name: "words", detail: LookupResult::Hit };
/// let list: Vec<_> = hit.key_values().iter().map(|one| format!("{}={}", one.key, one.value)).collect();
/// assert_eq!(list, ["cache.lookup.result=hit", "cache.name=words"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct About<'a, D = ()> {
    /// `cache.name`: which cache it is.
    pub name: &'a str,
    /// What else is said.
    pub detail: D,
}

/// One more attribute.
pub trait Detail: Copy + 'static {
    /// All attributes, with the cache's name, sorted by their keys.
    const FIELDS: &'static [Field];

    /// The attribute's value, if there is one.
    fn value(self) -> Option<&'static str>;
}

#[diagnostic::do_not_recommend]
impl<D: Detail> Attributes for About<'_, D> {
    type With<'a> = About<'a, D>;
    const FIELDS: &'static [Field] = D::FIELDS;
    const CARDINALITY: Option<usize> = None;

    fn slot(&self) -> usize {
        0
    }

    fn visit<V: Visit>(&self, visitor: &mut V) {
        for field in D::FIELDS {
            let value = match (field.key, self.detail.value()) {
                (NAME, _) => ValueRef::Str(self.name),
                (_, Some(value)) => ValueRef::Static(value),
                (_, None) => ValueRef::Absent,
            };
            visitor.attribute(KeyRef::Static(field.key), value);
        }
    }
}

const NAME: &str = "cache.name";

const fn field(key: &'static str, required: bool, members: &'static [&'static str]) -> Field {
    Field { key, ty: ValueType::String, required, members, open: members.is_empty() }
}

impl Detail for () {
    const FIELDS: &'static [Field] = &[field(NAME, true, &[])];

    fn value(self) -> Option<&'static str> {
        None
    }
}

/// `cache.lookup.result`: how a lookup ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LookupResult {
    /// The value was there.
    Hit,
    /// The value was not there.
    Miss,
}

impl Detail for LookupResult {
    const FIELDS: &'static [Field] = &[field("cache.lookup.result", true, &["hit", "miss"]), field(NAME, true, &[])];

    fn value(self) -> Option<&'static str> {
        Some(match self {
            Self::Hit => "hit",
            Self::Miss => "miss",
        })
    }
}

/// `cache.eviction.cause`: why an entry ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EvictionCause {
    /// It was there for too long, or unused for too long.
    Expired,
    /// There was no room.
    Size,
    /// The program took it out.
    Explicit,
    /// The program put another value in its place.
    Replaced,
}

impl EvictionCause {
    pub(super) const ALL: [Self; 4] = [Self::Expired, Self::Size, Self::Explicit, Self::Replaced];
}

impl Detail for EvictionCause {
    const FIELDS: &'static [Field] =
        &[field("cache.eviction.cause", true, &["expired", "size", "explicit", "replaced"]), field(NAME, true, &[])];

    fn value(self) -> Option<&'static str> {
        Some(match self {
            Self::Expired => "expired",
            Self::Size => "size",
            Self::Explicit => "explicit",
            Self::Replaced => "replaced",
        })
    }
}

impl From<RemovalCause> for EvictionCause {
    fn from(cause: RemovalCause) -> Self {
        match cause {
            RemovalCause::Expired => Self::Expired,
            RemovalCause::Size => Self::Size,
            RemovalCause::Explicit => Self::Explicit,
            RemovalCause::Replaced => Self::Replaced,
        }
    }
}

/// `error.type`: why a load failed, if it did. It is the error's type, `panic`, or `cancelled` if its future was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LoadError(pub Option<&'static str>);

impl Detail for LoadError {
    const FIELDS: &'static [Field] = &[field(NAME, true, &[]), field("error.type", false, &[])];

    fn value(self) -> Option<&'static str> {
        self.0
    }
}
