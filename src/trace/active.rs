//! The span that something runs in.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use opentelemetry::trace::{SpanContext, SpanRef, Status, TraceContextExt};
use opentelemetry::{Context, KeyValue};

use super::outcome::Carried;
use crate::attribute::{AttributeValue, Key, KeyRef, Set, ValueRef, Visit};

/// The span that a function or a future runs in: it takes attributes, events and links for as long as that runs.
///
/// If the span is not sampled, nothing that it is given is converted, and nothing allocated. A clone is the same span.
/// Once the span has ended, it takes nothing any more.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::trace;
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Page {
///     rows: u32,
///     last: bool,
/// }
///
/// const TABLE: Key<&str> = Key::new("db.collection.name");
///
/// trace::run("list-users", |span| {
///     span.attribute(TABLE, "users");
///     span.set(&Page { rows: 20, last: false });
///     span.event("page sent", &Page { rows: 20, last: true });
/// });
/// ```
#[derive(Clone, Debug)]
pub struct ActiveSpan {
    context: Context,
    recording: bool,
    /// Whether the context's span is this one. If there is none, that would hide the one around it, and with it the trace.
    exists: bool,
    /// What was said of it, where somebody has to know that when it has ended.
    said: Option<Arc<AtomicU8>>,
}

/// What is said of something while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Nothing,
    Failed,
    Ok,
}

impl ActiveSpan {
    pub(super) fn new(context: Context, recording: bool) -> Self {
        Self { context, recording, exists: true, said: None }
    }

    /// That there is none: the context is what is around it.
    pub(super) fn none() -> Self {
        Self { context: Context::current(), recording: false, exists: false, said: None }
    }

    /// Has what is said of it kept, whether or not it is recorded.
    pub(super) fn listen(&mut self) {
        self.said = Some(Arc::new(AtomicU8::new(Said::Nothing as u8)));
    }

    pub(super) fn said(&self) -> Said {
        match self.said.as_ref().map_or(0, |said| said.load(Ordering::Relaxed)) {
            0 => Said::Nothing,
            1 => Said::Failed,
            _ => Said::Ok,
        }
    }

    /// That all is well is said for good.
    fn say(&self, what: Said) {
        if let Some(said) = &self.said {
            said.fetch_max(what as u8, Ordering::Relaxed);
        }
    }

    /// Whether the span is recorded: it is not if the sampler dropped it, if there is no tracer provider, or once it has
    /// ended.
    ///
    /// ```
    /// // No tracer provider was set.
    /// assert!(!meterstick::trace::run("get-user", |span| span.is_recording()));
    /// ```
    #[must_use]
    pub fn is_recording(&self) -> bool {
        self.recording && self.span().is_recording()
    }

    /// Whether there is one: not without a provider, nor once that was shut down.
    #[inline]
    pub(super) fn exists(&self) -> bool {
        self.exists
    }

    /// Whether it was recorded when it started.
    #[inline]
    pub(super) fn was_recording(&self) -> bool {
        self.recording
    }

    /// The context with this span in it, or the one around it if there is none, to hand on: to a propagator, or to a thread of one's own, which attaches it.
    ///
    /// ```
    /// use std::thread;
    ///
    /// meterstick::trace::run("get-user", |span| {
    ///     let context = span.context().clone();
    ///     thread::spawn(move || {
    ///         let _attached = context.attach();
    ///         // A span that is run here is a child of `get-user`.
    ///     })
    ///     .join()
    /// })
    /// .unwrap();
    /// ```
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The span's identity: trace, span and what is propagated with them.
    ///
    /// ```
    /// // No tracer provider was set.
    /// assert!(!meterstick::trace::run("get-user", |span| span.span_context().is_valid()));
    /// ```
    #[must_use]
    pub fn span_context(&self) -> SpanContext {
        if self.exists { self.span().span_context().clone() } else { SpanContext::NONE }
    }

