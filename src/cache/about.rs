//! The attributes of a cache's metrics and spans.
//!
//! They are not derived: their implementations carry `do_not_recommend`, so that the compiler does not suggest them to a user who
//! forgot an attribute set.
// Uses `attribute`. Used by `entries`, `future`, `metrics`, `shared`, `spans`, `sync`.

use moka::notification::RemovalCause;

use crate::attribute::{AttributeValue, Attributes, Field, FieldKey, KeyRef, NoKeys, ValueRef, ValueType, Visit};

/// The attribute set of a cache's metrics and spans: the cache's name, and a [`Detail`].
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
    /// `cache.name`: the name of the cache.
    pub name: &'a str,
    /// The second attribute of the set.
    pub detail: D,
}

/// The typed keys of the attributes of a cache's metrics.
///
/// ```
/// use meterstick::Attributes;
/// use meterstick::cache::{About, LookupResult};
///
/// assert_eq!(About::<LookupResult>::KEYS.detail.as_str(), "cache.lookup.result");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct AboutKeys<K> {
    /// The key `cache.name`.
    pub name: FieldKey<&'static str>,
    /// The key of the second attribute.
    pub detail: K,
}

/// The second attribute of a cache's metric, besides `cache.name`.
pub trait Detail: Copy + 'static {
    /// All attributes including `cache.name`, sorted by key.
    const FIELDS: &'static [Field];

    /// The type of the attribute's key.
    type Key;

    /// The attribute's typed key.
    const KEY: Self::Key;

    /// Returns the attribute's value, if there is one.
    fn value(self) -> Option<&'static str>;
}

#[diagnostic::do_not_recommend]
impl<D: Detail> Attributes for About<'_, D> {
    type With<'a> = About<'a, D>;
    type Keys = AboutKeys<D::Key>;
    const KEYS: Self::Keys = AboutKeys { name: FieldKey::new(NAME), detail: D::KEY };
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
    Field::new(key, ValueType::String).required(required).members(members).open(members.is_empty())
}

impl Detail for () {
    type Key = NoKeys;
    const KEY: Self::Key = NoKeys;
    const FIELDS: &'static [Field] = &[field(NAME, true, &[])];

    fn value(self) -> Option<&'static str> {
        None
    }
}

/// The result of a cache lookup, the attribute `cache.lookup.result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LookupResult {
    /// The cache had the value, or another load provided it.
    Hit,
    /// The cache did not have the value.
    Miss,
}

impl Detail for LookupResult {
    type Key = FieldKey<Self>;
    const KEY: Self::Key = FieldKey::new("cache.lookup.result");
    const FIELDS: &'static [Field] = &[field("cache.lookup.result", true, &["hit", "miss"]), field(NAME, true, &[])];

    fn value(self) -> Option<&'static str> {
        Some(match self {
            Self::Hit => "hit",
            Self::Miss => "miss",
        })
    }
}

/// Why an entry left the cache, the attribute `cache.eviction.cause`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EvictionCause {
    /// The entry's time to live or time to idle has passed.
    Expired,
    /// The cache exceeded its capacity.
    Size,
    /// The program invalidated the entry.
    Explicit,
    /// The program inserted another value for the entry's key.
    Replaced,
}

impl EvictionCause {
    pub(super) const ALL: [Self; 4] = [Self::Expired, Self::Size, Self::Explicit, Self::Replaced];
}

impl Detail for EvictionCause {
    type Key = FieldKey<Self>;
    const KEY: Self::Key = FieldKey::new("cache.eviction.cause");
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

/// The `error.type` of a failed cache load: the type of the error, `panic`, or `cancelled` if the future was dropped. `None` if
/// the load succeeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LoadError(pub Option<&'static str>);

impl Detail for LoadError {
    type Key = FieldKey<Option<&'static str>>;
    const KEY: Self::Key = FieldKey::new("error.type");
    const FIELDS: &'static [Field] = &[field(NAME, true, &[]), field("error.type", false, &[])];

    fn value(self) -> Option<&'static str> {
        self.0
    }
}

/// Implements the attribute traits for values that queries can ask for.
macro_rules! values {
    ($($detail:ident: [$($member:literal)*];)*) => {$(
        #[diagnostic::do_not_recommend]
        impl AttributeValue for $detail {
            const TYPE: ValueType = ValueType::String;
            const CARDINALITY: Option<usize> = Some([$($member),*].len());
            const MEMBERS: &'static [&'static str] = &[$($member),*];

            fn value(&self) -> ValueRef<'_> {
                Detail::value(*self).map_or(ValueRef::Absent, ValueRef::Static)
            }

            fn index(&self) -> usize {
                *self as usize
            }
        }
    )*};
}

values! {
    LookupResult: ["hit" "miss"];
    EvictionCause: ["expired" "size" "explicit" "replaced"];
}
