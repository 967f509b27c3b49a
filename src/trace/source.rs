//! Where a span's tracer comes from.

use std::sync::{Arc, OnceLock};

use opentelemetry::trace::{Span, SpanBuilder, TraceContextExt, Tracer};
use opentelemetry::{Context, KeyValue, global};

use super::active::ActiveSpan;
use crate::declare::Scope;

/// The attributes of a span that turns out to be recorded.
pub(super) type Fill<'a> = dyn FnMut(&mut dyn FnMut(KeyValue)) + 'a;

/// A tracer, whatever its type.
pub(super) trait Starts: Send + Sync {
    /// Starts a child of the current span. It is asked for attributes only if it is recorded.
    fn begin(&self, builder: SpanBuilder, fill: &mut Fill<'_>) -> Started;
}

pub(super) struct Started {
    active: ActiveSpan,
    /// Whether the span has an identity of its own. A no-op tracer hands on its parent's; one whose provider was shut
    /// down gives none.
    real: bool,
}

impl<T> Starts for T
where
    T: Tracer + Send + Sync,
    T::Span: Send + Sync + 'static,
{
    fn begin(&self, builder: SpanBuilder, fill: &mut Fill<'_>) -> Started {
        let (mut span, parent) = Context::map_current(|parent| {
            (self.build_with_context(builder, parent), parent.span().span_context().span_id())
        });
        let real = span.span_context().is_valid() && span.span_context().span_id() != parent;
        let recording = span.is_recording();
        if recording {
            // The current context is not borrowed here: what is displayed may run a span.
            fill(&mut |attribute| span.set_attribute(attribute));
        }
        Started { active: ActiveSpan::new(Context::current_with_span(span), recording), real }
    }
}

/// A tracer that was given, or the global one.
#[derive(Clone)]
pub(super) enum Source {
    Given(Arc<dyn Starts>),
    Global(Global),
}

impl Source {
    pub(super) const fn global(scope: Scope) -> Self {
        Self::Global(Global { scope, found: OnceLock::new() })
    }

    pub(super) fn start(&self, builder: impl Fn() -> SpanBuilder, fill: &mut Fill<'_>) -> ActiveSpan {
        match self {
            Self::Given(tracer) => tracer.begin(builder(), fill).active,
            Self::Global(global) => global.start(builder, fill),
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
    fn start(&self, builder: impl Fn() -> SpanBuilder, fill: &mut Fill<'_>) -> ActiveSpan {
        if let Some(tracer) = self.found.get() {
            let started = tracer.begin(builder(), fill);
            if started.real || Context::map_current(Context::is_telemetry_suppressed) {
                return started.active;
            }
            // The provider was shut down. There may be another by now.
        }
        self.look(builder, fill)
    }

    #[cold]
    fn look(&self, builder: impl Fn() -> SpanBuilder, fill: &mut Fill<'_>) -> ActiveSpan {
        let tracer = global::tracer_with_scope(self.scope.to_instrumentation_scope());
        let started = tracer.begin(builder(), fill);
        if started.real && self.found.get().is_none() {
            let _ = self.found.set(Arc::new(tracer));
        }
        started.active
    }
}
