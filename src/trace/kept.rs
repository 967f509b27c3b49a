//! `Kept`: the span in a context. It wraps the SDK's span and keeps what is set on it until its end.
// Uses `safely`, `shared`. Used by `source`.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::SystemTime;

use opentelemetry::KeyValue;
use opentelemetry::trace::{Span, SpanContext, Status};

use super::shared::Shared;
use crate::safely::{drop_safely, safely};

/// Replaces the SDK's span in the context, so that one rule applies to everything that is set on it, by this crate or through
/// OpenTelemetry's API. The SDK would keep both values of a key, and the status whose description is last in alphabetical order.
///
/// The span of a tracer that is not the SDK's can panic in any call, and when it is dropped. At its end, only what it panics on is
/// lost. Its drop is contained, because it can be part of another panic's unwinding, and a second panic would abort the process.
pub(super) struct Kept<S: Span> {
    /// Taken when it is dropped.
    span: Option<S>,
    /// `None` if nothing is to be kept: then all is passed to the span.
    shared: Option<Arc<Shared>>,
    /// Whether errors are also events.
    exceptions: bool,
}

impl<S: Span> Kept<S> {
    /// Keeps nothing yet.
    pub(super) fn new(span: S) -> Self {
        Self { span: Some(span), shared: None, exceptions: false }
    }

    pub(super) fn sharing(mut self, shared: &Arc<Shared>, exceptions: bool) -> Self {
        self.shared = Some(Arc::clone(shared));
        self.exceptions = exceptions;
        self
    }

    fn span(&self) -> &S {
        let Some(span) = &self.span else { unreachable!("it is taken by the drop") };
        span
    }

    fn span_mut(&mut self) -> &mut S {
        let Some(span) = &mut self.span else { unreachable!("it is taken by the drop") };
        span
    }

    /// Passes what was kept to the SDK. The error's class comes first: at its limit, the SDK drops what comes last.
    fn flush(&mut self) {
        let Some((verdict, attributes)) = self.shared.as_ref().and_then(|shared| shared.end()) else { return };
        let exception = self.exceptions.then(|| verdict.exception()).flatten();
        let span = self.span_mut();
        if let Some(class) = verdict.class() {
            safely(|| span.set_attribute(class));
        }
        if let Some(status) = verdict.status() {
            safely(|| span.set_status(status));
        }
        let mut attributes = attributes.into_iter();
        let mut set_all = || attributes.by_ref().for_each(|attribute| span.set_attribute(attribute));
        // After a panic, it continues with the next attribute.
        while safely(&mut set_all).is_none() {}
        if let Some(attributes) = exception {
            safely(|| span.add_event("exception", attributes));
        }
    }
}

/// If nothing ends it, the SDK's span ends when it is dropped, and what was kept belongs to it. That happens if a panic in a call
/// of OpenTelemetry's API has poisoned the lock that a context has around its span: then the span cannot be ended.
impl<S: Span> Drop for Kept<S> {
    fn drop(&mut self) {
        self.flush();
        drop_safely(self.span.take());
    }
}

impl<S: Span> Span for Kept<S> {
    fn add_event_with_timestamp<T>(&mut self, name: T, timestamp: SystemTime, attributes: Vec<KeyValue>)
    where
        T: Into<Cow<'static, str>>,
    {
        self.span_mut().add_event_with_timestamp(name, timestamp, attributes);
    }

    fn span_context(&self) -> &SpanContext {
        self.span().span_context()
    }

    fn is_recording(&self) -> bool {
        self.span().is_recording()
    }

    fn set_attribute(&mut self, attribute: KeyValue) {
        match &self.shared {
            Some(shared) => shared.set(attribute),
            None => self.span_mut().set_attribute(attribute),
        }
    }

    fn set_attributes(&mut self, attributes: impl IntoIterator<Item = KeyValue>) {
        for attribute in attributes {
            self.set_attribute(attribute);
        }
    }

    fn set_status(&mut self, status: Status) {
        let Some(shared) = &self.shared else { return self.span_mut().set_status(status) };
        match status {
            Status::Unset => {}
            Status::Ok => shared.ok(),
            Status::Error { description } => shared.fail(description),
        }
    }

    fn update_name<T>(&mut self, new_name: T)
    where
        T: Into<Cow<'static, str>>,
    {
        self.span_mut().update_name(new_name);
    }

    fn add_link(&mut self, span_context: SpanContext, attributes: Vec<KeyValue>) {
        self.span_mut().add_link(span_context, attributes);
    }

    fn end_with_timestamp(&mut self, timestamp: SystemTime) {
        self.flush();
        self.span_mut().end_with_timestamp(timestamp);
    }
}
