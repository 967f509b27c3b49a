//! `Shared`: what is kept of a span until its end.
// Uses `distinct`, `end`, `error_type`, `safely`, `said`, `verdict`. Used by `active`, `kept`, `source`.

use std::borrow::Cow;
use std::mem;
use std::sync::{Mutex, MutexGuard, PoisonError};

use opentelemetry::{KeyValue, Value, otel_warn};

use super::distinct::Distinct;
use super::end::End;
use super::error_type::ERROR_TYPE;
use super::said::Said;
use super::verdict::Verdict;
use crate::safely::safely;

/// The status and the attributes of a span that has not ended. Both are passed to the SDK once, at the end.
///
/// No code of the user runs under its lock: values are converted before.
#[derive(Debug)]
pub(super) struct Shared {
    /// Whether the SDK records the span. If not, only its status is kept.
    recorded: bool,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    said: Said,
    attributes: Distinct,
    /// How the span went, once that is decided.
    verdict: Option<Verdict>,
    /// Whether everything was passed to the SDK. From then on nothing is kept.
    ended: bool,
}

impl Shared {
    /// Of a span that the SDK records. An `error.type` among its attributes becomes part of the status.
    pub(super) fn recorded(mut attributes: Distinct) -> Self {
        let class = attributes.remove(ERROR_TYPE).map(|class| class.value);
        Self::new(true, attributes, class)
    }

    /// Of a span that the SDK does not record, for a duration.
    pub(super) fn unrecorded(class: Option<Value>) -> Self {
        Self::new(false, Distinct::default(), class)
    }

    fn new(recorded: bool, attributes: Distinct, class: Option<Value>) -> Self {
        let mut said = Said::Nothing;
        if let Some(class) = class {
            said.class(&class);
        }
        Self { recorded, inner: Mutex::new(Inner { said, attributes, ..Inner::default() }) }
    }

    pub(super) fn ok(&self) {
        self.change(|inner| inner.said.ok());
    }

    pub(super) fn fail(&self, description: Cow<'static, str>) {
        self.change(|inner| inner.said.fail(description));
    }

    pub(super) fn class(&self, class: &Value) {
        self.change(|inner| inner.said.class(class));
    }

    /// Sets an attribute. An `error.type` becomes part of the status instead.
    pub(super) fn set(&self, attribute: KeyValue) {
        if attribute.key.as_str() == ERROR_TYPE {
            self.class(&attribute.value);
        } else if self.recorded {
            self.change(|inner| inner.attributes.set(attribute));
        }
    }

    /// Sets all attributes of a set.
    pub(super) fn merge(&self, mut attributes: Distinct) {
        let class = attributes.remove(ERROR_TYPE);
        self.change(|inner| {
            inner.attributes.merge(attributes);
            if let Some(class) = class {
                inner.said.class(&class.value);
            }
        });
    }

    /// Whether a status was set.
    pub(super) fn is_known(&self) -> bool {
        !matches!(self.lock().said, Said::Nothing)
    }

    /// Decides how the span went, and returns the class of its error, if it failed.
    pub(super) fn judge(&self, end: End) -> Option<Cow<'static, str>> {
        let mut inner = self.lock();
        let verdict = Verdict::of(mem::take(&mut inner.said), end);
        let class = verdict.failed().map(|failed| failed.error_type.clone());
        let (lost, dropped) = (inner.ended && self.recorded, inner.attributes.dropped());
        inner.verdict = Some(verdict);
        drop(inner);
        // A log subscriber may set attributes, so no lock is held. It may panic, and a duration is still to be recorded.
        safely(|| {
            Distinct::report(dropped);
            if let (true, Some(class)) = (lost, &class) {
                otel_warn!(
                    name: "Meterstick.SpanEndedElsewhere",
                    error_type = &**class,
                    message = "A span that failed had been ended by way of OpenTelemetry's API while it ran. Its exporter does not know of the failure."
                );
            }
        });
        class
    }

    /// The outcome and the attributes, for the SDK: once. If the outcome was not decided before, the status set so far decides
    /// it.
    pub(super) fn end(&self) -> Option<(Verdict, Vec<KeyValue>)> {
        let mut inner = self.lock();
        if mem::replace(&mut inner.ended, true) {
            return None;
        }
        let verdict = match inner.verdict.take() {
            Some(verdict) => verdict,
            // The operation asks for it again for its duration.
            None => Verdict::of(inner.said.clone(), End::Done),
        };
        Some((verdict, inner.attributes.take()))
    }

    fn change(&self, how: impl FnOnce(&mut Inner)) {
        let mut inner = self.lock();
        if !inner.ended {
            how(&mut inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A clone of an active span can be kept for ever.
    #[test]
    fn nothing_is_kept_of_a_span_that_has_ended() {
        let shared = Shared::recorded(Distinct::default());
        shared.set(KeyValue::new("k", 1));
        assert_eq!(shared.end().map(|(_, attributes)| attributes.len()), Some(1));
        shared.set(KeyValue::new("k", 2));
        shared.merge(Distinct::of(&[KeyValue::new("l", 1), KeyValue::new(ERROR_TYPE, "late")]));
        shared.fail("late".into());
        assert!(shared.end().is_none());
        assert!(shared.lock().attributes.take().is_empty());
        assert!(matches!(shared.lock().said, Said::Nothing));
    }
}
