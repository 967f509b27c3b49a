//! `AttributeValue`: the values of attributes, their types, and how they become OpenTelemetry's.
// Uses `json`, `safely`. Used by `cache`, `catalog`, `closed`, `convert`, `convert::serde::node`, `convert::shown`,
// `derived`, `export`, `key`, `key_values`, `record`, `set`, `testing`, `trace`, `values`.

use core::fmt::{self, Write};

use opentelemetry::{Array, StringValue, Value};
use std::borrow::Cow;
use std::sync::Arc;

use super::json;
use crate::safely::Safe;

/// A type of attribute values: a string, a number, a `bool`, an array of these, or a derived type.
///
/// ```
/// use meterstick::prelude::*;
///
/// #[derive(Clone, Copy, AttributeValue)]
/// #[attribute(rename_all = "UPPERCASE")]
/// enum Method {
///     Get, // the value "GET"
///     Post,
/// }
///
/// #[derive(Clone, Copy, AttributeValue)]
/// struct Port(u16); // the value of its field
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Request<'a> {
///     method: Method,
///     port: Port,
///     host: &'a str,
/// }
/// # let _ = (Request { method: Method::Get, port: Port(80), host: "a" }, Method::Post);
/// ```
///
/// It is implemented for `bool`, the integers (also `NonZero` ones), the floats, `char`, strings, IP and socket addresses, arrays
/// and slices of these, `Option`s, and the values of the OpenTelemetry API. `#[derive(AttributeValue)]` implements it for enums
/// and newtypes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an attribute value",
    note = "use a bool, a number, a string or an array of one of them, or derive `AttributeValue` on an enum or a newtype",
    note = "in a set, mark the field `#[attribute(display)]`, or `#[attribute(flatten)]` if it is a set itself; elsewhere, give `Shown(value)` or `Debugged(value)` of `meterstick::convert`"
)]
pub trait AttributeValue {
    /// The type of the value, for catalogues.
    const TYPE: ValueType;
    /// The number of possible values, if all are known. An absent `Option` counts as one.
    const CARDINALITY: Option<usize> = None;
    /// Whether the value is always present. If not, the absent value has the index 0.
    const REQUIRED: bool = true;
    /// The values that are known by name.
    const MEMBERS: &'static [&'static str] = &[];

    /// Returns the value, borrowed.
    ///
    /// It is the same as long as the attribute set lives, and so is the text of a [`ValueRef::Display`]. A set is read several
    /// times: an operation reads it for its span as it starts, and for its duration as it ends. A value that changes meanwhile is
    /// different in the two.
    fn value(&self) -> ValueRef<'_>;

    /// Returns the number of this value among the [`CARDINALITY`](Self::CARDINALITY) possible ones, in the order of
    /// [`MEMBERS`](Self::MEMBERS) if it has some. It is below that number: to record a set whose value has another index is a panic.
    fn index(&self) -> usize {
        0
    }
}

/// The type of an attribute's value, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValueType {
    /// The type of booleans.
    Bool,
    /// The type of signed 64-bit integers.
    Int,
    /// The type of doubles.
    Double,
    /// The type of strings.
    String,
    /// The type of arrays of booleans.
    Bools,
    /// The type of arrays of integers.
    Ints,
    /// The type of arrays of doubles.
    Doubles,
    /// The type of arrays of strings.
    Strings,
    /// Any of these: the type is known only when the value is.
    Any,
}

impl ValueType {
    /// Returns the type of an array of this type.
    #[must_use]
    pub const fn array(self) -> Self {
        match self {
            Self::Bool | Self::Bools => Self::Bools,
            Self::Int | Self::Ints => Self::Ints,
            Self::Double | Self::Doubles => Self::Doubles,
            Self::String | Self::Strings => Self::Strings,
            Self::Any => Self::Any,
        }
    }
}

