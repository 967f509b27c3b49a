//! `ActiveSpan`: the span that a function or a future runs in.
// Uses `attribute`, `distinct`, `end`, `error_type`, `name`, `outcome`, `safely`, `shared`. Used by `drive`, `future`,
// `operation`, `prepared`, `runs`, `source`, `span`, `started`, `traced`, `undeclared`.

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

/// The span that a function or a future runs in. It takes attributes, events and links while that runs.
///
/// If the span is not sampled, nothing that it is given is converted or allocated. A clone is the same span. Once the span has
/// ended, it takes nothing.
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
    /// Whether the context's span is this one. A context with a span that does not exist would hide the one around it, and so the
    /// trace.
    exists: bool,
    /// What was set on the span, if the SDK or a duration needs that at its end.
    shared: Option<Arc<Shared>>,
}

impl ActiveSpan {
    /// A span that is recorded.
    pub(super) fn recording(context: Context, shared: Arc<Shared>) -> Self {
        Self { context, recording: true, exists: true, shared: Some(shared) }
    }

    /// A span that the sampler has dropped, with what a duration needs of it.
    pub(super) fn dropped(context: Context, shared: Option<Arc<Shared>>) -> Self {
        Self { context, recording: false, exists: true, shared }
    }

    /// No span: the context is the one around it.
    pub(super) fn none(around: Context) -> Self {
        Self { context: around, recording: false, exists: false, shared: None }
    }

    /// Keeps the status that is set on the span, whether or not there is one. `class` is that of its attributes.
    pub(super) fn listen(&mut self, class: impl FnOnce() -> Option<Value>) {
        self.shared.get_or_insert_with(|| Arc::new(Shared::unrecorded(class())));
    }

    /// Whether a status was set.
    pub(super) fn is_known(&self) -> bool {
        self.shared.as_ref().is_some_and(|shared| shared.is_known())
    }

