//! A value with its span.

use opentelemetry::trace::SpanContext;

use super::active::ActiveSpan;

/// What a function gave, with the identity of the span that it ran in: to link to it, to log it, to answer with it.
///
/// ```
/// use meterstick::Scope;
/// use meterstick::trace::{Internal, Span, Tracer};
///
/// static ADD: Span = Tracer::span::<Internal>().name("add").global(Scope::new("sums"));
///
/// let traced = ADD.traced(|_| 2 + 2);
/// assert_eq!(traced.value, 4);
/// assert!(!traced.span_context.is_valid()); // no tracer provider was set
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Traced<T> {
    /// What the function gave.
    pub value: T,
    /// The span's identity.
    pub span_context: SpanContext,
}

impl<T> Traced<T> {
    pub(super) fn new(value: T, active: &ActiveSpan) -> Self {
        Self { value, span_context: active.span_context() }
    }
}

/// What a way to run gives of what was run.
pub(super) trait Gives<T> {
    type Given;
    fn give(value: T, active: &ActiveSpan) -> Self::Given;
}

/// It, as it is.
pub(super) enum Alone {}

impl<T> Gives<T> for Alone {
    type Given = T;

    fn give(value: T, _: &ActiveSpan) -> T {
        value
    }
}

/// It, with the span's identity.
pub(super) enum WithIdentity {}

impl<T> Gives<T> for WithIdentity {
    type Given = Traced<T>;

    fn give(value: T, active: &ActiveSpan) -> Traced<T> {
        Traced::new(value, active)
    }
}
