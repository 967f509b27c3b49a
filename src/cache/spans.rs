//! The spans of loads, if they are wanted.

use super::metrics::Named;

#[cfg(feature = "trace")]
mod wanted {
    use crate::attribute::Key;
    use crate::trace::{Internal, Span, SpanDeclaration, Tracer};

    use super::Named;

    const LOAD: SpanDeclaration<Named<'static>> =
        Tracer::span::<Internal>().name("cache.load").attributes::<Named<'static>>();
    const ERROR: Key<&str> = Key::new("error.type");

    #[derive(Clone, Default)]
    pub(in crate::cache) struct Spans(Option<Span<Named<'static>>>);

    impl Spans {
        pub(in crate::cache) fn of<T>(tracer: &T) -> Self
        where
            T: opentelemetry::trace::Tracer + Clone + Send + Sync + 'static,
            T::Span: Send + Sync + 'static,
        {
            Self(Some(LOAD.build(tracer)))
        }

        pub(in crate::cache) fn run<T>(
            &self,
            named: Named<'_>,
            load: impl FnOnce() -> T,
            error: impl Fn(&T) -> Option<&'static str>,
        ) -> T {
            let Some(span) = &self.0 else { return load() };
            span.run(named, |active| {
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
    use super::Named;

    #[derive(Clone, Default)]
    pub(in crate::cache) struct Spans;

    impl Spans {
        pub(in crate::cache) fn run<T>(
            &self,
            _: Named<'_>,
            load: impl FnOnce() -> T,
            _: impl Fn(&T) -> Option<&'static str>,
        ) -> T {
            load()
        }
    }
}

pub(super) use wanted::Spans;
