//! `RequestBody` and `ResponseBody`: HTTP bodies that count their bytes.
// Uses `exchange`. Used by `service`.

use core::any::type_name;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use bytes::Buf;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

use super::exchange::{Ended, Exchange, Read, safely, watch};

pin_project! {
    /// The body of a measured request, as the service gets it.
    pub struct RequestBody<B> {
        #[pin]
        pub(super) inner: B,
        pub(super) read: Arc<Read>,
    }
}

impl<B: Body> Body for RequestBody<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let this = self.project();
        let frame = ready!(this.inner.poll_frame(cx));
        if let Some(Ok(frame)) = &frame {
            this.read.add(length(frame));
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

pin_project! {
    /// The body of a measured response. Its end is the end of the exchange.
    pub struct ResponseBody<B>
    where
        B: Body,
    {
        #[pin]
        inner: B,
        // Dropped after the body, which may panic.
        exchange: Option<Exchange>,
        // The size of the whole body, if it is known.
        expected: Option<u64>,
        // Whether the trailers were sent, which end a body: a server reads nothing after them.
        has_trailers: bool,
    }

    impl<B: Body> PinnedDrop for ResponseBody<B> {
        fn drop(this: Pin<&mut Self>) {
            let this = this.project();
            let Some(exchange) = this.exchange else { return };
            // A server reads no more than the announced length, and nothing if there is no body.
            let known = exchange.has_no_body()
                || *this.has_trailers
                || this.expected.is_some_and(|expected| exchange.sent() >= expected);
            let complete = if known { Some(true) } else { safely(|| this.inner.is_end_stream()) };
            exchange.is_dropped(match complete {
                Some(true) => Ended::Well,
                Some(false) => Ended::Early,
                None => Ended::Panicked,
            });
        }
    }
}

impl<B: Body> ResponseBody<B> {
    pub(super) fn new(inner: B, exchange: Option<Exchange>, expected: Option<u64>) -> Self {
        Self { inner, exchange, expected, has_trailers: false }
    }
}

impl<B: Body> Body for ResponseBody<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let this = self.project();
        let frame = ready!(watch(this.exchange, |_| this.inner.poll_frame(cx)));
        if let (Some(Ok(frame)), Some(exchange)) = (&frame, &mut *this.exchange) {
            exchange.send(length(frame));
            *this.has_trailers |= frame.is_trailers();
        }
        let ended = match &frame {
            None => Ended::Well,
            Some(Err(_)) => Ended::With(type_name::<B::Error>()),
            Some(Ok(_)) => return Poll::Ready(frame),
        };
        if let Some(exchange) = this.exchange.take() {
            exchange.end(ended);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

fn length<D: Buf>(frame: &Frame<D>) -> u64 {
    frame.data_ref().map_or(0, |data| data.remaining() as u64)
}

impl<B: fmt::Debug> fmt::Debug for RequestBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RequestBody").field(&self.inner).finish()
    }
}

impl<B: Body + fmt::Debug> fmt::Debug for ResponseBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ResponseBody").field(&self.inner).finish()
    }
}
