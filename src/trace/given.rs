//! `IntoTracer`: the tracers on which spans are built.
// Uses `source`. Used by `cache`, `declare`, `declare_operation`, `source`, `span`, `testing`.

use std::sync::Arc;

use opentelemetry::global::BoxedTracer;
use opentelemetry::trace::Tracer;

use super::source::Starts;

/// An OpenTelemetry tracer on which a span can be built.
///
/// It is implemented for references to tracers that can be cloned, such as the SDK's; for OpenTelemetry's
/// [`global::tracer`](opentelemetry::global::tracer), which cannot; and for an `Arc` of any tracer.
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
    note = "pass a reference to a tracer that can be cloned, such as the SDK's: `.build(&provider.tracer(\"shop\"))`",
    note = "the tracer of `opentelemetry::global::tracer` cannot be cloned: pass it by value, `.build(tracer)`, or in an `Arc`; or use the global provider with `.global(SCOPE)`"
)]
pub trait IntoTracer {
    #[doc(hidden)]
    fn into_tracer(self) -> GivenTracer;
}

/// A tracer of any type.
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
