//! The typed keys of an attribute set, for code that reads measurements: `FieldKey`, `SetKeys`, `NoKeys`, `AnyKeys`.
// Uses `key`, `set`. Used by `cache`, `derived`, `key_values`, `set`, `trace`.

use core::fmt;
use core::marker::PhantomData;

use super::key::Key;
use super::set::Attributes;

/// The key of one attribute of a set, with the type of its values, such as `Served::KEYS.method`.
///
/// The type of an optional attribute is an `Option`, so that a query can ask for its absence.
///
/// ```
/// use meterstick::prelude::*;
///
/// #[derive(Clone, Copy, Attributes)]
/// #[attributes(prefix = "http")]
/// struct Served<'a> {
///     route: &'a str,
///     #[attribute(key = "response.status_code")]
///     status: Option<u16>,
/// }
///
/// assert_eq!(Served::KEYS.route.as_str(), "http.route");
/// assert_eq!(Served::KEYS.status.as_str(), "http.response.status_code");
/// ```
///
/// A key that the set does not have does not compile:
///
/// ```compile_fail
/// # use meterstick::prelude::*;
/// # #[derive(Clone, Copy, Attributes)]
/// # struct Served { ok: bool }
/// let _ = Served::KEYS.route;
/// ```
// Covariant in `T`, so that a key of `&'static str` takes any `&str`.
pub struct FieldKey<T> {
    key: &'static str,
    value: PhantomData<fn() -> T>,
}

impl<T> FieldKey<T> {
    pub(crate) const fn new(key: &'static str) -> Self {
        Self { key, value: PhantomData }
    }

    /// Returns the text of the attribute's key.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Looked {
    ///     found: bool,
    /// }
    ///
    /// assert_eq!(Looked::KEYS.found.as_str(), "found");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.key
    }
}

impl<T> Clone for FieldKey<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for FieldKey<T> {}

impl<T> fmt::Debug for FieldKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FieldKey").field(&self.key).finish()
    }
}

/// The keys of a flattened attribute set, in the keys of the set around it.
///
/// ```
/// use meterstick::prelude::*;
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Peer<'a> {
///     name: &'a str,
/// }
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Call<'a> {
///     #[attribute(flatten)]
///     peer: Peer<'a>,
/// }
///
/// assert_eq!(Call::KEYS.peer.keys().name.as_str(), "name");
/// ```
pub struct SetKeys<A>(PhantomData<fn() -> A>);

impl<A> SetKeys<A> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<A: Attributes> SetKeys<A> {
    /// Returns the keys of the inner set.
    #[must_use]
    pub const fn keys(self) -> A::Keys {
        A::KEYS
    }
}

impl<A> Clone for SetKeys<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for SetKeys<A> {}

impl<A> fmt::Debug for SetKeys<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SetKeys")
    }
}

/// The keys of a metric without attributes: there are none.
#[derive(Clone, Copy, Debug)]
pub struct NoKeys;

/// The keys of an open attribute set such as [`KeyValues`](crate::KeyValues).
#[derive(Clone, Copy, Debug)]
pub struct AnyKeys;

impl AnyKeys {
    /// Makes the key of an attribute that the set may have.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// const PEER: Key<&str> = Key::new("peer");
    /// assert_eq!(KeyValues::KEYS.key(PEER).as_str(), "peer");
    /// ```
    #[must_use]
    pub const fn key<T>(self, key: Key<T>) -> FieldKey<T> {
        FieldKey::new(key.as_str())
    }
}
