//! The span that something runs in.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::SystemTime;

use opentelemetry::trace::{Link, SpanContext, SpanRef, TraceContextExt, TraceState};
use opentelemetry::{Context, Value};

use super::distinct::Distinct;
use super::end::End;
use super::error_type::ERROR_TYPE;
use super::name::{IntoEventName, IntoSpanName};
use super::outcome::Carried;
use super::shared::Shared;
use crate::attribute::{AttributeValue, Key, KeyRef, Set, ValueRef, Visit};
use crate::safely::safely;

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
    /// What was set on it, if the SDK or a duration needs that at its end.
    shared: Option<Arc<Shared>>,
}

impl ActiveSpan {
    /// One that is recorded.
    pub(super) fn recording(context: Context, shared: Arc<Shared>) -> Self {
        Self { context, recording: true, exists: true, shared: Some(shared) }
    }

    /// One that the sampler has dropped.
    pub(super) fn dropped(context: Context) -> Self {
        Self { context, recording: false, exists: true, shared: None }
    }

    /// That there is none: the context is what is around it.
    pub(super) fn none(around: Context) -> Self {
        Self { context: around, recording: false, exists: false, shared: None }
    }

    /// Has what is said of it kept, whether or not it is recorded.
    pub(super) fn listen<S: Set>(&mut self, set: &S) {
        if self.shared.is_none() {
            let shared = Shared::default();
            if let Some(class) = class_in(set) {
                shared.class(&class);
            }
            self.shared = Some(Arc::new(shared));
        }
    }

    /// Whether something was said of how it goes.
    pub(super) fn is_known(&self) -> bool {
        self.shared.as_ref().is_some_and(|shared| shared.is_known())
    }

    /// Decides the outcome, if the SDK or a duration needs it, and returns the class of the error, if there was one.
    pub(super) fn judge(&self, end: End) -> Option<Cow<'static, str>> {
        self.shared.as_ref()?.judge(end)
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

    /// Whether the SDK or a duration needs the outcome.
    #[inline]
    pub(super) fn is_kept(&self) -> bool {
        self.shared.is_some()
    }

    /// Whether it was recorded when it started.
    #[inline]
    pub(super) fn was_recording(&self) -> bool {
        self.recording
    }

