//! `Span`: the live span.
// Uses `active`, `attribute`, `declare`, `distinct`, `drive`, `end`, `error_type`, `future`, `given`, `outcome`,
// `prepared`, `runs`, `safely`, `source`, `started`, `traced`. Used by `cache`, `declare`, `operation`, `started`,
// `testing`, `undeclared`.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;
use std::sync::Arc;
use std::time::SystemTime;

use opentelemetry::{KeyValue, Value};

use super::active::{ActiveSpan, class_in};
use super::declare::SpanDescriptor;
use super::distinct::Distinct;
#[cfg(feature = "cache")]
use super::drive;
use super::drive::Watch;
use super::end::End;
#[cfg(any(feature = "cache", feature = "cache-async"))]
use super::end::Judge;
use super::error_type::ByTypeName;
#[cfg(feature = "cache-async")]
use super::future;
use super::given::GivenTracer;
use super::outcome::Carried;
use super::prepared::{Prepared, prepares};
use super::runs::runs;
use super::source::{Beginning, Source, Start};
use super::started::StartedSpan;
#[cfg(feature = "cache-async")]
use super::traced::Alone;
use crate::attribute::{Attributes, Set};
use crate::declare::Scope;
use crate::safely::drop_safely;

/// A live span, in which functions and futures run. `A` is its attribute set, `C` determines the class of its errors.
///
/// Each run is a separate span; its parent is the one that is current where the method is called. A clone is the same span.
///
/// A span in a `static` finds the global tracer provider by itself; before one is set, its work runs without a span. A tracer
/// that was found is kept, so a provider that replaces another is used only after the first one was shut down.
///
/// ```
/// use meterstick::Scope;
/// use meterstick::trace::{Internal, Span, Tracer};
///
/// static PARSE: Span = Tracer::span::<Internal>().name("parse").global(Scope::new("shop"));
///
/// let parsed = PARSE.try_run(|_| "12".parse::<u64>());
/// assert_eq!(parsed, Ok(12));
/// ```
pub struct Span<A = (), C = ByTypeName> {
    descriptor: SpanDescriptor,
    source: Source,
    /// The attributes of the group on which its operation is built.
    common: Option<Arc<[KeyValue]>>,
    types: PhantomData<fn() -> (A, C)>,
}

impl<A, C> Span<A, C> {
    pub(super) const fn global(descriptor: SpanDescriptor, scope: Scope) -> Self {
        Self { descriptor, source: Source::global(scope), common: None, types: PhantomData }
    }

    pub(super) fn built(descriptor: SpanDescriptor, tracer: GivenTracer) -> Self {
        Self { descriptor, source: Source::Given(tracer), common: None, types: PhantomData }
    }

    /// Gives each of its runs further attributes.
    pub(super) fn with_common(self, common: &[KeyValue]) -> Self {
        Self { common: (!common.is_empty()).then(|| common.into()), ..self }
    }

    /// Returns the span's declaration as plain data.
    ///
    /// ```
    /// # use meterstick::Scope;
    /// # use meterstick::trace::{Internal, Span, Tracer};
    /// static PARSE: Span = Tracer::span::<Internal>().name("parse").global(Scope::new("shop"));
    /// assert_eq!(PARSE.descriptor().name, "parse");
    /// ```
    #[must_use]
    pub const fn descriptor(&self) -> &SpanDescriptor {
        &self.descriptor
    }
}

#[cfg(feature = "testing")]
impl<A, C> Span<A, C> {
    pub(crate) fn scope(&self) -> Option<&Scope> {
        self.source.scope()
    }
}

impl<A: Carried, C> Span<A, C> {
    #[inline]
    fn begin<S: Set>(&self, beginning: &Beginning, set: &S, outcome: Option<&dyn Fn() -> Option<Value>>) -> SpanWatch {
        let active = self.source.start(&Start {
            name: &Cow::Borrowed(self.descriptor.name),
            kind: self.descriptor.kind,
            beginning,
            shown: self.descriptor.sampled_by_attributes,
            exceptions: self.descriptor.exception_events,
            attributes: &|| Distinct::after(self.common.as_deref().unwrap_or_default(), set),
            outcome,
        });
        SpanWatch { active, started: beginning.start_time }
    }

    /// Begins a span whose outcome a duration needs, whether or not it is recorded.
    pub(super) fn begin_with_outcome<S: Set>(&self, beginning: &Beginning, set: &S) -> SpanWatch {
        let class = || class_in(set);
        let mut watch = self.begin(beginning, set, Some(&class));
        watch.active.listen(class);
        watch
    }
}

