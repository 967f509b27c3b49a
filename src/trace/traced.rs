//! A value with its span.

use opentelemetry::trace::SpanContext;

use super::drive::Watch;

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
pub struct Traced<T> {
    /// What the function gave.
    pub value: T,
    /// The span's identity.
    pub span_context: SpanContext,
}

pub(super) fn traced<T, W: Watch>((value, watch): (T, W)) -> Traced<T> {
    Traced { value, span_context: watch.active().span_context() }
}
