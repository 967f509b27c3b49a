//! The optional spans of loads.
// Uses `about`, `cache`, `failure`, `trace`. Used by `future`, `metrics`, `sync`.

use super::about::About;
use crate::failure::Failure;

#[cfg(feature = "trace")]
mod wanted {
    use super::{About, Failure};
    use crate::trace::{Internal, IntoTracer, Span, SpanDeclaration, Tracer};

    const LOAD: SpanDeclaration<About<'static>> =
        Tracer::span::<Internal>().name("cache.load").attributes::<About<'static>>();

    #[derive(Clone)]
    pub(in crate::cache) struct Spans(Option<Span<About<'static>>>);

    impl Spans {
        pub(in crate::cache) fn none() -> Self {
            Self(None)
        }

        pub(in crate::cache) fn of(tracer: impl IntoTracer) -> Self {
            Self(Some(LOAD.build(tracer)))
        }

        #[cfg(feature = "cache")]
        pub(in crate::cache) fn run<T>(&self, about: About<'_>, load: impl FnOnce() -> T) -> T {
            match &self.0 {
                Some(span) => span.run(about, |_| load()),
                None => load(),
            }
        }

        #[cfg(feature = "cache")]
        pub(in crate::cache) fn try_run<T, E: Failure>(
            &self,
            about: About<'_>,
            load: impl FnOnce() -> Result<T, E>,
        ) -> Result<T, E> {
            match &self.0 {
                Some(span) => span.try_run(about, |_| load()),
                None => load(),
            }
        }

        #[cfg(feature = "cache-async")]
        pub(in crate::cache) async fn run_async<F: Future>(&self, about: About<'_>, load: F) -> F::Output {
            match &self.0 {
                Some(span) => span.run_async(about, |_| load).await,
                None => load.await,
            }
        }

        #[cfg(feature = "cache-async")]
        pub(in crate::cache) async fn try_run_async<T, E: Failure, F: Future<Output = Result<T, E>>>(
            &self,
            about: About<'_>,
            load: F,
        ) -> Result<T, E> {
            match &self.0 {
                Some(span) => span.try_run_async(about, |_| load).await,
                None => load.await,
            }
        }
    }
}

#[cfg(not(feature = "trace"))]
mod wanted {
    use super::{About, Failure};

    #[derive(Clone)]
    pub(in crate::cache) struct Spans;

    impl Spans {
        pub(in crate::cache) fn none() -> Self {
            Self
        }

        #[cfg(feature = "cache")]
        pub(in crate::cache) fn run<T>(&self, _: About<'_>, load: impl FnOnce() -> T) -> T {
            load()
        }

        #[cfg(feature = "cache")]
        pub(in crate::cache) fn try_run<T, E: Failure>(
            &self,
            _: About<'_>,
            load: impl FnOnce() -> Result<T, E>,
        ) -> Result<T, E> {
            load()
        }

        #[cfg(feature = "cache-async")]
        pub(in crate::cache) async fn run_async<F: Future>(&self, _: About<'_>, load: F) -> F::Output {
            load.await
        }

        #[cfg(feature = "cache-async")]
        pub(in crate::cache) async fn try_run_async<T, E: Failure, F: Future<Output = Result<T, E>>>(
            &self,
            _: About<'_>,
            load: F,
        ) -> Result<T, E> {
            load.await
        }
    }
}

pub(super) use wanted::Spans;