    /// Sets the attributes of a set.
    ///
    /// A span has each key once (*Trace API, set attributes*), but the SDK keeps what comes later beside what was there.
    /// So set a key once.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Answer<'a> {
    ///     city: &'a str,
    /// }
    ///
    /// meterstick::trace::run("locate", |span| {
    ///     let city = String::from("Graz");
    ///     span.set(&Answer { city: &city });
    /// });
    /// ```
    pub fn set<S: Carried>(&self, set: &S) {
        if self.recording {
            self.span().set_attributes(key_values(set));
        }
    }

    /// Sets one attribute, by its typed key.
    ///
    /// ```
    /// use meterstick::Key;
    ///
    /// const ROWS: Key<u64> = Key::new("db.response.returned_rows");
    ///
    /// meterstick::trace::run("list-users", |span| span.attribute(ROWS, 20));
    /// ```
    pub fn attribute<T: AttributeValue>(&self, key: Key<T>, value: T) {
        if self.recording {
            self.span().set_attribute(key.of(value));
        }
    }

    /// Adds an event: something that happened at this moment. One without attributes is given `&()`.
    ///
    /// ```
    /// meterstick::trace::run("get-user", |span| span.event("cache miss", &()));
    /// ```
    pub fn event<S: Carried>(&self, name: impl Into<Cow<'static, str>>, set: &S) {
        if self.recording {
            self.span().add_event(name, key_values(set));
        }
    }

    /// Links the span to another, which is neither its parent nor its child. A link without attributes is given `&()`.
    ///
    /// ```
    /// use meterstick::trace;
    ///
    /// let first = trace::run("enqueue", |span| span.span_context());
    /// trace::run("process", |span| span.link(&first, &()));
    /// ```
    pub fn link<S: Carried>(&self, to: &SpanContext, set: &S) {
        if self.recording {
            self.span().add_link(to.clone(), key_values(set));
        }
    }

    /// Gives the span another name, once that is known: a server learns its route after it has started.
    ///
    /// The sampler has decided by the first one (*Trace API, update name*).
    ///
    /// ```
    /// meterstick::trace::run("GET", |span| span.rename("GET /users/{id}"));
    /// ```
    pub fn rename(&self, name: impl Into<Cow<'static, str>>) {
        if self.recording {
            self.span().update_name(name);
        }
    }

    /// Says that it went wrong, where no `Result` does: sets the status to an error (*Trace API, set status*).
    ///
    /// An [`Operation`](super::Operation) has the `error.type` `_OTHER` then, in both signals, if it does not end with an
    /// error that has a class.
    ///
    /// ```
    /// meterstick::trace::run("reconcile", |span| {
    ///     let missing = 2;
    ///     if missing > 0 {
    ///         span.fail(format!("{missing} payments are missing"));
    ///     }
    /// });
    /// ```
    pub fn fail(&self, description: impl Into<Cow<'static, str>>) {
        self.say(Said::Failed);
        if self.recording {
            self.span().set_status(Status::Error { description: description.into() });
        }
    }

    /// Says that all is well, whatever comes: an error that the caller expects, or a future that may be cancelled.
    ///
    /// The status stays as it is from now on (*Trace API, set status: Ok is final*). An [`Operation`](super::Operation) has no
    /// `error.type` then, in neither signal.
    ///
    /// ```
    /// meterstick::trace::run("next-event", |span| span.ok());
    /// ```
    pub fn ok(&self) {
        self.say(Said::Ok);
        if self.recording {
            self.span().set_status(Status::Ok);
        }
    }

    pub(super) fn span(&self) -> SpanRef<'_> {
        self.context.span()
    }

    pub(super) fn end(&self) {
        if self.recording {
            self.span().end();
        }
    }
}

pub(super) fn key_values<S: Set>(set: &S) -> Vec<KeyValue> {
    let mut list = Vec::with_capacity(S::FIELDS.len());
    set.visit(&mut list);
    list
}

/// Hands each attribute on, as the OpenTelemetry API has it.
pub(super) struct HandOn<'a>(pub(super) &'a mut dyn FnMut(KeyValue));

impl Visit for HandOn<'_> {
    #[inline(always)]
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        if let Some(value) = value.to_value() {
            (self.0)(KeyValue::new(key.to_key(), value));
        }
    }
}
