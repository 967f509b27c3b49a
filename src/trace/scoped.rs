//! `ScopedTracers`: records static spans for one test only.
// Uses `declare`, `redirect`, `source`. Used by `source`, `testing`.

use std::cell::RefCell;
use std::sync::Arc;

use opentelemetry::InstrumentationScope;
use opentelemetry::trace::{Tracer, TracerProvider};

use super::source::Starts;
use crate::declare::Scope;
use crate::redirect::{Everywhere, Redirect};

type MakesTracer = dyn Fn(InstrumentationScope) -> Arc<dyn Starts> + Send + Sync;

/// A tracer provider with which static spans start, in place of the global one.
pub(crate) struct ScopedTracers(Box<MakesTracer>);

thread_local! {
    static ENTERED: RefCell<Vec<Arc<ScopedTracers>>> = const { RefCell::new(Vec::new()) };
}

static SPANS: Redirect<ScopedTracers> = Redirect::new(&ENTERED);

impl ScopedTracers {
    pub(crate) fn new<P>(provider: P) -> Arc<Self>
    where
        P: TracerProvider + Send + Sync + 'static,
        P::Tracer: Send + Sync + 'static,
        <P::Tracer as Tracer>::Span: Send + Sync + 'static,
    {
        Arc::new(Self(Box::new(move |scope| Arc::new(provider.tracer_with_scope(scope)))))
    }

    /// Makes the static spans of this thread start with the provider.
    pub(crate) fn enter(scoped: Arc<Self>) {
        SPANS.enter(scoped);
    }

    pub(crate) fn enter_everywhere(scoped: Arc<Self>) -> Everywhere<Self> {
        SPANS.enter_everywhere(scoped)
    }

    pub(crate) fn leave(&self) {
        SPANS.leave(self);
    }
}

/// The tracer of a scope for the test that is running on this thread, if there is one.
pub(super) fn tracer(scope: Scope) -> Option<Arc<dyn Starts>> {
    let scoped = SPANS.current()?;
    Some((scoped.0)(scope.to_instrumentation_scope()))
}
