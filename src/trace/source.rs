//! Where a span's tracer comes from.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use opentelemetry::trace::{Span, SpanBuilder, SpanKind, TraceContextExt, Tracer};
use opentelemetry::{Context, KeyValue, global};

use super::active::ActiveSpan;
use super::given::GivenTracer;
use crate::declare::Scope;

/// What a span starts with.
pub(super) struct Start<'a> {
    pub(super) name: &'a Cow<'static, str>,
    pub(super) kind: &'static SpanKind,
    /// The attributes that the sampler sees.
    pub(super) shown: &'a dyn Fn() -> Option<Vec<KeyValue>>,
    /// The attributes of a span that turns out to be recorded.
    pub(super) fill: &'a mut Fill<'a>,
}

pub(super) type Fill<'a> = dyn FnMut(&mut dyn FnMut(KeyValue)) + 'a;

/// A tracer, whatever its type.
pub(super) trait Starts: Send + Sync {
    /// Starts a child of the current span.
    fn begin(&self, start: &mut Start<'_>) -> ActiveSpan;
}

impl<T> Starts for T
where
    T: Tracer + Send + Sync,
    T::Span: Send + Sync + 'static,
{
    fn begin(&self, start: &mut Start<'_>) -> ActiveSpan {
        let builder = SpanBuilder {
            name: start.name.clone(),
            span_kind: Some(start.kind.clone()),
            attributes: (start.shown)(),
            ..SpanBuilder::default()
        };
        let mut span = Context::map_current(|parent| self.build_with_context(builder, parent));
        let recording = span.is_recording();
        if recording {
            // The current context is not borrowed here: what is displayed may run a span.
            (start.fill)(&mut |attribute| span.set_attribute(attribute));
        }
        if recording || span.span_context().is_valid() {
            ActiveSpan::new(Context::current_with_span(span), recording)
        } else {
            ActiveSpan::none()
        }
    }
}

/// A tracer that was given, or the global one.
#[derive(Clone)]
pub(super) enum Source {
    Given(GivenTracer),
    Global(Global),
}

impl Source {
    pub(super) const fn global(scope: Scope) -> Self {
        Self::Global(Global { scope, found: OnceLock::new() })
    }

    #[inline]
    pub(super) fn start(&self, start: &mut Start<'_>) -> ActiveSpan {
        match self {
            Self::Given(tracer) => tracer.0.begin(start),
            Self::Global(global) => global.start(start),
        }
    }
}

/// The global tracer of a scope.
///
/// OpenTelemetry's global provider gives the tracer of the provider that is there at that moment: before one is set, a
/// no-op one, for ever. So a tracer is kept only if its first span is real; until then each span looks for one. To look
/// for one that is real costs a lock that is only read, and two allocations; one that is kept costs a load.
#[derive(Clone)]
pub(super) struct Global {
    scope: Scope,
    found: OnceLock<Arc<dyn Starts>>,
}

impl Global {
    fn start(&self, start: &mut Start<'_>) -> ActiveSpan {
        if let Some(tracer) = self.found.get() {
            let active = tracer.begin(start);
            if active.exists() || Context::map_current(Context::is_telemetry_suppressed) {
                return active;
            }
            // Its provider was shut down. There may be another by now.
        }
        self.look(start)
    }

    #[cold]
    fn look(&self, start: &mut Start<'_>) -> ActiveSpan {
        let tracer = global::tracer_with_scope(self.scope.to_instrumentation_scope());
        let parent = Context::map_current(|parent| parent.span().span_context().span_id());
        let active = tracer.begin(start);
        // A no-op tracer hands on its parent's identity, one whose provider was shut down gives none.
        let own = active.span_context();
        if own.is_valid() && own.span_id() != parent && self.found.get().is_none() {
            let _ = self.found.set(Arc::new(tracer));
        }
        active
    }
}