    /// Decides the outcome, if the SDK or a duration needs it, and returns the class of the error, if there was one.
    pub(super) fn judge(&self, end: End) -> Option<Cow<'static, str>> {
        self.shared.as_ref()?.judge(end)
    }

    /// Whether the span is recorded. It is not if the sampler dropped it, if there is no tracer provider, or once it has ended.
    ///
    /// ```
    /// // No tracer provider was set.
    /// assert!(!meterstick::trace::run("get-user", |span| span.is_recording()));
    /// ```
    #[must_use]
    pub fn is_recording(&self) -> bool {
        self.recording && safely(|| self.span().is_recording()).unwrap_or(false)
    }

    /// Whether there is a span: not without a provider, and not after its shutdown.
    #[inline]
    pub(super) fn exists(&self) -> bool {
        self.exists
    }

    /// Whether the SDK or a duration needs the outcome.
    #[inline]
    pub(super) fn is_kept(&self) -> bool {
        self.shared.is_some()
    }

    /// Whether the span was recorded when it started.
    #[inline]
    pub(super) fn was_recording(&self) -> bool {
        self.recording
    }

    /// Returns the context with this span in it, for a propagator or for another thread, which attaches it. Without a span, it is
    /// the context around it.
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

    /// Returns the span's identity: its trace id, its span id, and what is propagated with them.
    ///
    /// ```
    /// // No tracer provider was set.
    /// assert!(!meterstick::trace::run("get-user", |span| span.span_context().is_valid()));
    /// ```
    #[must_use]
    pub fn span_context(&self) -> SpanContext {
        if self.exists { self.span().span_context().clone() } else { SpanContext::NONE }
    }

    /// Sets the attributes of an attribute set on the span.
    ///
    /// A span has each key once, and the last value is taken (*Trace API, set attributes*), whether it is set here or through
    /// OpenTelemetry's API. Attributes reach the SDK when the span ends, because the SDK would keep both values. An attribute
    /// that the sampler saw, or that a sampler or a processor has set at the start, therefore stays beside the value that is set here.
    ///
    /// The duration of an [`Operation`](super::Operation) has the attributes that the operation was given, and not those set here.
    ///
    /// An `error.type` among them makes the span a failure of that class: see [`fail`](Self::fail).
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

    /// Sets one attribute of the span by its typed key, as [`set`](Self::set) does.
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
            // An attribute whose conversion panics is left out, as in a set.
            safely(|| key.of(value)).into_iter().for_each(|attribute| shared.set(attribute));
        }
    }

    /// Adds an event to the span: something that happened at this moment. Without attributes, pass `&()`.
    ///
    /// ```
    /// meterstick::trace::run("get-user", |span| span.event("cache miss", &()));
    /// ```
    ///
    /// The name is not empty (*OTLP, Span.Event: semantically required to be set to non-empty string*). For a name that is known
    /// at run time only, use an [`EventName`](super::EventName).
    ///
    /// # Panics
    ///
    /// If the name is an empty literal, whether or not the span is recorded.
    #[track_caller]
    pub fn event<S: Carried>(&self, name: impl IntoEventName, set: &S) {
        // All of the user's code runs before the span is locked.
        let name = name.into_event_name();
        if self.recording {
            let attributes = Distinct::of(set).into_list();
            safely(|| self.span().add_event(name.into_inner(), attributes));
        }
    }

    /// Links the span to another one, which is neither its parent nor its child. Without attributes, pass `&()`.
    ///
    /// The sampler decides before; for a link that it shall see, use [`with_link`](super::Span::with_link). A link to no span is
    /// left out if it has no attributes (*Trace API, link*).
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
            safely(|| self.span().add_link(link.span_context, link.attributes));
        }
    }

    /// Renames the span, once a better name is known: a server learns the route of a request after the span has started.
    ///
    /// The sampler decides by the first name (*Trace API, update name*). For a name that is known at run time only, use a
    /// [`SpanName`](super::SpanName).
    ///
    /// ```
    /// meterstick::trace::run("GET", |span| span.rename("GET /users/{id}"));
    /// ```
    ///
    /// # Panics
    ///
    /// If the name is an empty literal, whether or not the span is recorded.
    #[track_caller]
    pub fn rename(&self, name: impl IntoSpanName) {
        let name = name.into_span_name();
        if self.recording {
            safely(|| self.span().update_name(name.into_inner()));
        }
    }

    /// Marks the span as failed, where no `Result` does: its status becomes an error with this description (*Trace API, set
    /// status*).
    ///
    /// The last call decides; the end of the span comes last of all. The `error.type` is `_OTHER`, unless it is set as an
    /// attribute or the span ends with an error that has a class. An [`Operation`](super::Operation) has it in both signals.
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

    /// Marks the span as successful for good: an error that the caller expects, or a future that may be cancelled.
    ///
    /// Its status is `Ok` then, whatever was set before or comes later (*Trace API, set status: Ok is final*). It has no
    /// `error.type` and no exception, even if it ends with an error or a panic; an [`Operation`](super::Operation) has them in
    /// neither signal.
    ///
    /// ```
    /// meterstick::trace::run("next-event", |span| span.ok());
    /// ```
    pub fn ok(&self) {
        if let Some(shared) = &self.shared {
            shared.ok();
        }
    }

    /// The span of the tracer. Its methods are not our code: calls of them are contained, so that the work returns its value.
    fn span(&self) -> SpanRef<'_> {
        self.context.span()
    }

    /// Ends the span, but not before its start: the start time can be given, and be in the future.
    pub(super) fn end(&self, started: Option<SystemTime>) {
        if self.recording {
            match started {
                Some(started) if started > SystemTime::now() => self.span().end_with_timestamp(started),
                _ => self.span().end(),
            }
        }
    }
}

/// Makes a link, unless it refers to no span and has no attributes.
pub(super) fn link<S: Set>(to: &SpanContext, set: &S) -> Option<Link> {
    let attributes = Distinct::of(set).into_list();
    let says = to.is_valid() || *to.trace_state() != TraceState::NONE || !attributes.is_empty();
    says.then(|| Link::new(to.clone(), attributes, 0))
}

/// The class of an error that is in a set.
pub(super) fn class_in<S: Set>(set: &S) -> Option<Value> {
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
