//! Conversion of single values to attributes.
//!
//! Prefer a typed attribute set, which allocates nothing. For single values of a span, a log or [`KeyValues`](crate::KeyValues),
//! [`value`] and [`attribute`] convert every type that is an attribute value. [`Shown`] converts other types by their
//! [`Display`](core::fmt::Display), [`Debugged`] by their [`Debug`](core::fmt::Debug).
// Uses `json`, `key_values`, `set`, `value`. No other module uses it.
#![cfg_attr(feature = "serde", doc = "[`serde`] converts every type that serializes.")]

#[cfg(feature = "logs")]
mod log;
#[cfg(feature = "serde")]
pub mod serde;
mod shown;

#[cfg(feature = "logs")]
pub use log::log_attributes;
pub use shown::{Debugged, Shown};

use opentelemetry::{Key, KeyValue, Value};

use super::key_values::has_key;
use super::value::AttributeValue;

/// Converts one value to a `Value` of the OpenTelemetry API. `None` if it is absent.
///
/// An integer outside the range of `i64` becomes its decimal string (*Common, mapping to `AnyValue`*), and NaN the string
/// `NaN`: see [`ValueRef::to_value`](crate::ValueRef::to_value).
///
/// ```
/// use meterstick::convert::{Debugged, Shown, value};
/// use opentelemetry::Value;
///
/// assert_eq!(value(200_u16), Some(Value::I64(200)));
/// assert_eq!(value(u64::MAX), Some("18446744073709551615".into()));
/// assert_eq!(value(["a", "b"]).map(|list| list.to_string()), Some(r#"["a","b"]"#.to_owned()));
/// assert_eq!(value(None::<bool>), None);
///
/// let version = "1.95".parse::<f64>();
/// assert_eq!(value(Shown(format_args!("v{}", 2))), Some("v2".into()));
/// assert_eq!(value(Debugged(&version)), Some("Ok(1.95)".into()));
/// ```
///
/// A type that is not an attribute value does not compile:
///
/// ```compile_fail
/// # use meterstick::convert::value;
/// struct Order;
/// value(Order); // derive `AttributeValue`, or say how it is shown
/// ```
#[must_use]
pub fn value<T: AttributeValue>(value: T) -> Option<Value> {
    value.value().to_value()
}

/// Converts a key and a value to an attribute. `None` if the value is absent.
///
/// An attribute's key is not empty (*Common, attribute*): with an empty key it is `None`, too, which is reported once.
///
/// For a key that is known at compile time use [`Key`](crate::Key), which has the type of its value.
///
/// ```
/// use meterstick::convert::attribute;
/// use opentelemetry::KeyValue;
///
/// let header = "accept";
/// let key = format!("http.request.header.{header}");
/// assert!(attribute(key, ["text/html"]).is_some_and(|pair| pair.key.as_str() == "http.request.header.accept"));
/// assert_eq!(attribute("cache.hit", true), Some(KeyValue::new("cache.hit", true)));
/// assert_eq!(attribute("error.type", None::<&str>), None);
/// ```
#[must_use]
pub fn attribute<T: AttributeValue>(key: impl Into<Key>, value: T) -> Option<KeyValue> {
    Some(KeyValue::new(key, self::value(value)?)).filter(has_key)
}
