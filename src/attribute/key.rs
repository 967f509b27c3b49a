//! `Key`: the key of a single attribute with the type of its values, as a constant.
// Uses `set`, `value`. Used by `keys`, `testing`, `trace`.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use opentelemetry::{KeyValue, Value};

use super::set::KeyRef;
use super::value::AttributeValue;

/// The key of a single attribute whose values have the type `T`, as a constant.
///
/// It is for spans, logs and [`KeyValues`](crate::KeyValues), which take attributes one by one: the key is written once, and
/// every value that is given for it has its type.
///
/// ```
/// use meterstick::Key;
/// use opentelemetry::KeyValue;
///
/// const ROUTE: Key<&str> = Key::new("http.route");
/// const STATUS: Key<u16> = Key::new("http.response.status_code");
///
/// let route = String::from("/cart");
/// assert_eq!(ROUTE.of(&route), KeyValue::new("http.route", "/cart"));
/// assert_eq!(STATUS.of(200), KeyValue::new("http.response.status_code", 200));
/// assert_eq!(ROUTE.as_str(), "http.route");
/// ```
///
/// A value of another type does not compile:
///
/// ```compile_fail
/// # use meterstick::Key;
/// # const STATUS: Key<u16> = Key::new("http.response.status_code");
/// STATUS.of("OK");
/// ```
///
/// Neither does an empty key, in a `const` or `static`:
///
/// ```compile_fail
/// # use meterstick::Key;
/// const ROUTE: Key<&str> = Key::new("");
/// ```
// Covariant in `T`, so that a constant `Key<&'static str>` takes any `&str`.
pub struct Key<T> {
    key: &'static str,
    value: PhantomData<fn() -> T>,
}

impl<T: AttributeValue> Key<T> {
    /// Makes a key that is known to be valid.
    ///
    /// `T` is the type of a value that is present. For a value that can be absent, use the same key with
    /// [`of_option`](Self::of_option).
    ///
    /// ```compile_fail
    /// # use meterstick::Key;
    /// const ERROR: Key<Option<&str>> = Key::new("error.type");
    /// ```
    ///
    /// # Panics
    ///
    /// If the key is empty or `T` is an `Option`; in a `const` or `static`, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn new(key: &'static str) -> Self {
        match check::<T>(key) {
            Ok(()) => Self { key, value: PhantomData },
            Err(rule) => panic!("{}", rule),
        }
    }

    /// Checks a key that is known at run time only.
    ///
    /// # Errors
    ///
    /// [`KeyError`] if the key is empty or `T` is an `Option`.
    ///
    /// ```
    /// use meterstick::Key;
    ///
    /// assert!(Key::<bool>::try_new("cache.hit").is_ok());
    /// assert_eq!(Key::<bool>::try_new("").unwrap_err().to_string(), "an attribute's key is not empty");
    /// ```
    pub const fn try_new(key: &'static str) -> Result<Self, KeyError> {
        match check::<T>(key) {
            Ok(()) => Ok(Self { key, value: PhantomData }),
            Err(rule) => Err(KeyError(rule)),
        }
    }

    /// Makes the attribute of this key and a value.
    ///
    /// ```
    /// use meterstick::Key;
    ///
    /// const ERROR: Key<&str> = Key::new("error.type");
    ///
    /// assert_eq!(ERROR.of("timeout").value.as_str(), "timeout");
    /// ```
    #[must_use]
    pub fn of(self, value: T) -> KeyValue {
        // Only an implementation of `AttributeValue` that contradicts itself has no value here.
        let value = value.value().to_value().unwrap_or_else(|| Value::from(""));
        KeyValue::new(self.key, value)
    }

    /// Makes the attribute of this key and a value, if there is a value.
    ///
    /// ```
    /// use meterstick::Key;
    ///
    /// const ERROR: Key<&str> = Key::new("error.type");
    ///
    /// assert_eq!(ERROR.of_option(None), None);
    /// ```
    #[must_use]
    pub fn of_option(self, value: Option<T>) -> Option<KeyValue> {
        let value = value.as_ref()?.value().to_value()?;
        Some(KeyValue::new(self.key, value))
    }
}

impl<T> Key<T> {
    /// Returns the text of the attribute's key.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.key
    }
}

const fn check<T: AttributeValue>(key: &str) -> Result<(), &'static str> {
    if key.is_empty() {
        Err("an attribute's key is not empty")
    } else if !T::REQUIRED {
        Err("the value of a key is always there: make it a `Key<T>`, and give it options by `key.of_option(option)`")
    } else {
        Ok(())
    }
}

/// Why the key of an attribute was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyError(&'static str);

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for KeyError {}

impl<T> From<Key<T>> for opentelemetry::Key {
    fn from(key: Key<T>) -> Self {
        Self::from_static_str(key.key)
    }
}

impl<T> From<Key<T>> for KeyRef<'static> {
    fn from(key: Key<T>) -> Self {
        Self::Static(key.key)
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl<T> Eq for Key<T> {}

impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Key").field(&self.key).finish()
    }
}

impl<T> fmt::Display for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}
