//! `TestTracer`: the tracer of one test, whose spans are read back by their declarations.
// Uses `attribute`, `declares_span`, `record`, `recorded`, `recorded_spans`, `redirect`, `trace`. No other module uses
// it.

use core::fmt;
use core::marker::PhantomData;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use opentelemetry::Context;
use opentelemetry::trace::TracerProvider;
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{SdkTracerProvider, Span as SdkSpan, SpanData, SpanProcessor};

use super::declares_span::DeclaresSpan;
use super::recorded::text;
use super::recorded_spans::{RecordedSpan, RecordedSpans, has};
use crate::attribute::Set;
use crate::record::canonical_set;
use crate::redirect::Everywhere;
use crate::trace::{GivenTracer, IntoTracer, ScopedTracers};

/// The tracer of one test. Spans and operations are built on it, and statics of the thread start their spans on it while it is
/// [entered](Self::enter). Ended spans are read back by their declarations.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::testing::TestTracer;
/// use meterstick::trace::{Internal, Span, Tracer};
///
/// #[derive(Clone, Copy, Attributes)]
/// struct User<'a> {
///     tenant: &'a str,
///     admin: Option<bool>,
/// }
///
/// static GET_USER: Span<User<'static>> =
///     Tracer::span::<Internal>().name("get-user").attributes::<User>().global(Scope::new("shop"));
///
/// let tracer = TestTracer::new();
/// let _entered = tracer.enter();
/// let ada = User { tenant: "acme", admin: None };
/// let _ = GET_USER.try_run(ada, |_| "7".parse::<u64>());
///
/// let span = tracer.span(&GET_USER, ada); // the one with these attributes
/// assert!(span.error_type().is_none());
/// println!("{}", tracer.recorded()); // a tree of all spans
/// ```
///
/// Each span is sampled, and recorded when it ends. A clone is the same tracer.
#[derive(Clone)]
pub struct TestTracer {
    provider: SdkTracerProvider,
    ended: Ended,
    scoped: Arc<ScopedTracers>,
}

impl TestTracer {
    /// Creates a test tracer with its own provider.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "each call creates a provider")]
    pub fn new() -> Self {
        let ended = Ended::default();
        let provider = SdkTracerProvider::builder().with_span_processor(ended.clone()).build();
        Self { scoped: ScopedTracers::new(provider.clone()), provider, ended }
    }

    /// Makes the statics of this thread, and undeclared spans, start on this tracer until the guard is dropped. Other threads
    /// call `enter` themselves, or the test calls [`enter_everywhere`](Self::enter_everywhere). If a thread has entered several
    /// tracers, its spans start on the last one.
    pub fn enter(&self) -> TracerEntered {
        ScopedTracers::enter(Arc::clone(&self.scoped));
        TracerEntered { scoped: Arc::clone(&self.scoped), thread: PhantomData }
    }

    /// Makes the statics of all threads start their spans on this tracer until the guard is dropped, except on threads that have
    /// [entered](Self::enter) a tracer themselves. For code that spawns threads or tasks on several threads.
    ///
    /// Such tests run one after the other: it waits until no other test has entered everywhere, a tracer or a
    /// [meter](super::TestMeter::enter_everywhere). A test may enter both.
    ///
    /// ```
    /// use meterstick::Scope;
    /// use meterstick::testing::TestTracer;
    /// use meterstick::trace::{Internal, Span, Tracer};
    ///
    /// static WORK: Span = Tracer::span::<Internal>().name("work").global(Scope::new("worker"));
    ///
    /// let tracer = TestTracer::new();
    /// let _entered = tracer.enter_everywhere();
    /// std::thread::spawn(|| WORK.run(|_| ())).join().unwrap();
    /// assert_eq!(tracer.spans(&WORK).len(), 1);
    /// ```
    pub fn enter_everywhere(&self) -> TracerEnteredEverywhere {
        TracerEnteredEverywhere { _everywhere: ScopedTracers::enter_everywhere(Arc::clone(&self.scoped)) }
    }

    /// Returns the only ended span of a declaration with these attributes; pass `()` for none.
    ///
    /// The span has the declared name and kind and, if the declaration is a static, its scope. Its declared attributes have the
    /// values of the set, and are absent where the set has none. It can have other attributes that were set while it ran. A span that
    /// was renamed while it ran is not found by its declaration: take it from [`recorded`](Self::recorded), by its name.
    ///
    /// # Panics
    ///
    /// If no such span has ended, or several have: the message has a tree of all spans.
    #[must_use]
    #[track_caller]
    pub fn span<D: DeclaresSpan>(&self, declared: &D, attributes: <D::Attributes as Set>::Given<'_>) -> RecordedSpan {
        match self.find(declared, &attributes) {
            Some(span) => span,
            None => panic!("{}", self.message(declared, &attributes, "no span that has ended")),
        }
    }

