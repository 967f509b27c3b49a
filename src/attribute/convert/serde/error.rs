//! `ConversionError`: why a serialized value did not become attributes, and where in the value.
// Used by `convert::serde::key`, `convert::serde::walk`.

use core::fmt;

use serde_core::ser;

/// Why a serializable value was not converted, and at which path.
///
/// ```
/// use meterstick::convert::serde::{Reason, attributes};
/// use std::collections::BTreeMap;
///
/// let refused = attributes("order", &BTreeMap::from([("", 1)])).unwrap_err();
/// assert_eq!(refused.reason(), &Reason::EmptyKey);
/// assert_eq!(refused.to_string(), "an attribute's key must not be empty, and `order` has an empty one");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversionError {
    // Boxed to keep the results of the recursive walk small.
    inner: Box<(String, Reason)>,
}

/// The rule that a value breaks in a [`ConversionError`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// An attribute's key must not be empty.
    EmptyKey,
    /// The keys of a set and those of a map must be distinct.
    DuplicateKey,
    /// A map's key must be a string, a number, a bool or a variant without fields.
    KeyHasNoText,
    /// A value may be at most 128 levels deep: sequences, maps, structs, variants, newtypes and `Some` are a level each.
    TooDeep,
    /// A prefix must not start or end with a dot.
    PrefixIsNoName,
    /// The value's `Serialize` implementation returned an error.
    DoesNotSerialize(String),
}

impl ConversionError {
    pub(super) fn new(reason: Reason) -> Self {
        Self { inner: Box::new((String::new(), reason)) }
    }

    /// The same error with a name prepended to its path.
    pub(super) fn within(mut self, name: &str) -> Self {
        let path = &mut self.inner.0;
        *path = match (name.is_empty(), path.is_empty()) {
            (true, _) => return self,
            (_, true) => name.to_owned(),
            _ => format!("{name}.{path}"),
        };
        self
    }

    /// The same error within a variant with several fields. Anything else has no variant.
    pub(super) fn in_variant(self, variant: Option<&'static str>) -> Self {
        self.within(variant.unwrap_or_default())
    }

    /// Returns the rule that the value breaks.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.inner.1
    }

    /// Returns the dotted path of the value; it is empty for the top level.
    ///
    /// Its names are those of fields, map keys and enum variants; the elements of sequences have their index.
    ///
    /// ```
    /// use meterstick::convert::serde::value;
    /// use std::collections::BTreeMap;
    ///
    /// #[derive(serde::Serialize)]
    /// enum Payment {
    ///     Card { fees: BTreeMap<Vec<u8>, u8> },
    /// }
    ///
    /// let refused = value(&Payment::Card { fees: BTreeMap::from([(vec![], 1)]) }).unwrap_err();
    /// assert_eq!(refused.path(), "Card.fees");
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        &self.inner.0
    }
}

impl fmt::Display for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = match self.path() {
            "" => "the value".to_owned(),
            path => format!("`{path}`"),
        };
        match self.reason() {
            Reason::EmptyKey => write!(f, "an attribute's key must not be empty, and {path} has an empty one"),
            Reason::DuplicateKey => write!(f, "keys must be distinct: {path} occurs twice"),
            Reason::KeyHasNoText => {
                write!(
                    f,
                    "a map's key must be a string, a number, a bool or a variant without fields: one in {path} is not"
                )
            }
            Reason::TooDeep => write!(f, "a value may be at most 128 levels deep: {path} is deeper"),
            Reason::PrefixIsNoName => {
                write!(f, "a prefix must not start or end with a dot: {path} does")
            }
            Reason::DoesNotSerialize(why) => write!(f, "{path} does not serialize: {why}"),
        }
    }
}

impl core::error::Error for ConversionError {}

impl ser::Error for ConversionError {
    fn custom<T: fmt::Display>(why: T) -> Self {
        Self::new(Reason::DoesNotSerialize(why.to_string()))
    }
}
