//! Attributes: keys, values, and the typed sets that instruments, spans and logs take.
//!
//! A set is a struct with `#[derive(Attributes)]`; a closed value is an enum with `#[derive(AttributeValue)]`.
//! [`KeyValues`] is the open door: any keys and values, as the OpenTelemetry API has them.

mod key_values;
mod set;
mod value;
mod values;

pub use key_values::KeyValues;
pub use set::{Attributes, Field, KeyRef, Visit};
pub use value::{AttributeValue, Sequence, ValueRef, ValueType};

#[doc(hidden)]
pub use set::{Set, distinct};
