//! How what ran in a span ended.

use std::any::{Any, type_name};
use std::borrow::Cow;
use std::fmt::Display;
use std::marker::PhantomData;

use opentelemetry::KeyValue;
use opentelemetry::trace::Status;

use super::active::{ActiveSpan, Said};
use super::error_type::ErrorType;
use crate::attribute::shown;

/// How something ended.
pub(super) enum End<'a> {
    Done,
    Failed(Failure<'a>),
    Panicked(&'a (dyn Any + Send)),
    Cancelled,
}

/// An error that was given back.
pub(super) struct Failure<'a> {
    error_type: Cow<'static, str>,
    exception_type: &'static str,
    message: &'a dyn Display,
}

/// What a future that was dropped before it was done tells.
const CANCELLED: &str = "cancelled";
/// The conventions' word for an error without a class.
pub(super) const OTHER: &str = "_OTHER";
/// What a panic tells.
const PANIC: &str = "panic";

impl End<'_> {
    /// The class of the error, if it was one (*Recording errors*): by how it ended, and by what was said of it before.
    pub(super) fn error_type(&self, said: Said) -> Option<Cow<'static, str>> {
        match self {
            _ if said == Said::Ok => None,
            Self::Done => (said == Said::Failed).then_some(OTHER.into()),
            Self::Failed(failure) => Some(failure.error_type.clone()),
            Self::Panicked(_) => Some(PANIC.into()),
            Self::Cancelled => Some(CANCELLED.into()),
        }
    }

    /// Tells a span that records: the exception, the status and the class of the error (*Recording errors on spans*;
    /// *Exceptions on spans*). Of a success the status stays unset.
    #[inline]
    pub(super) fn tell(&self, active: &ActiveSpan) {
        if active.was_recording() && (!matches!(self, Self::Done) || active.said() == Said::Failed) {
            self.tell_failure(active);
        }
    }

    #[cold]
    fn tell_failure(&self, active: &ActiveSpan) {
        let description: Option<Cow<'static, str>> = match self {
            Self::Done => None,
            Self::Failed(failure) => {
                let message = shown(failure.message);
                exception(active, failure.exception_type, message.clone());
                Some(message.into())
            }
            Self::Panicked(payload) => {
                let message = message(*payload);
                exception(active, PANIC, message.clone());
                Some(message.into())
            }
            Self::Cancelled => Some("cancelled: the future was dropped before it was done".into()),
        };
        let span = active.span();
        if let Some(error_type) = self.error_type(active.said()) {
            span.set_attribute(KeyValue::new("error.type", error_type));
        }
        if let Some(description) = description {
            span.set_status(Status::Error { description });
        }
    }
}

fn exception(active: &ActiveSpan, exception_type: &'static str, message: String) {
    let attributes = vec![KeyValue::new("exception.type", exception_type), KeyValue::new("exception.message", message)];
    active.span().add_event("exception", attributes);
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
    fn judge(value: &T) -> End<'_>;
}

/// Whatever is given is a success.
pub(super) enum Infallible {}

impl<T> Judge<T> for Infallible {
    fn judge(_: &T) -> End<'_> {
        End::Done
    }
}

/// An `Err` is a failure, of the class that `C` says.
pub(super) struct Fallible<C>(PhantomData<C>);

impl<T, E: Display, C: ErrorType<E>> Judge<Result<T, E>> for Fallible<C> {
    fn judge(value: &Result<T, E>) -> End<'_> {
        match value {
            Ok(_) => End::Done,
            Err(error) => End::Failed(Failure {
                error_type: C::error_type(error),
                exception_type: type_name::<E>(),
                message: error,
            }),
        }
    }
}
