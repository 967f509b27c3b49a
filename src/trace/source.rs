//! `Source`: where the tracer of a span comes from, and how it starts spans.
// Uses `active`, `current`, `declare`, `distinct`, `error_type`, `given`, `kept`, `safely`, `scoped`, `shared`,
// `trace`. Used by `given`, `prepared`, `scoped`, `span`, `undeclared`.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use opentelemetry::trace::{Link, Span, SpanBuilder, SpanContext, SpanKind, TraceContextExt, Tracer};
use opentelemetry::{Context, KeyValue, Value, global};

use super::active::ActiveSpan;
use super::current::current;
use super::distinct::Distinct;
use super::error_type::ERROR_TYPE;
use super::given::GivenTracer;
use super::kept::Kept;
use super::shared::Shared;
use crate::declare::Scope;
use crate::safely::safely;

/// What a span starts with.
pub(super) struct Start<'a> {
    pub(super) name: &'a Cow<'static, str>,
    pub(super) kind: &'static SpanKind,
    /// The links and the start time that were given.
    pub(super) beginning: &'a Beginning,
    /// Whether the sampler sees the attributes.
    pub(super) shown: bool,
    /// Whether errors are also events.
    pub(super) exceptions: bool,
    /// The attributes, which are converted only if the span is sampled or a duration needs them.
    pub(super) attributes: &'a dyn Fn() -> Distinct,
    /// The class of an error among the attributes, if a duration needs the outcome of the span.
    pub(super) outcome: Option<&'a dyn Fn() -> Option<Value>>,
}

/// The most attributes that a sampler sees. The SDK keeps 128 by default, and those come first: one is left for `error.type`.
const MOST_SHOWN: usize = 127;

impl Start<'_> {
    /// The attributes for the sampler; those beyond [`MOST_SHOWN`]; and an `error.type`. Both belong to the end of the span.
    #[cold]
    fn to_show(&self) -> (Option<Vec<KeyValue>>, Distinct, Option<KeyValue>) {
        let mut attributes = (self.attributes)();
        let class = attributes.remove(ERROR_TYPE);
        let mut shown = attributes.into_list();
        let mut rest = Distinct::default();
        shown.drain(MOST_SHOWN.min(shown.len())..).for_each(|attribute| rest.set(attribute));
        (Some(shown), rest, class)
    }
}

/// What a span can be given before its start beside its attributes.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginning {
    pub(super) links: Vec<Link>,
    pub(super) start_time: Option<SystemTime>,
}

impl Beginning {
    pub(super) const NONE: &'static Self = &Self { links: Vec::new(), start_time: None };
}

