//! The spans of loads, if they are wanted.

use super::about::About;

#[cfg(feature = "trace")]
mod wanted {
    use crate::attribute::Key;
    use crate::trace::{Internal, IntoTracer, Span, SpanDeclaration, Tracer};

    use super::About;

    const LOAD: SpanDeclaration<About<'static>> =
        Tracer::span::<Internal>().name("cache.load").attributes::<About<'static>>();
    const ERROR: Key<&str> = Key::new("error.type");

    #[derive(Clone, Default)]
    pub(in crate::cache) struct Spans(Option<Span<About<'static>>>);

    impl Spans {
        pub(in crate::cache) fn of(tracer: impl IntoTracer) -> Self {
            Self(Some(LOAD.build(tracer)))
        }

        pub(in crate::cache) fn run<T>(
            &self,
            about: About<'_>,
            load: impl FnOnce() -> T,
            error: impl Fn(&T) -> Option<&'static str>,
        ) -> T {
            let Some(span) = &self.0 else { return load() };
            span.run(about, |active| {
                let result = load();
                if let Some(error) = error(&result) {
                    active.attribute(ERROR, error);
                    active.fail("");
                }
                result
            })
        }
    }
}

#[cfg(not(feature = "trace"))]
mod wanted {
    use super::About;

    #[derive(Clone, Default)]
    pub(in crate::cache) struct Spans;

    impl Spans {
        pub(in crate::cache) fn run<T>(
            &self,
            _: About<'_>,
            load: impl FnOnce() -> T,
            _: impl Fn(&T) -> Option<&'static str>,
        ) -> T {
            load()
        }
    }
}

pub(super) use wanted::Spans;