    /// The context with this span in it, or the one around it if there is none, to pass on: to a propagator, or to another thread, which attaches it.
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
    /// A span has each key once, and what is set last counts (*Trace API, set attributes*), whether it is set here or by way of
    /// OpenTelemetry's API. Attributes reach the SDK when the span ends, as it would keep both values; so one that its sampler
    /// saw stays beside what is set here.
    ///
    /// An `error.type` among them says that it failed, and with which class of error: see [`fail`](Self::fail).
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
        let Some(shared) = &self.shared else { return };
        if self.recording {
            shared.merge(Distinct::of(set));
        } else if let Some(class) = class_in(set) {
            shared.class(&class);
        }
    }

    /// Sets one attribute, by its typed key: as [`set`](Self::set) does.
    ///
    /// ```
    /// use meterstick::Key;
    ///
    /// const ROWS: Key<u64> = Key::new("db.response.returned_rows");
    ///
    /// meterstick::trace::run("list-users", |span| span.attribute(ROWS, 20));
    /// ```
    pub fn attribute<T: AttributeValue>(&self, key: Key<T>, value: T) {
        let Some(shared) = &self.shared else { return };
        if self.recording || key.as_str() == ERROR_TYPE {
            // What panics is left out, as in a set.
            safely(|| key.of(value)).into_iter().for_each(|attribute| shared.set(attribute));
        }
    }

    /// Adds an event: something that happened at this moment. One without attributes is given `&()`.
    ///
    /// ```
    /// meterstick::trace::run("get-user", |span| span.event("cache miss", &()));
    /// ```
    ///
    /// An event has a name (*OTLP, Span.Event: semantically required to be set to non-empty string*). One that comes at run time
    /// is an [`EventName`](super::EventName).
    ///
    /// # Panics
    ///
    /// If the name is a literal that is empty, whether or not the span is recorded.
    #[track_caller]
    pub fn event<S: Carried>(&self, name: impl IntoEventName, set: &S) {
        // All code of the caller's runs before the span is locked.
        let name = name.into_event_name();
        if self.recording {
            self.span().add_event(name.into_inner(), Distinct::of(set).into_list());
        }
    }

    /// Links the span to another, which is neither its parent nor its child. A link without attributes is given `&()`.
    ///
    /// The sampler has decided without it; one that is known beforehand is given with
    /// [`with_link`](super::Span::with_link). A link to no span is left out if nothing else is said by it (*Trace API, link*).
    ///
    /// ```
    /// use meterstick::trace;
    ///
    /// let first = trace::run("enqueue", |span| span.span_context());
    /// trace::run("process", |span| span.link(&first, &()));
    /// ```
    pub fn link<S: Carried>(&self, to: &SpanContext, set: &S) {
        let link = self.recording.then(|| link(to, set)).flatten();
        if let Some(link) = link {
            self.span().add_link(link.span_context, link.attributes);
        }
    }

    /// Gives the span another name, once that is known: a server learns its route after it has started.
    ///
    /// The sampler has decided by the first one (*Trace API, update name*). A name that comes at run time is a
    /// [`SpanName`](super::SpanName).
    ///
    /// ```
    /// meterstick::trace::run("GET", |span| span.rename("GET /users/{id}"));
    /// ```
    ///
    /// # Panics
    ///
    /// If it is a literal that is empty, whether or not the span is recorded.
    #[track_caller]
    pub fn rename(&self, name: impl IntoSpanName) {
        let name = name.into_span_name();
        if self.recording {
            self.span().update_name(name.into_inner());
        }
    }

    /// Says that it failed, where no `Result` does: its status is an error with this description (*Trace API, set status*).
    ///
    /// What is said last counts, and how it ends comes last of all. The `error.type` is `_OTHER`, if none is set as an attribute
    /// and if it does not end with an error that has a class; an [`Operation`](super::Operation) has it in both signals.
    ///
    /// ```
    /// use meterstick::Key;
    ///
    /// const ERROR_TYPE: Key<&str> = Key::new("error.type");
    ///
    /// meterstick::trace::run("reconcile", |span| {
    ///     let missing = 2;
    ///     if missing > 0 {
    ///         span.fail(format!("{missing} payments are missing"));
    ///         span.attribute(ERROR_TYPE, "payments_missing");
    ///     }
    /// });
    /// ```
    pub fn fail(&self, description: impl Into<Cow<'static, str>>) {
        if let Some(shared) = &self.shared {
            shared.fail(description.into());
        }
    }

    /// Says that all is well, for good: an error that the caller expects, or a future that may be cancelled.
    ///
    /// Its status is `Ok` then, whatever was said and whatever comes (*Trace API, set status: Ok is final*). It has no
    /// `error.type` and no exception, also if it ends with an error or a panic; an [`Operation`](super::Operation) in neither
    /// signal.
    ///
    /// ```
    /// meterstick::trace::run("next-event", |span| span.ok());
    /// ```
    pub fn ok(&self) {
        if let Some(shared) = &self.shared {
            shared.ok();
        }
    }

    pub(super) fn span(&self) -> SpanRef<'_> {
        self.context.span()
    }

    /// Ends it, not before it has started: a start time may be given, and lie ahead.
    pub(super) fn end(&self, started: Option<SystemTime>) {
        if self.recording {
            match started {
                Some(started) if started > SystemTime::now() => self.span().end_with_timestamp(started),
                _ => self.span().end(),
            }
        }
    }
}

/// A link, unless neither it nor its attributes say anything.
pub(super) fn link<S: Set>(to: &SpanContext, set: &S) -> Option<Link> {
    let attributes = Distinct::of(set).into_list();
    let says = to.is_valid() || *to.trace_state() != TraceState::NONE || !attributes.is_empty();
    says.then(|| Link::new(to.clone(), attributes, 0))
}

/// The class of an error that a set tells of.
fn class_in<S: Set>(set: &S) -> Option<Value> {
    struct Class(Option<Value>);

    impl Visit for Class {
        fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
            if key.as_str() == ERROR_TYPE {
                self.0 = value.to_value().or(self.0.take());
            }
        }
    }

    let mut class = Class(None);
    safely(|| set.visit(&mut class));
    class.0
}
