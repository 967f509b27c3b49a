//! `Traced`: a result with the identity of the span that it was computed in.
// Uses `active`. Used by `future`, `runs`, `span`, `undeclared`.

use opentelemetry::trace::SpanContext;

use super::active::ActiveSpan;

/// A function's result with the identity of its span, to link to it, to log it, or to answer with it.
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
    /// The result of the function.
    pub value: T,
    /// The identity of the span that the function ran in.
    pub span_context: SpanContext,
}

impl<T> Traced<T> {
    pub(super) fn new(value: T, active: &ActiveSpan) -> Self {
        Self { value, span_context: active.span_context() }
    }
}

/// What a method returns of the result and the span.
pub(super) trait Gives<T> {
    type Given;
    fn give(value: T, active: &ActiveSpan) -> Self::Given;
}

/// The result alone.
pub(super) enum Alone {}

impl<T> Gives<T> for Alone {
    type Given = T;

    fn give(value: T, _: &ActiveSpan) -> T {
        value
    }
}

/// The result with the span's identity.
pub(super) enum WithIdentity {}

impl<T> Gives<T> for WithIdentity {
    type Given = Traced<T>;

    fn give(value: T, active: &ActiveSpan) -> Traced<T> {
        Traced::new(value, active)
    }
}
