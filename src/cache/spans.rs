//! The optional spans of loads.
// Uses `about`, `cache`, `trace`. Used by `future`, `metrics`, `sync`.

#[cfg(feature = "trace")]
mod wanted {
    use crate::cache::about::About;
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

        pub(in crate::cache) fn span(&self) -> Option<&Span<About<'static>>> {
            self.0.as_ref()
        }
    }
}

#[cfg(not(feature = "trace"))]
mod wanted {
    #[derive(Clone)]
    pub(in crate::cache) struct Spans;

    impl Spans {
        pub(in crate::cache) fn none() -> Self {
            Self
        }
    }
}

pub(super) use wanted::Spans;
