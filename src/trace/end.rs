//! `End`: how the work in a span ended, and the `Judge` that determines it from a result.
// Uses `attribute`, `chain`, `error_type`, `failure`, `safely`. Used by `active`, `cache`, `drive`, `future`,
// `operation`, `runs`, `shared`, `span`, `started`, `undeclared`, `verdict`.

use std::any::{Any, type_name};
use std::borrow::Cow;
use std::marker::PhantomData;

use super::chain::chain;
use super::error_type::{ErrorType, or_other};
use crate::attribute::shown;
use crate::failure::Failure;
use crate::safely::safely;

/// How the work ended. What is expensive to determine is present only if it was asked for.
pub(crate) enum End {
    Done,
    /// Dropped without a status.
    Dropped,
    Failed {
        error_type: Cow<'static, str>,
        details: Option<Details>,
    },
    /// With the text of the panic.
    Panicked(Option<String>),
    Cancelled,
}

/// What an error says about itself.
pub(crate) struct Details {
    pub(super) exception_type: Cow<'static, str>,
    pub(super) message: String,
    /// The texts of its sources, outermost first.
    pub(super) sources: Vec<String>,
}

impl End {
    pub(super) fn panicked(payload: &(dyn Any + Send), detailed: bool) -> Self {
        Self::Panicked(detailed.then(|| message(payload)))
    }

    /// Asks an error. All of the answers come from the user's code, which must not lose the user's value: if it panics, the
    /// default answer is taken.
    fn failed<E: Failure, C: ErrorType<E>>(error: &E, detailed: bool) -> Self {
        let error_type = or_other(safely(|| C::error_type(error)).unwrap_or_default());
        let details = detailed.then(|| Details {
            exception_type: safely(|| C::exception_type(error)).unwrap_or(type_name::<E>().into()),
            message: shown(error.displayed()),
            sources: chain(safely(|| C::source(error)).flatten()).map(shown).collect(),
        });
        Self::Failed { error_type, details }
    }
}

/// The text of a panic.
fn message(payload: &(dyn Any + Send)) -> String {
    if let Some(message) = payload.downcast_ref::<&'static str>() {
        (*message).to_owned()
    } else if let Some(message) = payload.downcast_ref::<String>() {
        message.clone()
    } else {
        "a panic whose payload is not text".to_owned()
    }
}

/// Determines from a result how the work ended.
pub(crate) trait Judge<T> {
    fn judge(value: &T, detailed: bool) -> End;
}

/// Every result is a success.
pub(crate) enum Infallible {}

impl<T> Judge<T> for Infallible {
    fn judge(_: &T, _: bool) -> End {
        End::Done
    }
}

/// An `Err` is a failure, of the class that `C` determines.
pub(crate) struct Fallible<C>(PhantomData<C>);

impl<T, E: Failure, C: ErrorType<E>> Judge<Result<T, E>> for Fallible<C> {
    fn judge(value: &Result<T, E>, detailed: bool) -> End {
        match value {
            Ok(_) => End::Done,
            Err(error) => End::failed::<E, C>(error, detailed),
        }
    }
}
