//! How what ran in a span ended.

use std::any::{Any, type_name};
use std::borrow::Cow;
use std::marker::PhantomData;

use super::chain::chain;
use super::error_type::{ErrorType, OTHER};
use crate::attribute::shown;
use crate::failure::Failure;
use crate::safely::safely;

/// How something ended. What takes time to learn is there only if it was asked for.
pub(super) enum End {
    Done,
    /// It was dropped, and nothing was said of how it went.
    Dropped,
    Failed {
        error_type: Cow<'static, str>,
        details: Option<Details>,
    },
    /// With what the panic says.
    Panicked(Option<String>),
    Cancelled,
}

/// What an error says of itself.
pub(super) struct Details {
    pub(super) exception_type: Cow<'static, str>,
    pub(super) message: String,
    /// What its sources say, outermost first.
    pub(super) sources: Vec<String>,
}

impl End {
    pub(super) fn panicked(payload: &(dyn Any + Send), detailed: bool) -> Self {
        Self::Panicked(detailed.then(|| message(payload)))
    }

    /// Asks an error. All that answers is code of the user's, and none of it may take the user's value with it: where it
    /// panics, the answer is the one that there is without it.
    fn failed<E: Failure, C: ErrorType<E>>(error: &E, detailed: bool) -> Self {
        let error_type = safely(|| C::error_type(error)).unwrap_or(OTHER.into());
        let details = detailed.then(|| Details {
            exception_type: safely(|| C::exception_type(error)).unwrap_or(type_name::<E>().into()),
            message: shown(error.displayed()),
            sources: chain(safely(|| C::source(error)).flatten()).map(shown).collect(),
        });
        Self::Failed { error_type, details }
    }
}

/// What a panic says.
fn message(payload: &(dyn Any + Send)) -> String {
    if let Some(message) = payload.downcast_ref::<&'static str>() {
        (*message).to_owned()
    } else if let Some(message) = payload.downcast_ref::<String>() {
        message.clone()
    } else {
        "a panic whose payload is not a text".to_owned()
    }
}

/// Judges how something ended by what it gave.
pub(super) trait Judge<T> {
    fn judge(value: &T, detailed: bool) -> End;
}

/// Whatever is given is a success.
pub(super) enum Infallible {}

impl<T> Judge<T> for Infallible {
    fn judge(_: &T, _: bool) -> End {
        End::Done
    }
}

/// An `Err` is a failure, of the class that `C` says.
pub(super) struct Fallible<C>(PhantomData<C>);

impl<T, E: Failure, C: ErrorType<E>> Judge<Result<T, E>> for Fallible<C> {
    fn judge(value: &Result<T, E>, detailed: bool) -> End {
        match value {
            Ok(_) => End::Done,
            Err(error) => End::failed::<E, C>(error, detailed),
        }
    }
}
