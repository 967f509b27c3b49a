//! The ways to run something in a span, which are those of an operation too: with and without attributes.

/// Gives a live type its ways to run.
macro_rules! runs {
    ($live:ident) => {
        $crate::trace::runs::runs!(@with $live, [], (), [], ());
        $crate::trace::runs::runs!(@with $live, [A: $crate::attribute::Attributes,], A, [attributes: A::With<'a>,], attributes);
    };
    (@with $live:ident, [$($generics:tt)*], $set:ty, [$($given:tt)*], $value:expr) => {
        #[allow(clippy::needless_lifetimes, reason = "what has attributes borrows them for the lifetime")]
        impl<$($generics)* C> $live<$set, C> {
            /// Runs a function in a span, and gives what it gives.
            ///
            /// A panic goes on unwinding, and the span ends with an exception event and an error status.
            ///
            /// ```
            /// use meterstick::trace::{Internal, Span, Tracer};
            /// use meterstick::{Attributes, Scope};
            ///
            /// #[derive(Clone, Copy, Attributes)]
            /// struct Item<'a> {
            ///     sku: &'a str,
            /// }
            ///
            /// static PACK: Span<Item<'static>> =
            ///     Tracer::span::<Internal>().name("pack").attributes::<Item<'static>>().global(Scope::new("shop"));
            ///
            /// let sku = String::from("A-17");
            /// let weight = PACK.run(Item { sku: &sku }, |_| 12);
            /// assert_eq!(weight, 12);
            /// ```
            #[inline]
            pub fn run<'a, T>(&'a self, $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> T) -> T {
                $crate::trace::drive::run::<$crate::trace::end::Infallible, _, _>(self.watch($value), work).0
            }

            /// Runs a function that can fail in a span, and hands on what it gives.
            ///
            /// An error is an exception event with its type and what it displays, which is the status' description too;
            /// and an `error.type` (*Exceptions on spans*; *Recording errors on spans*).
            ///
            /// ```
            /// use meterstick::Scope;
            /// use meterstick::trace::{Internal, Span, Tracer};
            ///
            /// static PARSE: Span = Tracer::span::<Internal>().name("parse").global(Scope::new("shop"));
            ///
            /// let parsed = PARSE.try_run(|_| "twelve".parse::<u64>());
            /// assert!(parsed.is_err()); // error.type = core::num::error::ParseIntError
            /// ```
            ///
            /// # Errors
            ///
            /// Those of the function.
            #[inline]
            pub fn try_run<'a, T, E: core::fmt::Display>(
                &'a self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> Result<T, E>,
            ) -> Result<T, E>
            where
                C: $crate::trace::ErrorType<E>,
            {
                $crate::trace::drive::run::<$crate::trace::end::Fallible<C>, _, _>(self.watch($value), work).0
            }

            /// Runs a future in a span, and gives what it gives.
            ///
            /// The span starts at the first poll, as a child of the span that is current where this is called; so a task
            /// that is spawned with it stays in its trace. It is the current span in each poll, on whatever thread, and
            /// between them it is not.
            ///
            /// If the future is dropped before it is done, the span ends then, with an error status and the `error.type`
            /// `cancelled`: what asked for it got nothing. Where that is as it should be, say [`ok`] beforehand.
            ///
            /// [`ok`]: crate::trace::ActiveSpan::ok
            ///
            /// ```
            /// use meterstick::Scope;
            /// use meterstick::trace::{Internal, Span, Tracer};
            ///
            /// static FETCH: Span = Tracer::span::<Internal>().name("fetch").global(Scope::new("shop"));
            ///
            /// # tokio::runtime::Builder::new_multi_thread().build().unwrap().block_on(async {
            /// let fetched = FETCH.run_async(async |span| {
            ///     tokio::task::yield_now().await;
            ///     span.event("fetched", &());
            ///     "Ada"
            /// });
            /// assert_eq!(tokio::spawn(fetched).await.unwrap(), "Ada");
            /// # });
            /// ```
            pub fn run_async<'a, F: Future>(
                &'a self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = F::Output> {
                use $crate::trace::{drive, end::Infallible};
                let parent = opentelemetry::Context::current();
                async move { drive::run_async::<Infallible, _, _>(parent, || self.watch($value), work).await.0 }
            }

            /// Runs a future that can fail in a span, and hands on what it gives: [`run_async`](Self::run_async) with the
            /// errors of [`try_run`](Self::try_run).
            ///
            /// ```
            /// use meterstick::Scope;
            /// use meterstick::trace::{Internal, Span, Tracer};
            ///
            /// static PARSE: Span = Tracer::span::<Internal>().name("parse").global(Scope::new("shop"));
            ///
            /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            /// assert_eq!(PARSE.try_run_async(async |_| "12".parse::<u64>()).await, Ok(12));
            /// # });
            /// ```
            pub fn try_run_async<'a, T, E: core::fmt::Display, F: Future<Output = Result<T, E>>>(
                &'a self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = Result<T, E>>
            where
                C: $crate::trace::ErrorType<E>,
            {
                use $crate::trace::{drive, end::Fallible};
                let parent = opentelemetry::Context::current();
                async move { drive::run_async::<Fallible<C>, _, _>(parent, || self.watch($value), work).await.0 }
            }

            /// Runs a function in a span, and gives what it gives with the span's identity.
            ///
            /// ```
            /// use meterstick::Scope;
            /// use meterstick::trace::{Internal, Span, Traced, Tracer};
            ///
            /// static ADD: Span = Tracer::span::<Internal>().name("add").global(Scope::new("sums"));
            ///
            /// let Traced { value, span_context } = ADD.traced(|_| 2 + 2);
            /// assert_eq!(value, 4);
            /// println!("in trace {}", span_context.trace_id());
            /// ```
            pub fn traced<'a, T>(
                &'a self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> T,
            ) -> $crate::trace::Traced<T> {
                use $crate::trace::{drive, end::Infallible};
                $crate::trace::traced::traced(drive::run::<Infallible, _, _>(self.watch($value), work))
            }

            /// Runs a function that can fail in a span, and gives its result with the span's identity, so that an answer
            /// can name the trace of what went wrong.
            ///
            /// ```
            /// # use meterstick::Scope;
            /// # use meterstick::trace::{Internal, Span, Tracer};
            /// static PARSE: Span = Tracer::span::<Internal>().name("parse").global(Scope::new("shop"));
            ///
            /// let traced = PARSE.try_traced(|_| "twelve".parse::<u64>());
            /// if let Err(error) = traced.value {
            ///     println!("{error}, see {}", traced.span_context.trace_id());
            /// }
            /// ```
            pub fn try_traced<'a, T, E: core::fmt::Display>(
                &'a self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> Result<T, E>,
            ) -> $crate::trace::Traced<Result<T, E>>
            where
                C: $crate::trace::ErrorType<E>,
            {
                use $crate::trace::{drive, end::Fallible};
                $crate::trace::traced::traced(drive::run::<Fallible<C>, _, _>(self.watch($value), work))
            }

            /// Runs a future in a span, and gives what it gives with the span's identity: see
            /// [`run_async`](Self::run_async).
            ///
            /// ```
            /// # use meterstick::Scope;
            /// # use meterstick::trace::{Internal, Span, Tracer};
            /// static ADD: Span = Tracer::span::<Internal>().name("add").global(Scope::new("sums"));
            ///
            /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            /// assert_eq!(ADD.traced_async(async |_| 2 + 2).await.value, 4);
            /// # });
            /// ```
            pub fn traced_async<'a, F: Future>(
                &'a self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = $crate::trace::Traced<F::Output>> {
                use $crate::trace::{drive, end::Infallible, traced::traced};
                let parent = opentelemetry::Context::current();
                async move { traced(drive::run_async::<Infallible, _, _>(parent, || self.watch($value), work).await) }
            }

            /// Runs a future that can fail in a span, and gives its result with the span's identity: see
            /// [`try_run_async`](Self::try_run_async).
            ///
            /// ```
            /// # use meterstick::Scope;
            /// # use meterstick::trace::{Internal, Span, Tracer};
            /// static PARSE: Span = Tracer::span::<Internal>().name("parse").global(Scope::new("shop"));
            ///
            /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            /// assert_eq!(PARSE.try_traced_async(async |_| "12".parse::<u64>()).await.value, Ok(12));
            /// # });
            /// ```
            pub fn try_traced_async<'a, T, E: core::fmt::Display, F: Future<Output = Result<T, E>>>(
                &'a self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = $crate::trace::Traced<Result<T, E>>>
            where
                C: $crate::trace::ErrorType<E>,
            {
                use $crate::trace::{drive, end::Fallible, traced::traced};
                let parent = opentelemetry::Context::current();
                async move { traced(drive::run_async::<Fallible<C>, _, _>(parent, || self.watch($value), work).await) }
            }
        }
    };
}
pub(super) use runs;
