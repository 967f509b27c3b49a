//! `Verdict`: how an outcome becomes a status, an `error.type` and an exception event. Spans and durations both use it.
// Uses `end`, `error_type`, `said`. Used by `shared`.

use std::borrow::Cow;
use std::fmt::Write;

use opentelemetry::KeyValue;
use opentelemetry::trace::Status;

use super::end::{Details, End};
use super::error_type::{ERROR_TYPE, OTHER};
use super::said::Said;

/// The class of a future that was dropped before its end.
const CANCELLED: &str = "cancelled";
/// The class of a panic.
const PANIC: &str = "panic";

/// What is reported, in both signals.
///
/// Only a failure has the status `Error`, an `error.type` and an exception (*Recording errors*). So none of the three contradicts
/// another.
#[derive(Debug)]
pub(super) enum Verdict {
    Unset,
    Ok,
    // Boxed, because most verdicts are not failures.
    Failed(Box<Failed>),
}

#[derive(Debug)]
pub(super) struct Failed {
    pub(super) error_type: Cow<'static, str>,
    description: Cow<'static, str>,
    exception: Option<Exception>,
}

/// The attributes of an event `exception` (*Exceptions on spans*).
#[derive(Debug)]
struct Exception {
    kind: Cow<'static, str>,
    message: String,
    /// The texts of its sources, outermost first.
    sources: Vec<String>,
}

impl Verdict {
    /// Decides by the status that was set last, and then by the end; but a status `Ok` is final.
    pub(super) fn of(said: Said, end: End) -> Self {
        let failed = |class: &'static str, description: Cow<'static, str>, exception| {
            Self::Failed(Box::new(Failed { error_type: class.into(), description, exception }))
        };
        match (said, end) {
            (Said::Ok, _) => Self::Ok,
            (Said::Nothing, End::Done | End::Dropped) => Self::Unset,
            (Said::Failed { class, description }, End::Done | End::Dropped) => Self::Failed(Box::new(Failed {
                error_type: class.unwrap_or(OTHER.into()),
                description,
                exception: None,
            })),
            (_, End::Failed { error_type, details }) => {
                let exception = details.map(Exception::of);
                let description = exception.as_ref().map_or_else(String::new, |one| one.chain(": ")).into();
                Self::Failed(Box::new(Failed { error_type, description, exception }))
            }
            (_, End::Panicked(message)) => {
                let description = message.clone().map_or("the thread panicked".into(), Cow::from);
                let exception = message.map(|message| Exception { kind: PANIC.into(), message, sources: Vec::new() });
                failed(PANIC, description, exception)
            }
            (_, End::Cancelled) => failed(CANCELLED, "cancelled: the future was dropped before its end".into(), None),
        }
    }

    pub(super) fn failed(&self) -> Option<&Failed> {
        match self {
            Self::Failed(failed) => Some(failed),
            Self::Unset | Self::Ok => None,
        }
    }

    /// The `error.type` as an attribute.
    pub(super) fn class(&self) -> Option<KeyValue> {
        Some(KeyValue::new(ERROR_TYPE, self.failed()?.error_type.clone()))
    }

    /// The attributes of the exception event.
    pub(super) fn exception(&self) -> Option<Vec<KeyValue>> {
        let exception = self.failed()?.exception.as_ref()?;
        let mut attributes = vec![
            KeyValue::new("exception.type", exception.kind.clone()),
            KeyValue::new("exception.message", exception.message.clone()),
        ];
        if !exception.sources.is_empty() {
            attributes.push(KeyValue::new("exception.stacktrace", exception.chain("\nCaused by: ")));
        }
        Some(attributes)
    }

    /// The status, if one is to be set.
    pub(super) fn status(self) -> Option<Status> {
        match self {
            Self::Unset => None,
            Self::Ok => Some(Status::Ok),
            Self::Failed(failed) => Some(Status::Error { description: failed.description }),
        }
    }
}

impl Exception {
    fn of(details: Details) -> Self {
        Self { kind: details.exception_type, message: details.message, sources: details.sources }
    }

    /// The text of the error and of each source.
    fn chain(&self, link: &str) -> String {
        self.sources.iter().fold(self.message.clone(), |mut text, source| {
            let _ = write!(text, "{link}{source}");
            text
        })
    }
}
