//! `ErrorType`: the class of an error, its `error.type`.
// Uses `attribute`. Used by `active`, `cache`, `declare`, `declare_operation`, `distinct`, `end`, `operation`,
// `outcome`, `runs`, `said`, `shared`, `source`, `sources`, `span`, `started`, `undeclared`, `verdict`.

use std::any::type_name;
use std::borrow::Cow;
use std::error::Error;

use crate::attribute::{AttributeValue, ValueRef};

/// The key of the error's class (*Attribute registry, error.type*).
pub(super) const ERROR_TYPE: &str = "error.type";
/// The conventions' value for an error without a class.
pub(super) const OTHER: &str = "_OTHER";

/// The class that is exported. Prometheus takes an empty label for none, so an empty class would be that of a success.
pub(super) fn or_other(class: Cow<'static, str>) -> Cow<'static, str> {
    if class.is_empty() { OTHER.into() } else { class }
}

/// Determines the `error.type` of errors: one of few classes (*Attribute registry, error*).
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
    message = "`{Self}` does not determine the `error.type` of a `{E}`",
    label = "its errors have another type",
    note = "declare `.error_type::<ByTypeName>()`, which works for any error, or a type that implements `ErrorType<{E}>`",
    note = "`ByValue` is for errors with `#[derive(AttributeValue)]`, `WithSources` for those that are a `std::error::Error`, `OneOf` for `Box<dyn Error>` and similar"
)]
pub trait ErrorType<E: ?Sized>: 'static {
    /// Returns the error's class. If it is empty or this panics, the class is `_OTHER`.
    fn error_type(error: &E) -> Cow<'static, str>;

    /// Returns the error's type for the `exception.type` of an exception event: by default its type at compile time.
    fn exception_type(error: &E) -> Cow<'static, str> {
        let _ = error;
        type_name::<E>().into()
    }

    /// Returns the error itself with its chain of sources, at most 32 of them; by default none.
    ///
    /// The description of the status is then the text of the error and of each source, separated by `: `, and an exception event
    /// has an `exception.stacktrace` with a line `Caused by: ` for each source.
    fn source(error: &E) -> Option<&(dyn Error + 'static)> {
        let _ = error;
        None
    }
}

/// The default `error.type`: the name of the error's type with its path, `shop::ChargeError`, as the conventions ask for types
/// (*Attribute registry, error.type*).
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

/// Takes the error's own value as `error.type`: for an enum with `#[derive(AttributeValue)]`.
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
///
/// The values of a string or a number have no end, so `ByValue` does not take them:
///
/// ```compile_fail
/// use meterstick::trace::{ByValue, ErrorType};
///
/// let error = String::from("no such file 7");
/// println!("{}", ByValue::error_type(&error));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByValue {}

#[diagnostic::do_not_recommend]
impl<E: AttributeValue> ErrorType<E> for ByValue {
    fn error_type(error: &E) -> Cow<'static, str> {
        const {
            assert!(
                !E::MEMBERS.is_empty(),
                "`ByValue` takes an enum of errors, because every other text or number would be another `error.type`: derive `AttributeValue` on an enum, or use `ByTypeName`"
            );
        }
        match error.value() {
            ValueRef::Static(value) => value.into(),
            value => value.to_value().map_or(Cow::Borrowed(OTHER), |value| value.to_string().into()),
        }
    }
}
