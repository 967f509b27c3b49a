//! Tracers that are given.

use std::sync::Arc;

use opentelemetry::global::BoxedTracer;
use opentelemetry::trace::Tracer;

use super::source::Starts;

/// A tracer of OpenTelemetry that a span can be built on.
///
/// That is a borrow of any that can be cloned, as those of the SDK; one of OpenTelemetry's own
/// [`global::tracer`](opentelemetry::global::tracer), which cannot; and an `Arc` of any.
///
/// ```
/// use std::sync::Arc;
///
/// use meterstick::trace::{Internal, SpanDeclaration, Tracer};
/// use opentelemetry::global;
/// use opentelemetry::trace::TracerProvider;
/// use opentelemetry_sdk::trace::SdkTracerProvider;
///
/// const GET_USER: SpanDeclaration = Tracer::span::<Internal>().name("get-user");
/// const PUT_USER: SpanDeclaration = Tracer::span::<Internal>().name("put-user");
///
/// let provider = SdkTracerProvider::builder().build();
/// let of_the_sdk = GET_USER.build(&provider.tracer("shop"));
///
/// global::set_tracer_provider(provider);
/// let boxed = GET_USER.build(global::tracer("shop"));
///
/// let shared = Arc::new(global::tracer("shop"));
/// let (get_user, put_user) = (GET_USER.build(Arc::clone(&shared)), PUT_USER.build(shared));
/// # assert!([of_the_sdk, boxed, get_user, put_user].iter().all(|span| span.run(|span| span.is_recording())));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a tracer that a span can be built on",
    label = "not a tracer to build on",
    note = "give a borrow of one that can be cloned, as the SDK's can: `.build(&provider.tracer(\"shop\"))`",
    note = "one of `opentelemetry::global::tracer` cannot: give it away, `.build(tracer)`, or share it in an `Arc`; a span of the global provider is also declared with `.global(SCOPE)`"
)]
pub trait IntoTracer {
    #[doc(hidden)]
    fn into_tracer(self) -> GivenTracer;
}

/// A tracer, whatever its type.
#[doc(hidden)]
#[derive(Clone)]
#[allow(missing_debug_implementations, reason = "tracers have none")]
pub struct GivenTracer(pub(super) Arc<dyn Starts>);

impl<T> IntoTracer for &T
where
    T: Tracer + Clone + Send + Sync + 'static,
    T::Span: Send + Sync + 'static,
{
    fn into_tracer(self) -> GivenTracer {
        GivenTracer(Arc::new(self.clone()))
    }
}

impl<T> IntoTracer for Arc<T>
where
    T: Tracer + Send + Sync + 'static,
    T::Span: Send + Sync + 'static,
{
    fn into_tracer(self) -> GivenTracer {
        GivenTracer(self)
    }
}

impl IntoTracer for BoxedTracer {
    fn into_tracer(self) -> GivenTracer {
        GivenTracer(Arc::new(self))
    }
}
