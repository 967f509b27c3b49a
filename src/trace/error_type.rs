//! What class of error something failed with.

use std::any::type_name;
use std::borrow::Cow;
use std::error::Error;

use crate::attribute::{AttributeValue, ValueRef};

/// The class of the error that something failed with (*Attribute registry, error.type*).
pub(super) const ERROR_TYPE: &str = "error.type";
/// The conventions' word for an error without a class.
pub(super) const OTHER: &str = "_OTHER";

/// Says the `error.type` of an error: a class of errors, of which there are few (*Attribute registry, error*).
///
/// Implement it for a type without values, and declare that with `.error_type::<..>()`:
///
/// ```
/// use std::borrow::Cow;
/// use std::io;
///
/// use meterstick::trace::{ErrorType, Internal, Span, Tracer};
/// use meterstick::Scope;
///
/// enum ByKind {}
///
/// impl ErrorType<io::Error> for ByKind {
///     fn error_type(error: &io::Error) -> Cow<'static, str> {
///         match error.kind() {
///             io::ErrorKind::NotFound => "not_found".into(),
///             _ => "_OTHER".into(),
///         }
///     }
/// }
///
/// static LOAD: Span<(), ByKind> =
///     Tracer::span::<Internal>().name("load").error_type::<ByKind>().global(Scope::new("shop"));
///
/// let loaded = LOAD.try_run(|_| std::fs::read("/there/is/no/such/file")); // error.type = not_found
/// assert!(loaded.is_err());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say the `error.type` of a `{E}`",
    label = "its errors have another type",
    note = "declare `.error_type::<ByTypeName>()`, which says it of any error, or a type that implements `ErrorType<{E}>`",
    note = "`ByValue` is for errors with `#[derive(AttributeValue)]`, `WithSources` for those that are a `std::error::Error`, `OneOf` for `Box<dyn Error>` and its like"
)]
pub trait ErrorType<E: ?Sized>: 'static {
    /// The error's class. If this panics, it is `_OTHER`.
    fn error_type(error: &E) -> Cow<'static, str>;

    /// The error's type, for the `exception.type` of an exception event: by default that which it has at compile time.
    fn exception_type(error: &E) -> Cow<'static, str> {
        let _ = error;
        type_name::<E>().into()
    }

    /// What caused the error, with its own source, and so on: by default not asked for. At most 32 are asked.
    ///
    /// The status' description is then that of the error and of each source, with `: ` between them, and an exception event
    /// has an `exception.stacktrace` with a line `Caused by: ` for each.
    fn source(error: &E) -> Option<&(dyn Error + 'static)> {
        let _ = error;
        None
    }
}

/// The `error.type` is the name of the error's type with its path, `shop::ChargeError`, as the conventions want it of
/// what is a type (*Attribute registry, error.type*). The default.
///
/// ```
/// use meterstick::trace::{ByTypeName, ErrorType};
///
/// assert_eq!(ByTypeName::error_type(&std::fmt::Error), "core::fmt::Error");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByTypeName {}

impl<E: ?Sized> ErrorType<E> for ByTypeName {
    fn error_type(_: &E) -> Cow<'static, str> {
        type_name::<E>().into()
    }
}

/// The `error.type` is the error's own value: for an enum of what can go wrong, with `#[derive(AttributeValue)]`.
///
/// ```
/// use meterstick::AttributeValue;
/// use meterstick::trace::{ByValue, ErrorType};
///
/// #[derive(Clone, Copy, AttributeValue)]
/// enum ChargeError {
///     CardDeclined,
///     Timeout,
/// }
///
/// assert_eq!(ByValue::error_type(&ChargeError::CardDeclined), "card_declined");
/// # let _ = ChargeError::Timeout;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByValue {}

#[diagnostic::do_not_recommend]
impl<E: AttributeValue> ErrorType<E> for ByValue {
    fn error_type(error: &E) -> Cow<'static, str> {
        match error.value() {
            ValueRef::Static(value) => value.into(),
            value => value.to_value().map_or(Cow::Borrowed(OTHER), |value| value.to_string().into()),
        }
    }
}
