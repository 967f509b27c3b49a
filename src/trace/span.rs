//! The live span.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;

use super::active::{ActiveSpan, HandOn, key_values};
use super::declare::SpanDescriptor;
use super::drive::Watch;
use super::end::End;
use super::error_type::ByTypeName;
use super::given::GivenTracer;
use super::outcome::Carried;
use super::runs::runs;
use super::source::{Source, Start};
use crate::attribute::Set;
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
    types: PhantomData<fn() -> (A, C)>,
}

impl<A, C> Span<A, C> {
    pub(super) const fn global(descriptor: SpanDescriptor, scope: Scope) -> Self {
        Self { descriptor, source: Source::global(scope), types: PhantomData }
    }

    pub(super) fn built(descriptor: SpanDescriptor, tracer: GivenTracer) -> Self {
        Self { descriptor, source: Source::Given(tracer), types: PhantomData }
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

impl<A: Carried, C> Span<A, C> {
    #[inline]
    fn watch<S: Set>(&self, set: S) -> SpanWatch {
        self.start(&set)
    }

    #[inline]
    pub(super) fn start<S: Set>(&self, set: &S) -> SpanWatch {
        SpanWatch(self.source.start(&mut Start {
            name: &Cow::Borrowed(self.descriptor.name),
            kind: self.descriptor.kind,
            shown: &|| self.descriptor.sampled_by_attributes.then(|| key_values(set)),
            fill: &mut |give| {
                if !self.descriptor.sampled_by_attributes {
                    set.visit(&mut HandOn(give));
                }
            },
        }))
    }
}

runs!(Span);

/// A span that runs.
pub(super) struct SpanWatch(pub(super) ActiveSpan);

impl Watch for SpanWatch {
    #[inline]
    fn active(&self) -> &ActiveSpan {
        &self.0
    }

    #[inline]
    fn tell(&mut self, end: &End<'_>) {
        end.tell(&self.0);
    }
}

impl<A, C> Clone for Span<A, C> {
    fn clone(&self) -> Self {
        Self { descriptor: self.descriptor, source: self.source.clone(), types: PhantomData }
    }
}

impl<A, C> fmt::Debug for Span<A, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Span").field(&self.descriptor).finish()
    }
}
