//! `InSpan`: a future that runs in a span.
// Uses `active`, `current`, `drive`, `end`, `safely`, `traced`. Used by `runs`, `span`, `undeclared`.

use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::task::{self, Poll};

use opentelemetry::Context;
use pin_project_lite::pin_project;

use super::active::ActiveSpan;
use super::current::{attach, current};
use super::drive::{Watch, finish};
use super::end::{End, Judge};
use super::traced::Gives;
use crate::safely::safely;

/// Runs a future in a span, which starts at its first poll as a child of the context that is current now.
pub(super) fn run<J, G, B, W, M, F>(begin: B, make: M) -> InSpan<J, G, B, W, M, F>
where
    J: Judge<F::Output>,
    G: Gives<F::Output>,
    B: FnOnce() -> W,
    W: Watch,
    M: FnOnce(ActiveSpan) -> F,
    F: Future,
{
    let parent = current();
    InSpan { state: State::Waiting { parent, first: Some((begin, make)) }, types: PhantomData }
}

pin_project! {
    /// A future in its span.
    ///
    /// The span is the current one during each poll and not between polls. So it moves with the future from thread to thread and
    /// never leaks into other work of the thread.
    ///
    /// Written by hand, because an `async` block keeps its argument beside the future that it awaits: each layer would double the
    /// size. Here the future takes the place of the closure that makes it.
    pub(super) struct InSpan<J, G, B, W, M, F>
    where
        W: Watch,
    {
        #[pin]
        state: State<B, W, M, F>,
        types: PhantomData<fn() -> (J, G)>,
    }

    impl<J, G, B, W, M, F> PinnedDrop for InSpan<J, G, B, W, M, F>
    where
        W: Watch,
    {
        /// A future that is dropped before its end was cancelled, whether or not its thread unwinds. Its fields are dropped
        /// first, while the span is the current one.
        fn drop(this: Pin<&mut Self>) {
            let mut state = this.project().state;
            let Some(mut watch) = state.as_mut().take_watch() else { return };
            let attached = attach(watch.active().context().clone());
            let dropped = catch_unwind(AssertUnwindSafe(|| state.set(State::Ended)));
            finish(&mut watch, attached, |detailed| match &dropped {
                Ok(()) => End::Cancelled,
                Err(payload) => End::panicked(&**payload, detailed),
            });
            if let Err(payload) = dropped {
                resume_unwind(payload);
            }
        }
    }
}

pin_project! {
    #[project = StateProjection]
    enum State<B, W, M, F> {
        /// Not polled yet; taken by the first poll.
        Waiting { parent: Context, first: Option<(B, M)> },
        /// The watch is taken while it is polled.
        Running { watch: Option<W>, #[pin] future: F },
        Ended,
    }
}

impl<B, W, M, F> State<B, W, M, F> {
    fn take_watch(self: Pin<&mut Self>) -> Option<W> {
        match self.project() {
            StateProjection::Running { watch, .. } => watch.take(),
            StateProjection::Waiting { .. } | StateProjection::Ended => None,
        }
    }
}

impl<J, G, B, W, M, F> Future for InSpan<J, G, B, W, M, F>
where
    J: Judge<F::Output>,
    G: Gives<F::Output>,
    B: FnOnce() -> W,
    W: Watch,
    M: FnOnce(ActiveSpan) -> F,
    F: Future,
{
    type Output = G::Given;

    fn poll(self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<G::Given> {
        let mut state = self.project().state;
        let (mut watch, make) = match state.as_mut().project() {
            StateProjection::Waiting { parent, first } => {
                let Some((begin, make)) = first.take() else { unreachable!("it is taken once") };
                let _attached = attach(parent.clone());
                (begin(), Some(make))
            }
            StateProjection::Running { watch, .. } => {
                let Some(watch) = watch.take() else { unreachable!("each poll gives it back") };
                (watch, None)
            }
            StateProjection::Ended => panic!("a future was polled after its end"),
        };
        let attached = attach(watch.active().context().clone());
        let polled = catch_unwind(AssertUnwindSafe(|| {
            if let Some(make) = make {
                let future = make(watch.active().clone());
                state.set(State::Running { watch: None, future });
            }
            let StateProjection::Running { future, .. } = state.as_mut().project() else {
                unreachable!("it runs from the first poll on")
            };
            let polled = future.poll(cx);
            if polled.is_ready() {
                state.set(State::Ended);
            }
            polled
        }));
        let result = match polled {
            Ok(Poll::Pending) => {
                if let StateProjection::Running { watch: place, .. } = state.as_mut().project() {
                    *place = Some(watch);
                }
                return Poll::Pending;
            }
            Ok(Poll::Ready(value)) => Ok(value),
            Err(payload) => {
                // Its remaining fields are dropped here. A panic in them must not replace the one that is resumed.
                safely(|| state.set(State::Ended));
                Err(payload)
            }
        };
        finish(&mut watch, attached, |detailed| match &result {
            Ok(value) => J::judge(value, detailed),
            Err(payload) => End::panicked(&**payload, detailed),
        });
        match result {
            Ok(value) => Poll::Ready(G::give(value, watch.active())),
            Err(payload) => resume_unwind(payload),
        }
    }
}