/// The value of an attribute, borrowed, so that recording does not allocate for it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum ValueRef<'a> {
    /// No value: the attribute is left out.
    Absent,
    /// A boolean value.
    Bool(bool),
    /// An integer value.
    Int(i64),
    /// A double value.
    Double(f64),
    /// A string that is known at compile time.
    Static(&'static str),
    /// A string value.
    Str(&'a str),
    /// A shared string value.
    Shared(&'a Arc<str>),
    /// The `Display` text of something: the same [as long as the set lives](AttributeValue::value).
    Display(&'a dyn fmt::Display),
    /// The `Display` text of a number, an address or another type of the standard library. Displaying it runs none of the
    /// user's code, which could record a measurement itself.
    Plain(&'a dyn fmt::Display),
    /// An array of values.
    Sequence(&'a dyn Sequence),
    /// A value of the OpenTelemetry API.
    Value(&'a Value),
}

impl ValueRef<'_> {
    /// Converts to a value of the OpenTelemetry API. `None` if it is absent.
    ///
    /// `-0.0` becomes `0.0` and NaN the string `NaN`: unchanged, neither would equal itself in the SDK, and each would split a
    /// series.
    ///
    /// The elements of an array are converted one by one. If the results have several types, because one is NaN or an integer
    /// outside the range of `i64`, the array becomes its JSON: an attribute's array has one type (*Common, mapping to `AnyValue`;
    /// `AnyValue` representation for non-OTLP protocols*).
    ///
    /// ```
    /// use meterstick::AttributeValue;
    /// use opentelemetry::Value;
    ///
    /// assert_eq!([1.0, 2.5].value().to_value(), Some(Value::Array(vec![1.0, 2.5].into())));
    /// assert_eq!([1.0, f64::NAN].value().to_value(), Some(r#"[1.0,"NaN"]"#.into()));
    /// assert_eq!([1, u64::MAX].value().to_value(), Some(r#"[1,"18446744073709551615"]"#.into()));
    /// ```
    #[must_use]
    #[inline(always)]
    pub fn to_value(self) -> Option<Value> {
        // Values that are only copied are converted inline: where the set is known, they cost what hand-written code costs.
        match self {
            Self::Absent => None,
            Self::Bool(value) => Some(Value::Bool(value)),
            Self::Int(value) => Some(Value::I64(value)),
            Self::Static(value) => Some(Value::String(StringValue::from(value))),
            // Through a `Cow`, which measured faster than the API's other conversion.
            Self::Str(value) => Some(Value::String(StringValue::from(Cow::Owned(value.to_owned())))),
            converted => converted.convert(),
        }
    }

    fn convert(self) -> Option<Value> {
        Some(match self {
            Self::Absent | Self::Bool(_) | Self::Int(_) | Self::Static(_) | Self::Str(_) => return self.to_value(),
            Self::Double(value) if value.is_nan() => Value::String(StringValue::from("NaN")),
            Self::Double(value) => Value::F64(value + 0.0),
            Self::Shared(value) => Value::String(StringValue::from(Arc::clone(value))),
            Self::Display(value) | Self::Plain(value) => Value::String(StringValue::from(shown(value))),
            Self::Sequence(sequence) => of_sequence(sequence),
            Self::Value(Value::F64(value)) => return ValueRef::Double(*value).to_value(),
            Self::Value(Value::Array(Array::F64(values))) => of_sequence(values),
            Self::Value(value) => value.clone(),
        })
    }
}

/// The `Display` text of a value. If `Display` fails or panics, the text up to there; `to_string` would panic.
pub(crate) fn shown<T: fmt::Display + ?Sized>(value: &T) -> String {
    let mut text = String::new();
    let _ = write!(text, "{}", Safe(value));
    text
}

impl fmt::Debug for ValueRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_value().fmt(f)
    }
}

/// A value that can be an element of an array: always present, and not an array itself.
///
/// ```
/// use meterstick::AttributeValue;
///
/// let list = ["a", "b"].value().to_value().map(|list| list.to_string());
/// assert_eq!(list, Some(r#"["a","b"]"#.to_owned()));
/// ```
///
/// ```compile_fail
/// use meterstick::AttributeValue;
///
/// let _ = [Some("a"), None].value();
/// ```
#[diagnostic::on_unimplemented(
    message = "an array contains bools, numbers or strings, not `{Self}`",
    note = "an element is always present and not an array itself: leave out each `None` first, or derive `AttributeValue` on an enum or a newtype"
)]
pub trait Element: AttributeValue {}

/// An array of attribute values.
pub trait Sequence {
    /// Returns the type of the elements.
    fn element(&self) -> ValueType;
    /// Passes each element to a closure.
    fn each(&self, show: &mut dyn FnMut(ValueRef<'_>));
}

/// An array of the elements' common type; without one, their JSON.
fn of_sequence(sequence: &dyn Sequence) -> Value {
    let mut values = Vec::new();
    sequence.each(&mut |value| values.extend(value.to_value()));
    fn all<T>(values: &[Value], pick: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
        values.iter().map(pick).collect()
    }
    let ty = match values.first() {
        None => sequence.element(),
        Some(Value::Bool(_)) => ValueType::Bool,
        Some(Value::I64(_)) => ValueType::Int,
        Some(Value::F64(_)) => ValueType::Double,
        Some(_) => ValueType::String,
    };
    let array = match ty {
        ValueType::Bool => all(&values, |value| match value {
            Value::Bool(value) => Some(*value),
            _ => None,
        })
        .map(Array::Bool),
        ValueType::Int => all(&values, |value| match value {
            Value::I64(value) => Some(*value),
            _ => None,
        })
        .map(Array::I64),
        ValueType::Double => all(&values, |value| match value {
            Value::F64(value) => Some(*value),
            _ => None,
        })
        .map(Array::F64),
        _ => all(&values, |value| match value {
            Value::String(value) => Some(value.clone()),
            _ => None,
        })
        .map(Array::String),
    };
    array.map_or_else(|| Value::String(StringValue::from(json::array(&values))), Value::Array)
}
