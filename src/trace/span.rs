//! The live span.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;
use std::sync::Arc;
use std::time::SystemTime;

use opentelemetry::KeyValue;

use super::active::ActiveSpan;
use super::declare::SpanDescriptor;
use super::distinct::Distinct;
use super::drive::Watch;
use super::end::End;
use super::error_type::ByTypeName;
use super::given::GivenTracer;
use super::outcome::Carried;
use super::prepared::{Prepared, prepares};
use super::runs::runs;
use super::source::{Beginning, Source, Start};
use super::started::StartedSpan;
use crate::attribute::{Attributes, Set};
use crate::declare::Scope;

/// A live span, to run functions and futures in: `A` is its set of attributes, `C` says its errors' classes.
///
/// Each run is a span of its own, whose parent is the one that is current where it is called. A clone is the same span.
///
/// One in a `static` belongs to the global tracer provider from when there is one; what it runs before that runs without
/// a span. Once found the tracer is kept, so that a provider that replaces another is seen only when that was shut down.
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
    /// The attributes of the group that its operation is built on.
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

    /// What was declared.
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
    pub(super) fn begin<S: Set>(&self, beginning: &Beginning, set: &S) -> SpanWatch {
        let active = self.source.start(&Start {
            name: &Cow::Borrowed(self.descriptor.name),
            kind: self.descriptor.kind,
            beginning,
            shown: self.descriptor.sampled_by_attributes,
            exceptions: self.descriptor.exception_events,
            attributes: &|| Distinct::after(self.common.as_deref().unwrap_or_default(), set),
        });
        SpanWatch { active, started: beginning.start_time }
    }
}

impl<A: Carried, C> Prepared<'_, Span<A, C>> {
    #[inline]
    fn watch<S: Set>(self, set: S) -> SpanWatch {
        self.live.begin(&self.beginning, &set)
    }
}

runs!(Span);
prepares!([A, C] Span<A, C>);

impl<C> Span<(), C> {
    /// Starts it, around what is no function: see [`StartedSpan`].
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
    /// Starts it, around what is no function: see [`StartedSpan`].
    pub fn start(&self, attributes: A::With<'_>) -> StartedSpan<C> {
        Prepared::of(self).start(attributes)
    }
}

impl<C> Prepared<'_, Span<(), C>> {
    /// See [`Span::start`].
    pub fn start(self) -> StartedSpan<C> {
        StartedSpan::new(self.watch(()))
    }
}

impl<A: Attributes, C> Prepared<'_, Span<A, C>> {
    /// See [`Span::start`].
    pub fn start(self, attributes: A::With<'_>) -> StartedSpan<C> {
        StartedSpan::new(self.watch(attributes))
    }
}

/// A span that runs.
#[derive(Debug)]
pub(super) struct SpanWatch {
    pub(super) active: ActiveSpan,
    /// The start time that it was given.
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
