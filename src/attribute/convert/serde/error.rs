//! Why a value is not converted.

use core::fmt;

use serde_core::ser;

/// Why a value is not converted, and where.
///
/// ```
/// use meterstick::convert::serde::{Reason, attributes};
/// use std::collections::BTreeMap;
///
/// let refused = attributes("order", &BTreeMap::from([("", 1)])).unwrap_err();
/// assert_eq!(refused.reason(), &Reason::EmptyKey);
/// assert_eq!(refused.to_string(), "an attribute's key is not empty: one in `order` is");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversionError {
    // Boxed, as it is in the result of every step of the walk.
    inner: Box<(String, Reason)>,
}

/// The law that a value would break.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// An attribute's key is not empty.
    EmptyKey,
    /// The keys of a set, and those of a map, are distinct.
    DuplicateKey,
    /// A map's key has a text: it is a string, a number, a bool or a variant without fields.
    KeyHasNoText,
    /// A value is at most 128 levels deep: sequences, maps, structs, variants, newtypes and `Some` are a level each.
    TooDeep,
    /// A prefix is a name, and its dot is written by itself.
    PrefixIsNoName,
    /// The value does not serialize, and says so.
    DoesNotSerialize(String),
}

impl ConversionError {
    pub(super) fn new(reason: Reason) -> Self {
        Self { inner: Box::new((String::new(), reason)) }
    }

    /// The same error, one level further out.
    pub(super) fn within(mut self, name: &str) -> Self {
        let path = &mut self.inner.0;
        *path = match (name.is_empty(), path.is_empty()) {
            (true, _) => return self,
            (_, true) => name.to_owned(),
            _ => format!("{name}.{path}"),
        };
        self
    }

    /// Which law would be broken.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.inner.1
    }

    /// The dotted names of where it is; empty where that is the whole.
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
            Reason::EmptyKey => write!(f, "an attribute's key is not empty: one in {path} is"),
            Reason::DuplicateKey => write!(f, "keys are distinct: {path} comes twice"),
            Reason::KeyHasNoText => {
                write!(f, "a map's key is a string, a number, a bool or a variant's name: one in {path} is not")
            }
            Reason::TooDeep => write!(f, "a value is at most 128 levels deep: {path} is deeper"),
            Reason::PrefixIsNoName => {
                write!(f, "a prefix is a name, and its dot is written by itself: {path} starts or ends with one")
            }
            Reason::DoesNotSerialize(why) => write!(f, "a value serializes: {path} does not: {why}"),
        }
    }
}

impl core::error::Error for ConversionError {}

impl ser::Error for ConversionError {
    fn custom<T: fmt::Display>(why: T) -> Self {
        Self::new(Reason::DoesNotSerialize(why.to_string()))
    }
}
