//! Functions and futures that run in a span.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::{Pin, pin};
use std::task::{self, Poll};

use opentelemetry::Context;

use super::active::ActiveSpan;
use super::end::{End, Judge};

/// What watches something run: a span, or a span and a clock.
pub(super) trait Watch {
    fn active(&self) -> &ActiveSpan;
    /// Tells how it ended, while the span is still the current one. Called once.
    fn tell(&mut self, end: &End<'_>);
}

/// Runs a function.
///
/// A panic is caught to learn what it says, and goes on as it was. A span that starts and ends in a destructor while
/// its thread already unwinds is none of that panic's business, and is not told of it.
#[inline]
pub(super) fn run<J: Judge<T>, W: Watch, T>(mut watch: W, work: impl FnOnce(&ActiveSpan) -> T) -> (T, W) {
    let attached = watch.active().context().clone().attach();
    let result = catch_unwind(AssertUnwindSafe(|| work(watch.active())));
    match &result {
        Ok(value) => watch.tell(&J::judge(value)),
        Err(payload) => watch.tell(&End::Panicked(&**payload)),
    }
    drop(attached);
    watch.active().end();
    match result {
        Ok(value) => (value, watch),
        Err(payload) => resume_unwind(payload),
    }
}

/// Runs a future: the span starts when it is first polled, as a child of the context that is given.
///
/// The span is the current one in each poll and not between them, so that it goes with the future from thread to thread
/// and never leaks into what else the thread polls.
pub(super) async fn run_async<J: Judge<F::Output>, W: Watch, F: Future>(
    parent: Context,
    start: impl FnOnce() -> W,
    work: impl FnOnce(ActiveSpan) -> F,
) -> (F::Output, W) {
    let watch = {
        let _attached = parent.attach();
        start()
    };
    let mut future = pin!(None);
    let mut running = Running { watch: Some(watch), work: Some(work), future: future.as_mut() };
    poll_fn(|cx| running.poll::<J>(cx)).await
}

struct Running<'a, W: Watch, G, F> {
    /// Taken when it has ended.
    watch: Option<W>,
    /// Taken by the first poll.
    work: Option<G>,
    future: Pin<&'a mut Option<F>>,
}

impl<W: Watch, G: FnOnce(ActiveSpan) -> F, F: Future> Running<'_, W, G, F> {
    fn poll<J: Judge<F::Output>>(&mut self, cx: &mut task::Context<'_>) -> Poll<(F::Output, W)> {
        let Some(mut watch) = self.watch.take() else { unreachable!("what has ended is not polled") };
        let attached = watch.active().context().clone().attach();
        let polled = catch_unwind(AssertUnwindSafe(|| {
            if let Some(work) = self.work.take() {
                self.future.set(Some(work(watch.active().clone())));
            }
            let Some(future) = self.future.as_mut().as_pin_mut() else {
                unreachable!("there is a future until it ends")
            };
            let polled = future.poll(cx);
            if polled.is_ready() {
                self.future.set(None);
            }
            polled
        }));
        match &polled {
            Ok(Poll::Pending) => {
                self.watch = Some(watch);
                return Poll::Pending;
            }
            Ok(Poll::Ready(value)) => watch.tell(&J::judge(value)),
            Err(payload) => watch.tell(&End::Panicked(&**payload)),
        }
        drop(attached);
        watch.active().end();
        match polled {
            Ok(ready) => ready.map(|value| (value, watch)),
            Err(payload) => resume_unwind(payload),
        }
    }
}

/// A future that is dropped before it is done was cancelled, whether or not its thread unwinds. What it held goes first,
/// with the span as the current one.
impl<W: Watch, G, F> Drop for Running<'_, W, G, F> {
    fn drop(&mut self) {
        if let Some(mut watch) = self.watch.take() {
            let attached = watch.active().context().clone().attach();
            self.future.set(None);
            watch.tell(&End::Cancelled);
            drop(attached);
            watch.active().end();
        }
    }
}
