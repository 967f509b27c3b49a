//! Any value as an attribute, one by one.
//!
//! A typed set is the way to declare attributes, and costs nothing. Where a value comes alone, for a span, a log or
//! [`KeyValues`](crate::KeyValues), [`value`] and [`attribute`] convert whatever has a mapping. What has none is shown
//! by its [`Display`](core::fmt::Display) or [`Debug`](core::fmt::Debug), if that is asked for: [`Shown`], [`Debugged`].
#![cfg_attr(feature = "serde", doc = "What can be serialized is walked at run time: [`serde`].")]

#[cfg(feature = "logs")]
mod log;
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
pub mod serde;
mod shown;

#[cfg(feature = "logs")]
#[cfg_attr(docsrs, doc(cfg(feature = "logs")))]
pub use log::log_attributes;
pub use shown::{Debugged, Shown};

use opentelemetry::{Key, KeyValue, Value};

use super::value::AttributeValue;

/// The value as the OpenTelemetry API has it: `None` if there is none.
///
/// An integer that 64 bits with a sign cannot hold is its decimal string (*Common, mapping to `AnyValue`*), and NaN is
/// the string `NaN`: see [`ValueRef::to_value`](crate::ValueRef::to_value).
///
/// ```
/// use meterstick::convert::{Debugged, Shown, value};
/// use opentelemetry::Value;
///
/// assert_eq!(value(200_u16), Some(Value::I64(200)));
/// assert_eq!(value(u64::MAX), Some("18446744073709551615".into()));
/// assert_eq!(value(["a", "b"]).unwrap().to_string(), r#"["a","b"]"#);
/// assert_eq!(value(None::<bool>), None);
///
/// let version = "1.95".parse::<f64>();
/// assert_eq!(value(Shown(format_args!("v{}", 2))), Some("v2".into()));
/// assert_eq!(value(Debugged(&version)), Some("Ok(1.95)".into()));
/// ```
///
/// What has no mapping does not compile:
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

/// The attribute of that key and value: `None` if there is no value.
///
/// A key that is known where the program is written is better a [`Key`](crate::Key), which has its value's type.
///
/// ```
/// use meterstick::convert::attribute;
/// use opentelemetry::KeyValue;
///
/// let header = "accept";
/// let key = format!("http.request.header.{header}");
/// assert_eq!(attribute(key, ["text/html"]).unwrap().key.as_str(), "http.request.header.accept");
/// assert_eq!(attribute("cache.hit", true), Some(KeyValue::new("cache.hit", true)));
/// assert_eq!(attribute("error.type", None::<&str>), None);
/// ```
#[must_use]
pub fn attribute<T: AttributeValue>(key: impl Into<Key>, value: T) -> Option<KeyValue> {
    Some(KeyValue::new(key, self::value(value)?))
}
