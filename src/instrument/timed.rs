//! `timed`: a future that measures how long another future takes.
// Used by `gauge`, `histogram`, `timer`.

use std::pin::Pin;
use std::task::{Context, Poll};

use pin_project_lite::pin_project;

/// Measures a future from its first poll: `begin` starts a clock, and `end` stops it. If the future is cancelled or panics, the
/// clock is dropped instead, and its destructor decides what to record.
pub(super) fn timed<C, F: Future>(
    begin: impl FnOnce() -> C,
    work: F,
    end: impl FnOnce(C, &F::Output),
) -> impl Future<Output = F::Output> {
    Timed { work: Some(work), clock: None, begin: Some(begin), end: Some(end) }
}

pin_project! {
    /// Written by hand, because an `async` function keeps its argument beside the future that it awaits: each layer would double
    /// the size.
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
        // Taken while it is polled: if that panics, the clock is dropped at once.
        let clock = this.begin.take().map(|begin| begin()).or_else(|| this.clock.take());
        let (Some(clock), Some(work)) = (clock, this.work.as_mut().as_pin_mut()) else {
            panic!("a future was polled after its end")
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