impl<A: Carried, C> Prepared<'_, Span<A, C>> {
    #[inline]
    fn watch<S: Set>(self, set: S) -> SpanWatch {
        let watch = self.live.begin(&self.beginning, &set, None);
        // What the set drops is the user's code, too: its panic must not take the span and the work.
        drop_safely(set);
        watch
    }
}

#[cfg(any(feature = "cache", feature = "cache-async"))]
impl<A: Carried, C> Span<A, C> {
    /// Runs a function in the span, and reports the class of its error to `report`, if it failed: for a duration that is not an
    /// operation's.
    #[cfg(feature = "cache")]
    pub(crate) fn run_reporting<J: Judge<T>, T>(
        &self,
        set: A::With<'_>,
        report: impl FnOnce(Option<Cow<'static, str>>),
        work: impl FnOnce() -> T,
    ) -> T {
        drive::run::<J, _, _>(self.reporting(set, report), |_| work()).0
    }

    /// The same with a future.
    #[cfg(feature = "cache-async")]
    pub(crate) fn run_reporting_async<J: Judge<F::Output>, F: Future>(
        &self,
        set: A::With<'_>,
        report: impl FnOnce(Option<Cow<'static, str>>),
        work: F,
    ) -> impl Future<Output = F::Output> {
        future::run::<J, Alone, _, _, _, _>(move || self.reporting(set, report), |_| work)
    }

    fn reporting<T>(&self, set: A::With<'_>, report: T) -> ReportingWatch<T> {
        let span = self.begin_with_outcome(Beginning::NONE, &set);
        drop_safely(set);
        ReportingWatch { span, report: Some(report) }
    }
}

runs!(Span);
prepares!([A, C] Span<A, C>);

impl<C> Span<(), C> {
    /// Starts the span without a function to run: see [`StartedSpan`].
    ///
    /// ```
    /// # use meterstick::Scope;
    /// # use meterstick::trace::{Internal, Span, Tracer};
    /// static WORK: Span = Tracer::span::<Internal>().name("work").global(Scope::new("shop"));
    ///
    /// let span = WORK.start();
    /// span.event("half done", &());
    /// span.end();
    /// ```
    pub fn start(&self) -> StartedSpan<C> {
        Prepared::of(self).start()
    }
}

impl<A: Attributes, C> Span<A, C> {
    /// Starts the span without a function to run: see [`StartedSpan`].
    pub fn start(&self, attributes: A::With<'_>) -> StartedSpan<C> {
        Prepared::of(self).start(attributes)
    }
}

impl<C> Prepared<'_, Span<(), C>> {
    /// Starts the prepared run: see [`Span::start`].
    pub fn start(self) -> StartedSpan<C> {
        StartedSpan::new(self.watch(()))
    }
}

impl<A: Attributes, C> Prepared<'_, Span<A, C>> {
    /// Starts the prepared run: see [`Span::start`].
    pub fn start(self, attributes: A::With<'_>) -> StartedSpan<C> {
        StartedSpan::new(self.watch(attributes))
    }
}

/// A running span.
#[derive(Debug)]
pub(super) struct SpanWatch {
    pub(super) active: ActiveSpan,
    /// The given start time.
    pub(super) started: Option<SystemTime>,
}

impl Watch for SpanWatch {
    #[inline]
    fn active(&self) -> &ActiveSpan {
        &self.active
    }

    #[inline]
    fn tell(&mut self, end: End) {
        self.active.judge(end);
    }

    fn end(&self) {
        self.active.end(self.started);
    }
}

/// A running span whose outcome is reported to a function.
#[cfg(any(feature = "cache", feature = "cache-async"))]
struct ReportingWatch<T> {
    span: SpanWatch,
    /// Taken when the span has ended.
    report: Option<T>,
}

#[cfg(any(feature = "cache", feature = "cache-async"))]
impl<T: FnOnce(Option<Cow<'static, str>>)> Watch for ReportingWatch<T> {
    fn active(&self) -> &ActiveSpan {
        self.span.active()
    }

    fn tell(&mut self, end: End) {
        let error_type = self.active().judge(end);
        if let Some(report) = self.report.take() {
            report(error_type);
        }
    }

    fn end(&self) {
        self.span.end();
    }
}

impl<A, C> Clone for Span<A, C> {
    fn clone(&self) -> Self {
        let (source, common) = (self.source.clone(), self.common.clone());
        Self { descriptor: self.descriptor, source, common, types: PhantomData }
    }
}

impl<A, C> fmt::Debug for Span<A, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Span").field(&self.descriptor).finish()
    }
}
