//! `Kept`: the span in a context. It wraps the SDK's span and keeps what is set on it until its end.
// Uses `safely`, `shared`. Used by `source`.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::SystemTime;

use opentelemetry::KeyValue;
use opentelemetry::trace::{Span, SpanContext, Status};

use super::shared::Shared;
use crate::safely::safely;

/// Replaces the SDK's span in the context, so that one rule applies to everything that is set on it, by this crate or through
/// OpenTelemetry's API. The SDK would keep both values of a key, and the status whose description is last in alphabetical order.
pub(super) struct Kept<S: Span> {
    span: S,
    shared: Arc<Shared>,
    /// Whether errors are also events.
    exceptions: bool,
}

impl<S: Span> Kept<S> {
    pub(super) fn new(span: S, shared: Arc<Shared>, exceptions: bool) -> Self {
        Self { span, shared, exceptions }
    }

    /// Passes what was kept to the SDK. The error's class comes first: at its limit, the SDK drops what comes last.
    fn flush(&mut self) {
        let Some((verdict, attributes)) = self.shared.end() else { return };
        if let Some(class) = verdict.class() {
            self.span.set_attribute(class);
        }
        for attribute in attributes {
            self.span.set_attribute(attribute);
        }
        let exception = self.exceptions.then(|| verdict.exception()).flatten();
        if let Some(attributes) = exception {
            self.span.add_event("exception", attributes);
        }
        if let Some(status) = verdict.status() {
            self.span.set_status(status);
        }
    }
}

/// If nothing ends it, the SDK's span ends when it is dropped, and what was kept belongs to it. That happens if a panic in a call
/// of OpenTelemetry's API has poisoned the lock that a context has around its span: then the span cannot be ended.
impl<S: Span> Drop for Kept<S> {
    fn drop(&mut self) {
        safely(|| self.flush());
    }
}

impl<S: Span> Span for Kept<S> {
    fn add_event_with_timestamp<T>(&mut self, name: T, timestamp: SystemTime, attributes: Vec<KeyValue>)
    where
        T: Into<Cow<'static, str>>,
    {
        self.span.add_event_with_timestamp(name, timestamp, attributes);
    }

    fn span_context(&self) -> &SpanContext {
        self.span.span_context()
    }

    fn is_recording(&self) -> bool {
        self.span.is_recording()
    }

    fn set_attribute(&mut self, attribute: KeyValue) {
        self.shared.set(attribute);
    }

    fn set_attributes(&mut self, attributes: impl IntoIterator<Item = KeyValue>) {
        for attribute in attributes {
            self.shared.set(attribute);
        }
    }

    fn set_status(&mut self, status: Status) {
        match status {
            Status::Unset => {}
            Status::Ok => self.shared.ok(),
            Status::Error { description } => self.shared.fail(description),
        }
    }

    fn update_name<T>(&mut self, new_name: T)
    where
        T: Into<Cow<'static, str>>,
    {
        self.span.update_name(new_name);
    }

    fn add_link(&mut self, span_context: SpanContext, attributes: Vec<KeyValue>) {
        self.span.add_link(span_context, attributes);
    }

    fn end_with_timestamp(&mut self, timestamp: SystemTime) {
        self.flush();
        self.span.end_with_timestamp(timestamp);
    }
}