    /// Returns the only ended span of a declaration with these attributes, if there is one: see [`span`](Self::span).
    ///
    /// # Panics
    ///
    /// If several such spans have ended.
    #[must_use]
    #[track_caller]
    pub fn try_span<D: DeclaresSpan>(
        &self,
        declared: &D,
        attributes: <D::Attributes as Set>::Given<'_>,
    ) -> Option<RecordedSpan> {
        self.find(declared, &attributes)
    }

    /// Returns all ended spans of a declaration, in the order in which they ended.
    #[must_use]
    pub fn spans<D: DeclaresSpan>(&self, declared: &D) -> Vec<RecordedSpan> {
        let mut spans = self.recorded().spans;
        spans.retain(|span| span.is_of(declared));
        spans
    }

    /// Returns all ended spans, in the order in which they ended. The `Display` of the result is a tree.
    #[must_use]
    pub fn recorded(&self) -> RecordedSpans {
        RecordedSpans { spans: self.ended.lock().iter().map(RecordedSpan::of).collect() }
    }

    /// Returns the tracer's provider. Spans of its other tracers are recorded, too.
    ///
    /// ```
    /// use meterstick::testing::TestTracer;
    /// use opentelemetry::trace::{Tracer, TracerProvider};
    ///
    /// let tracer = TestTracer::new();
    /// tracer.provider().tracer("other").in_span("by hand", |_| ());
    /// assert_eq!(tracer.recorded().named("by hand").count(), 1);
    /// ```
    #[must_use]
    pub fn provider(&self) -> &SdkTracerProvider {
        &self.provider
    }

    /// Panics if several spans match.
    #[track_caller]
    fn find<D: DeclaresSpan>(
        &self,
        declared: &D,
        attributes: &<D::Attributes as Set>::Given<'_>,
    ) -> Option<RecordedSpan> {
        let mut found = self.spans(declared);
        found.retain(|span| has::<D::Attributes, _>(&span.attributes, attributes));
        let several = found.len();
        assert!(several < 2, "{}", self.message(declared, attributes, &format!("{several} spans")));
        found.pop()
    }

    fn message<D: DeclaresSpan>(
        &self,
        declared: &D,
        attributes: &<D::Attributes as Set>::Given<'_>,
        what: &str,
    ) -> String {
        let (name, set) = (declared.declared().name, text(&canonical_set(attributes)));
        format!("`{name}` has {what} with `{set}`; recorded is\n\n{}", self.recorded())
    }
}

impl IntoTracer for &TestTracer {
    fn into_tracer(self) -> GivenTracer {
        (&self.provider.tracer("test")).into_tracer()
    }
}

impl fmt::Debug for TestTracer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TestTracer")
    }
}

// Its state is behind a lock, which is entered even if a panic poisoned it: a span is added as a whole.
impl UnwindSafe for TestTracer {}
impl RefUnwindSafe for TestTracer {}

/// Guard: the statics of this thread start their spans on a test's tracer until it is dropped.
#[must_use = "spans start on the test's tracer until the guard is dropped: bind it to a name, not to `_`"]
pub struct TracerEntered {
    scoped: Arc<ScopedTracers>,
    /// Not `Send`: a guard belongs to its thread.
    thread: PhantomData<*const ()>,
}

impl Drop for TracerEntered {
    fn drop(&mut self) {
        self.scoped.leave();
    }
}

impl fmt::Debug for TracerEntered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TracerEntered")
    }
}

/// Guard: the statics of all threads start their spans on a test's tracer until it is dropped.
#[must_use = "spans start on the test's tracer until the guard is dropped: bind it to a name, not to `_`"]
pub struct TracerEnteredEverywhere {
    _everywhere: Everywhere<ScopedTracers>,
}

impl fmt::Debug for TracerEnteredEverywhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TracerEnteredEverywhere")
    }
}

/// Keeps the ended spans.
#[derive(Clone, Debug, Default)]
struct Ended(Arc<Mutex<Vec<SpanData>>>);

impl Ended {
    fn lock(&self) -> MutexGuard<'_, Vec<SpanData>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SpanProcessor for Ended {
    fn on_start(&self, _: &mut SdkSpan, _: &Context) {}

    fn on_end(&self, span: SpanData) {
        self.lock().push(span);
    }

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
}
