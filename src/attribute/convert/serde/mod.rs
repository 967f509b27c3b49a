//! Attributes of whatever [`Serialize`] can show, walked at run time.
//!
//! | what is serialized | is as a value of an attribute | is as a value of a log |
//! | --- | --- | --- |
//! | a bool, a string, a character | itself | the same |
//! | an integer | itself; outside of 64 bits with a sign, its decimal string | the same |
//! | a float | a double; NaN is the string `NaN` and `-0.0` is `0.0`, or each would split a series | a double |
//! | bytes | their Base64 | bytes |
//! | a sequence of one primitive, or an empty one | an array | a list |
//! | another sequence, and one with NaN or an integer that is a string beside others that are not | its JSON, as the specification writes it: `[1.0,"NaN"]` | a list; with absent elements, its JSON |
//! | a struct, or an enum's variant with fields | dotted attributes; within a sequence or a map, JSON | a map |
//! | an enum's variant with fields that hold nothing: `None`, `()` | its name | a newtype's its name, else a map |
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
//!
//! A value that contains itself, by an `Rc` say, is refused as too deep. That is seen by the structs, newtypes, `Some`s and so
//! on that are met on the way: one that is nothing but `#[serde(transparent)]` or `#[serde(untagged)]` is not seen by any
//! serializer.

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
        Node::Map(entries) => set.entries(entries)?,
        other => set.node(other)?,
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
        entries.into_iter().try_for_each(|(name, node)| self.named(&name, node))
    }

    fn node(&mut self, node: Node) -> Result<(), ConversionError> {
        match node {
            Node::Struct(entries) => self.entries(entries),
            Node::Variant(name, node) => {
                let before = self.list.len();
                self.named(name, *node)?;
                // What the variant holds has no attributes, but which one it is must not be lost.
                if self.list.len() == before { self.one(&Node::Text(name.into())) } else { Ok(()) }
            }
            other => self.one(&other),
        }
    }

    fn named(&mut self, name: &str, node: Node) -> Result<(), ConversionError> {
        if name.is_empty() {
            return Err(ConversionError::new(Reason::EmptyKey).within(&self.path));
        }
        let end = self.path.len();
        if end > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        self.node(node)?;
        self.path.truncate(end);
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
