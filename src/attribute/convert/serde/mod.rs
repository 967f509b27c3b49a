//! Converts every type that implements [`Serialize`] to attributes and log values.
//!
//! | serialized | attribute value | log value |
//! | --- | --- | --- |
//! | bool, string, character | itself | the same |
//! | integer | itself; outside the range of `i64` its decimal string | the same |
//! | float | a double; NaN is the string `NaN` and `-0.0` is `0.0`, because each would split a series | a double |
//! | bytes | their Base64 | bytes |
//! | sequence whose elements have the same attribute type; empty sequence | an array | a list |
//! | other sequence, such as `[1.0, NaN]` or one with an integer outside the range of `i64` beside others | its JSON: `[1.0,"NaN"]` | a list; its JSON if elements are absent |
//! | struct, enum variant with fields | dotted attributes; JSON within a sequence or map, and by [`value`] | a map |
//! | newtype variant or variant with named fields, all absent: `Paid(None)`, `Sent { at: None }` | its name; JSON within a sequence or map, and by [`value`]: `{"Paid":null}` | its name if it is a newtype, else a map |
//! | tuple variant with several fields | a sequence below its name, also if all are absent: `state.Pair` is `[null,null]` | a map |
//! | map | attributes at the top level, else its JSON | a map |
//! | enum variant without fields | its name | the same |
//! | newtype | its content | the same |
//! | `None`, `()`, unit struct | left out | left out |
//!
//! The mapping is that of *Common, mapping to `AnyValue`*. The API's attributes carry no bytes, maps or mixed arrays; for
//! those, the rules of *Common, `AnyValue` representation for non-OTLP protocols* apply. Within JSON an absent value is
//! `null`.
//!
//! `serde` serializes a `Vec<u8>` as a sequence of integers; bytes are what calls `serialize_bytes`. It serializes a struct
//! with `#[serde(flatten)]` as a map: at the top level it becomes attributes, below it becomes JSON.
//!
//! A value that is more than 128 levels deep is refused, and so is one that contains itself through an `Rc`. Sequences, maps,
//! structs, variants, newtypes and `Some` are a level each. `#[serde(transparent)]` and `#[serde(untagged)]` types are not,
//! because they do not call the serializer: a cycle of those alone overflows the stack, with any serializer.
// Uses `json`, `value`. No other module uses it.

mod error;
mod key;
mod node;
mod text;
mod walk;

pub use error::{ConversionError, Reason};

use std::collections::HashSet;

use opentelemetry::{KeyValue, Value};
/// The core of the crate `serde`, whose traits are in the signatures of this module.
pub use serde_core;
use serde_core::Serialize;

use node::{Entries, Node};

/// Converts a serializable value to one attribute value. `None` if it is absent.
///
/// # Errors
///
/// [`ConversionError`] if the conversion would lose something, or the value does not serialize.
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

/// Converts a serializable struct or map to attributes. Each key is the prefix, a dot and the field's name; with the prefix `""`,
/// it is the field's name.
///
/// Any other value becomes one attribute with the prefix as its key.
///
/// # Errors
///
/// [`ConversionError`] if a key would be empty or duplicate, if the conversion would lose something, or if the value does
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

/// Converts a serializable value to a log value, for a body or an attribute. `None` if it is absent.
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
/// [`ConversionError`] if the conversion would lose something, or the value does not serialize.
#[cfg(feature = "logs")]
pub fn any_value<T: Serialize + ?Sized>(value: &T) -> Result<Option<opentelemetry::logs::AnyValue>, ConversionError> {
    Ok(walk::walk(value)?.into_any_value())
}

/// Collects attributes with dotted keys.
struct Flat {
    /// The key of the current value.
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
                // The content has no attributes, but the name of the variant must not be lost.
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

    /// Refuses duplicate keys, which names with dots can produce (*Common, attribute collections*).
    fn distinct(self) -> Result<Vec<KeyValue>, ConversionError> {
        let mut seen = HashSet::with_capacity(self.list.len());
        match self.list.iter().find(|one| !seen.insert(one.key.as_str())) {
            Some(twice) => Err(ConversionError::new(Reason::DuplicateKey).within(twice.key.as_str())),
            None => Ok(self.list),
        }
    }
}
