//! Attributes: their keys, their values, and the typed attribute sets that instruments, spans and logs take.
//!
//! A set is a struct with `#[derive(Attributes)]`; a closed value is an enum with `#[derive(AttributeValue)]`. [`KeyValues`] is
//! the open set: any keys and values, as the OpenTelemetry API has them. A [`Key`] is for single attributes.
// Uses `message`, `number`, `safely`, `unit`. Used by `cache`, `catalog`, `declare`, `export`, `group`, `instrument`,
// `record`, `testing`, `trace`.

mod closed;
pub mod convert;
#[doc(hidden)]
pub mod derived;
mod distinct;
mod json;
mod key;
mod key_values;
mod keys;
mod narrow;
mod pair;
mod set;
mod value;
mod values;

pub use closed::{ClosedAttributes, ClosedValue};
pub use key::{Key, KeyError};
pub use key_values::KeyValues;
pub use keys::{AnyKeys, FieldKey, NoKeys, SetKeys};
pub use set::{Attributes, Field, KeyRef, Visit};
pub use value::{AttributeValue, Element, Sequence, ValueRef, ValueType};

pub(crate) use distinct::assert_distinct;
#[cfg(feature = "trace")]
pub(crate) use key_values::has_key;
pub(crate) use narrow::{assert_narrower, is_narrower};
#[doc(hidden)]
pub use pair::HasPart;
#[doc(hidden)]
pub use set::Set;
pub(crate) use set::repeated;
pub(crate) use value::shown;

/// Derives [`Attributes`](trait@Attributes): makes a struct with named fields a typed attribute set.
///
/// ```
/// use meterstick::{AttributeValue, Attributes};
///
/// #[derive(Clone, Copy, AttributeValue)]
/// #[attribute(rename_all = "SCREAMING-KEBAB-CASE")]
/// enum Method {
///     Get,
///     Post,
/// }
///
/// #[derive(Clone, Copy, Attributes)]
/// #[attributes(prefix = "http")]
/// struct Served<'a> {
///     #[attribute(key = "request.method")]
///     method: Method,
///     route: &'a str,
///     error: Option<bool>,
/// }
///
/// let served = Served { method: Method::Get, route: "/cart", error: None };
/// let list: Vec<_> = served.key_values().iter().map(|one| format!("{}={}", one.key, one.value)).collect();
/// assert_eq!(list, ["http.request.method=GET", "http.route=/cart"]);
/// # let _ = Method::Post;
/// ```
#[doc(inline)]
pub use meterstick_derive::Attributes;

/// Derives [`AttributeValue`](trait@AttributeValue): makes an enum or a newtype an attribute value.
///
/// ```
/// use meterstick::{AttributeValue, ValueType};
///
/// /// A closed set of values.
/// #[derive(Clone, Copy, AttributeValue)]
/// enum Cache {
///     Hit,
///     Miss,
/// }
/// assert_eq!(Cache::CARDINALITY, Some(2));
/// assert_eq!(Cache::MEMBERS, ["hit", "miss"]);
///
/// /// Known values, and any other.
/// #[derive(Clone, Copy, AttributeValue)]
/// #[attribute(rename_all = "UPPERCASE")]
/// enum Method<'a> {
///     Get,
///     #[attribute(other)]
///     Other(&'a str),
/// }
/// assert_eq!(Method::CARDINALITY, None);
/// assert_eq!(Method::Other("BREW").value().to_value(), Some("BREW".into()));
/// assert_eq!(Method::Get.value().to_value(), Some("GET".into()));
///
/// /// A newtype is what it holds.
/// #[derive(Clone, Copy, AttributeValue)]
/// struct Status(u16);
/// assert_eq!(Status::TYPE, ValueType::Int);
/// # let _ = (Status(200).index(), Cache::Hit.index(), Cache::Miss.index());
/// ```
#[doc(inline)]
pub use meterstick_derive::AttributeValue;
