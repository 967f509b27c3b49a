//! Attributes of whatever [`Serialize`] can show, walked at run time.
//!
//! | what is serialized | is as a value of an attribute | is as a value of a log |
//! | --- | --- | --- |
//! | a bool, a string, a character | itself | the same |
//! | an integer | itself; outside of 64 bits with a sign, its decimal string | the same |
//! | a float | a double; NaN is the string `NaN` and `-0.0` is `0.0`, or each would split a series | a double |
//! | bytes | their Base64 | bytes |
//! | a sequence of one primitive, or an empty one | an array | a list |
//! | another sequence | its JSON, as the specification writes it | a list; with absent elements, its JSON |
//! | a struct, or an enum's variant with fields | dotted attributes; within a sequence or a map, JSON | a map |
//! | a map | attributes where it is the whole, else its JSON | a map |
//! | an enum's variant without fields | its name | the same |
//! | a newtype | what it holds | the same |
//! | `None`, `()`, a unit struct | left out | left out |
//!
//! The left column goes by *Common, mapping to `AnyValue`*. The API's attributes carry neither bytes, nor maps, nor mixed
//! arrays; there, the rules of *Common, `AnyValue` representation for non-OTLP protocols* hold. Within JSON, what is
//! absent is `null`.
//!
//! A `Vec<u8>` is a sequence of integers for `serde`; bytes are what calls `serialize_bytes`. So is a struct with
//! `#[serde(flatten)]` a map: as the whole it is attributes, and within another it is JSON.

mod error;
mod key;
mod node;
mod text;
mod walk;

pub use error::{ConversionError, Reason};

use std::collections::HashSet;

use opentelemetry::{KeyValue, Value};
use serde_core::Serialize;

use node::{Entries, Node};

/// The value as one attribute has it: `None` if there is none.
///
/// # Errors
///
/// [`ConversionError`] if it cannot be carried without loss, or does not serialize.
///
/// ```
/// use meterstick::convert::serde::value;
/// use opentelemetry::Value;
///
/// assert_eq!(value(&[1, 2])?, Some(Value::Array(vec![1, 2].into())));
/// assert_eq!(value(&(1, "a", None::<u8>))?, Some(r#"[1,"a",null]"#.into()));
/// assert_eq!(value(&u64::MAX)?, Some("18446744073709551615".into()));
/// # Ok::<(), meterstick::convert::serde::ConversionError>(())
/// ```
pub fn value<T: Serialize + ?Sized>(value: &T) -> Result<Option<Value>, ConversionError> {
    Ok(walk::walk(value)?.to_value())
}

/// The attributes of a struct or a map, each key after the prefix and a dot; with the prefix `""`, the keys alone.
///
/// What is neither is one attribute, and the prefix its key.
///
/// # Errors
///
/// [`ConversionError`] if a key would be empty or come twice, if a value cannot be carried without loss, or if it does
/// not serialize.
///
/// ```
/// use meterstick::convert::serde::attributes;
///
/// #[derive(serde::Serialize)]
/// struct Order<'a> {
///     id: u64,
///     customer: Customer<'a>,
///     items: Vec<&'a str>,
///     coupon: Option<&'a str>,
/// }
///
/// #[derive(serde::Serialize)]
/// struct Customer<'a> {
///     country: &'a str,
/// }
///
/// let order = Order { id: 7, customer: Customer { country: "NZ" }, items: vec!["tea", "cup"], coupon: None };
/// let list: Vec<_> = attributes("order", &order)?.iter().map(|one| format!("{}={}", one.key, one.value)).collect();
/// assert_eq!(list, ["order.id=7", "order.customer.country=NZ", r#"order.items=["tea","cup"]"#]);
/// # Ok::<(), meterstick::convert::serde::ConversionError>(())
/// ```
pub fn attributes<T: Serialize + ?Sized>(prefix: &str, value: &T) -> Result<Vec<KeyValue>, ConversionError> {
    if prefix.starts_with('.') || prefix.ends_with('.') {
        return Err(ConversionError::new(Reason::PrefixIsNoName).within(prefix));
    }
    let mut set = Flat { path: prefix.to_owned(), list: Vec::new() };
    match walk::walk(value)? {
        Node::Struct(entries) | Node::Map(entries) => set.entries(entries)?,
        other => set.one(&other)?,
    }
    set.distinct()
}

/// The value as a log has it, for a body or an attribute: `None` if there is none.
///
/// ```
/// use meterstick::convert::serde::any_value;
/// use opentelemetry::logs::AnyValue;
///
/// let mixed = any_value(&(1, "a"))?;
/// assert_eq!(mixed, Some(AnyValue::ListAny(Box::new(vec![AnyValue::Int(1), "a".into()]))));
/// # Ok::<(), meterstick::convert::serde::ConversionError>(())
/// ```
///
/// # Errors
///
/// [`ConversionError`] if it cannot be carried without loss, or does not serialize.
#[cfg(feature = "logs")]
#[cfg_attr(docsrs, doc(cfg(all(feature = "serde", feature = "logs"))))]
pub fn any_value<T: Serialize + ?Sized>(value: &T) -> Result<Option<opentelemetry::logs::AnyValue>, ConversionError> {
    Ok(walk::walk(value)?.into_any_value())
}

/// Attributes with dotted keys, in the making.
struct Flat {
    /// The key of where it is.
    path: String,
    list: Vec<KeyValue>,
}

impl Flat {
    fn entries(&mut self, entries: Entries) -> Result<(), ConversionError> {
        for (name, node) in entries {
            if name.is_empty() {
                return Err(ConversionError::new(Reason::EmptyKey).within(&self.path));
            }
            let end = self.path.len();
            if end > 0 {
                self.path.push('.');
            }
            self.path.push_str(&name);
            match node {
                Node::Struct(entries) => self.entries(entries)?,
                other => self.one(&other)?,
            }
            self.path.truncate(end);
        }
        Ok(())
    }

    fn one(&mut self, node: &Node) -> Result<(), ConversionError> {
        let Some(value) = node.to_value() else { return Ok(()) };
        if self.path.is_empty() {
            return Err(ConversionError::new(Reason::EmptyKey));
        }
        self.list.push(KeyValue::new(self.path.clone(), value));
        Ok(())
    }

    /// Names that have dots of their own can meet (*Common, attribute collections*).
    fn distinct(self) -> Result<Vec<KeyValue>, ConversionError> {
        let mut seen = HashSet::with_capacity(self.list.len());
        match self.list.iter().find(|one| !seen.insert(one.key.as_str())) {
            Some(twice) => Err(ConversionError::new(Reason::DuplicateKey).within(twice.key.as_str())),
            None => Ok(self.list),
        }
    }
}