/// A tracer of any type.
pub(super) trait Starts: Send + Sync {
    /// Starts a child of a context's span. Samplers and processors are not our code: if one panics, there is no span.
    fn begin(&self, start: &Start<'_>, parent: &Context) -> Option<ActiveSpan>;
}

impl<T> Starts for T
where
    T: Tracer + Send + Sync,
    T::Span: Send + Sync + 'static,
{
    fn begin(&self, start: &Start<'_>, parent: &Context) -> Option<ActiveSpan> {
        safely(|| {
            let (shown, rest, class) = if start.shown { start.to_show() } else { (None, Distinct::default(), None) };
            let Beginning { links, start_time } = start.beginning;
            let builder = SpanBuilder {
                name: start.name.clone(),
                span_kind: Some(start.kind.clone()),
                attributes: shown,
                links: (!links.is_empty()).then(|| links.clone()),
                start_time: *start_time,
                ..SpanBuilder::default()
            };
            // The current context is not borrowed meanwhile, because samplers, processors and the `Display` of values may run
            // spans.
            // Wrapped at once: the drop of the span must not panic while a panic of its other methods unwinds.
            let span = Kept::new(self.build_with_context(builder, parent));
            if span.is_recording() {
                let attributes = if start.shown { rest } else { (start.attributes)() };
                let shared = Arc::new(Shared::recorded(attributes));
                if let Some(class) = class {
                    shared.class(&class.value);
                }
                ActiveSpan::recording(parent.with_span(span.sharing(&shared, start.exceptions)), shared)
            } else if is_new(span.span_context(), parent) {
                let shared = start.outcome.map(|class| Arc::new(Shared::unrecorded(class())));
                let context = match &shared {
                    // Other code sets the status through the context, and the duration must not depend on the sampler.
                    Some(shared) => parent.with_span(span.sharing(shared, false)),
                    None => parent.with_span(span),
                };
                ActiveSpan::dropped(context, shared)
            } else if span.span_context().is_valid() {
                // Its span has the parent's identity, and would hide the parent from code that sets attributes on the current span.
                ActiveSpan::dropped(parent.clone(), None)
            } else {
                ActiveSpan::none(parent.clone())
            }
        })
    }
}

/// Whether a tracer has made a span. A no-op tracer returns its parent's identity (*Trace API, behavior of the API in the absence of
/// an installed SDK*), a tracer whose provider was shut down returns none.
fn is_new(span: &SpanContext, parent: &Context) -> bool {
    span.is_valid() && span.span_id() != parent.span().span_context().span_id()
}

/// A given tracer, or the global one.
#[derive(Clone)]
pub(super) enum Source {
    Given(GivenTracer),
    Global(Global),
}

impl Source {
    pub(super) const fn global(scope: Scope) -> Self {
        Self::Global(Global { scope, found: OnceLock::new() })
    }

    /// The scope of a global tracer.
    #[cfg(feature = "testing")]
    pub(super) fn scope(&self) -> Option<&Scope> {
        match self {
            Self::Given(_) => None,
            Self::Global(global) => Some(&global.scope),
        }
    }

    #[inline]
    pub(super) fn start(&self, start: &Start<'_>) -> ActiveSpan {
        let parent = current();
        let begun = match self {
            Self::Given(tracer) => tracer.0.begin(start, &parent),
            Self::Global(global) => global.begin(start, &parent),
        };
        // After a panic, the work runs without a span.
        begun.unwrap_or_else(|| ActiveSpan::none(parent))
    }
}

/// The global tracer of a scope.
///
/// OpenTelemetry's global provider returns a tracer of the provider that is set at that moment; before one is set, that is a
/// no-op tracer for ever. So a tracer is kept only once its first span is real; until then each span looks one up. A lookup costs
/// a read lock and two allocations; a kept tracer costs a load.
#[derive(Clone)]
pub(super) struct Global {
    scope: Scope,
    found: OnceLock<Arc<dyn Starts>>,
}

impl Global {
    fn begin(&self, start: &Start<'_>, parent: &Context) -> Option<ActiveSpan> {
        #[cfg(feature = "testing")]
        if let Some(tracer) = super::scoped::tracer(self.scope) {
            return tracer.begin(start, parent);
        }
        if let Some(tracer) = self.found.get() {
            let begun = tracer.begin(start, parent);
            // A span whose start panicked may have been exported: another start would be another span.
            if begun.as_ref().is_none_or(ActiveSpan::exists) {
                return begun;
            }
            // The provider of this tracer was shut down, and there may be another by now. Or telemetry is suppressed, which it is
            // for any other, too.
        }
        // Providers are not our code: one can panic when it makes a tracer.
        safely(|| self.look(start, parent)).flatten()
    }

    #[cold]
    fn look(&self, start: &Start<'_>, parent: &Context) -> Option<ActiveSpan> {
        let tracer = global::tracer_with_scope(self.scope.to_instrumentation_scope());
        let active = tracer.begin(start, parent)?;
        if is_new(&active.span_context(), parent) && self.found.get().is_none() {
            let _ = self.found.set(Arc::new(tracer));
        }
        Some(active)
    }
}
