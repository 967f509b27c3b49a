//! Futures whose time is taken.

use std::pin::Pin;
use std::task::{Context, Poll};

use pin_project_lite::pin_project;

/// Takes the time of a future from its first poll: `begin` starts a clock, and `end` stops it. A clock that is dropped instead, as
/// the future is cancelled or panics, says itself what that means.
pub(super) fn timed<C, F: Future>(
    begin: impl FnOnce() -> C,
    work: F,
    end: impl FnOnce(C, &F::Output),
) -> impl Future<Output = F::Output> {
    Timed { work: Some(work), clock: None, begin: Some(begin), end: Some(end) }
}

pin_project! {
    /// Written by hand, as an `async` function keeps the future that it was given beside the one that it awaits: each layer would
    /// be twice as large as what it times.
    struct Timed<C, F, B, E> {
        // Dropped before the clock.
        #[pin]
        work: Option<F>,
        clock: Option<C>,
        begin: Option<B>,
        end: Option<E>,
    }
}

impl<C, F, B, E> Future for Timed<C, F, B, E>
where
    F: Future,
    B: FnOnce() -> C,
    E: FnOnce(C, &F::Output),
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let mut this = self.project();
        // Taken while it is polled: where that panics, the clock is dropped there and then.
        let clock = this.begin.take().map(|begin| begin()).or_else(|| this.clock.take());
        let (Some(clock), Some(work)) = (clock, this.work.as_mut().as_pin_mut()) else {
            panic!("a future that has ended is polled again")
        };
        let Poll::Ready(output) = work.poll(cx) else {
            *this.clock = Some(clock);
            return Poll::Pending;
        };
        this.work.set(None);
        if let Some(end) = this.end.take() {
            end(clock, &output);
        }
        Poll::Ready(output)
    }
}
