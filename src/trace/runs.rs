//! The methods that run something in a span or an operation, with and without attributes.
// Uses `active`, `attribute`, `drive`, `end`, `error_type`, `failure`, `future`, `prepared`, `traced`. Used by
// `operation`, `span`.

/// Defines the methods that run something, for a live type and for its prepared runs.
macro_rules! runs {
    ($live:ident) => {
        $crate::trace::runs::runs!(@with $live, [], (), [], [], ());
        $crate::trace::runs::runs!(
            @with $live, [A: $crate::attribute::Attributes,], A, [attributes: A::With<'a>,], [attributes,], attributes
        );
    };
    (
        @with $live:ident, [$($generics:tt)*], $set:ty, [$($given:tt)*], [$($passed:tt)*], $value:expr
    ) => {
        #[allow(clippy::needless_lifetimes, reason = "what has attributes borrows them for the lifetime")]
        impl<$($generics)* C> $live<$set, C> {
            /// Runs a function in a span and returns its result.
            ///
            /// A panic continues to unwind. The span ends with an error status and the `error.type` `panic`.
            ///
            /// A function that returns a future does not compile, because its span would end before the future runs: use
            /// [`run_async`](Self::run_async).
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
            #[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
            #[inline]
            pub fn run<'a, T, A_FUTURE_IS_RUN_BY_run_async>(
                &'a self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> T,
            ) -> T
            where
                T: $crate::trace::Finished<A_FUTURE_IS_RUN_BY_run_async>,
            {
                $crate::trace::Prepared::of(self).run($($passed)* work)
            }

            /// Runs a function that can fail in a span, and returns its result.
            ///
            /// An error becomes an error status with its `Display` text as description, and an `error.type` (*Recording errors on
            /// spans*).
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
            #[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
            #[inline]
            pub fn try_run<'a, T, E: $crate::Failure, A_FUTURE_IS_RUN_BY_try_run_async>(
                &'a self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> Result<T, E>,
            ) -> Result<T, E>
            where
                T: $crate::trace::Finished<A_FUTURE_IS_RUN_BY_try_run_async>,
                C: $crate::trace::ErrorType<E>,
            {
                $crate::trace::Prepared::of(self).try_run($($passed)* work)
            }

            /// Runs a future in a span and returns its result.
            ///
            /// The span starts at the first poll, as a child of the span that is current where this is called; a task that is
            /// spawned with it so stays in its trace. It is the current span during each poll, on any thread, and not between
            /// polls.
            ///
            /// If the future is dropped before its end, the span ends with an error status and the `error.type` `cancelled`,
            /// because the caller got no result. If that is intended, call [`ok`] before.
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
            ) -> impl Future<Output = F::Output>
            {
                $crate::trace::Prepared::of(self).run_async($($passed)* work)
            }

            /// Runs a future that can fail in a span, and returns its result: [`run_async`](Self::run_async) with the
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
            pub fn try_run_async<'a, T, E: $crate::Failure, F: Future<Output = Result<T, E>>>(
                &'a self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = Result<T, E>>
            where
                C: $crate::trace::ErrorType<E>,
            {
                $crate::trace::Prepared::of(self).try_run_async($($passed)* work)
            }

            /// Runs a function in a span and returns its result with the span's identity.
            ///
            /// ```
            /// use meterstick::Scope;
            /// use meterstick::trace::{Internal, Span, Traced, Tracer};
            ///
            /// static ADD: Span = Tracer::span::<Internal>().name("add").global(Scope::new("sums"));
            ///
            /// let Traced { value, span_context, .. } = ADD.traced(|_| 2 + 2);
            /// assert_eq!(value, 4);
            /// println!("in trace {}", span_context.trace_id());
            /// ```
            #[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
            #[inline]
            pub fn traced<'a, T, A_FUTURE_IS_RUN_BY_traced_async>(
                &'a self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> T,
            ) -> $crate::trace::Traced<T>
            where
                T: $crate::trace::Finished<A_FUTURE_IS_RUN_BY_traced_async>,
            {
                $crate::trace::Prepared::of(self).traced($($passed)* work)
            }

            /// Runs a function that can fail in a span and returns its result with the span's identity, so that an answer can
            /// name the trace of a failure.
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
            #[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
            #[inline]
            pub fn try_traced<'a, T, E: $crate::Failure, A_FUTURE_IS_RUN_BY_try_traced_async>(
                &'a self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> Result<T, E>,
            ) -> $crate::trace::Traced<Result<T, E>>
            where
                T: $crate::trace::Finished<A_FUTURE_IS_RUN_BY_try_traced_async>,
                C: $crate::trace::ErrorType<E>,
            {
                $crate::trace::Prepared::of(self).try_traced($($passed)* work)
            }

            /// Runs a future in a span and returns its result with the span's identity: see [`run_async`](Self::run_async).
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
            ) -> impl Future<Output = $crate::trace::Traced<F::Output>>
            {
                $crate::trace::Prepared::of(self).traced_async($($passed)* work)
            }

            /// Runs a future that can fail in a span and returns its result with the span's identity: see
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
            pub fn try_traced_async<'a, T, E: $crate::Failure, F: Future<Output = Result<T, E>>>(
                &'a self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = $crate::trace::Traced<Result<T, E>>>
            where
                C: $crate::trace::ErrorType<E>,
            {
                $crate::trace::Prepared::of(self).try_traced_async($($passed)* work)
            }
        }

        impl<'a, $($generics)* C> $crate::trace::Prepared<'a, $live<$set, C>> {
            #[doc = concat!("See [`run`](", stringify!($live), "::run).")]
            #[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
            #[inline]
            pub fn run<T, A_FUTURE_IS_RUN_BY_run_async>(
                self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> T,
            ) -> T
            where
                T: $crate::trace::Finished<A_FUTURE_IS_RUN_BY_run_async>,
            {
                $crate::trace::drive::run::<$crate::trace::end::Infallible, _, _>(self.watch($value), work).0
            }

            #[doc = concat!("See [`try_run`](", stringify!($live), "::try_run).")]
            ///
            /// # Errors
            ///
            /// Those of the function.
            #[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
            #[inline]
            pub fn try_run<T, E: $crate::Failure, A_FUTURE_IS_RUN_BY_try_run_async>(
                self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> Result<T, E>,
            ) -> Result<T, E>
            where
                T: $crate::trace::Finished<A_FUTURE_IS_RUN_BY_try_run_async>,
                C: $crate::trace::ErrorType<E>,
            {
                $crate::trace::drive::run::<$crate::trace::end::Fallible<C>, _, _>(self.watch($value), work).0
            }

            #[doc = concat!("See [`run_async`](", stringify!($live), "::run_async).")]
            pub fn run_async<F: Future>(
                self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = F::Output>
            {
                $crate::trace::future::run::<$crate::trace::end::Infallible, $crate::trace::traced::Alone, _, _, _, _>(
                    move || self.watch($value),
                    work,
                )
            }

            #[doc = concat!("See [`try_run_async`](", stringify!($live), "::try_run_async).")]
            pub fn try_run_async<T, E: $crate::Failure, F: Future<Output = Result<T, E>>>(
                self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = Result<T, E>>
            where
                C: $crate::trace::ErrorType<E>,
            {
                $crate::trace::future::run::<$crate::trace::end::Fallible<C>, $crate::trace::traced::Alone, _, _, _, _>(
                    move || self.watch($value),
                    work,
                )
            }

            #[doc = concat!("See [`traced`](", stringify!($live), "::traced).")]
            #[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
            #[inline]
            pub fn traced<T, A_FUTURE_IS_RUN_BY_traced_async>(
                self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> T,
            ) -> $crate::trace::Traced<T>
            where
                T: $crate::trace::Finished<A_FUTURE_IS_RUN_BY_traced_async>,
            {
                let (value, watch) = $crate::trace::drive::run::<$crate::trace::end::Infallible, _, _>(self.watch($value), work);
                $crate::trace::Traced::new(value, $crate::trace::drive::Watch::active(&watch))
            }

            #[doc = concat!("See [`try_traced`](", stringify!($live), "::try_traced).")]
            #[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
            #[inline]
            pub fn try_traced<T, E: $crate::Failure, A_FUTURE_IS_RUN_BY_try_traced_async>(
                self,
                $($given)* work: impl FnOnce(&$crate::trace::ActiveSpan) -> Result<T, E>,
            ) -> $crate::trace::Traced<Result<T, E>>
            where
                T: $crate::trace::Finished<A_FUTURE_IS_RUN_BY_try_traced_async>,
                C: $crate::trace::ErrorType<E>,
            {
                let (value, watch) = $crate::trace::drive::run::<$crate::trace::end::Fallible<C>, _, _>(self.watch($value), work);
                $crate::trace::Traced::new(value, $crate::trace::drive::Watch::active(&watch))
            }

            #[doc = concat!("See [`traced_async`](", stringify!($live), "::traced_async).")]
            pub fn traced_async<F: Future>(
                self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = $crate::trace::Traced<F::Output>>
            {
                $crate::trace::future::run::<$crate::trace::end::Infallible, $crate::trace::traced::WithIdentity, _, _, _, _>(
                    move || self.watch($value),
                    work,
                )
            }

            #[doc = concat!("See [`try_traced_async`](", stringify!($live), "::try_traced_async).")]
            pub fn try_traced_async<T, E: $crate::Failure, F: Future<Output = Result<T, E>>>(
                self,
                $($given)* work: impl FnOnce($crate::trace::ActiveSpan) -> F,
            ) -> impl Future<Output = $crate::trace::Traced<Result<T, E>>>
            where
                C: $crate::trace::ErrorType<E>,
            {
                $crate::trace::future::run::<$crate::trace::end::Fallible<C>, $crate::trace::traced::WithIdentity, _, _, _, _>(
                    move || self.watch($value),
                    work,
                )
            }
        }
    };
}
pub(super) use runs;
