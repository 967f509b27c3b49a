//! `HttpServer`: the service that the layer measures.
// Uses `body`, `exchange`, `layer`. Used by `layer`.

use core::any::type_name;
use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::sync::Arc;

use http::header::CONTENT_LENGTH;
use http::{HeaderMap, Request, Response};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_service::Service;

use super::body::{RequestBody, ResponseBody};
use super::exchange::{Ended, Exchange, Read, watch};
use super::layer::HttpServerLayer;

/// A service that an [`HttpServerLayer`] measures.
#[derive(Clone, Debug)]
pub struct HttpServer<S> {
    pub(super) service: S,
    pub(super) layer: HttpServerLayer,
}

impl<S, B, C> Service<Request<B>> for HttpServer<S>
where
    S: Service<Request<RequestBody<B>>, Response = Response<C>>,
    B: Body,
    C: Body,
{
    type Response = Response<ResponseBody<C>>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (head, body) = request.into_parts();
        let read = Arc::new(Read::default());
        let mut exchange = Some(Exchange::begin(&self.layer.shared, &head, &read));
        let response = watch(&mut exchange, |exchange| {
            let route = self.layer.shared.route(&head);
            if let Some(exchange) = exchange {
                exchange.route(route);
            }
            self.service.call(Request::from_parts(head, RequestBody { inner: body, read }))
        });
        ResponseFuture { response, exchange }
    }
}

pin_project! {
    /// The future of a measured response.
    pub struct ResponseFuture<F> {
        #[pin]
        response: F,
        // Dropped after the future.
        exchange: Option<Exchange>,
    }

    impl<F> PinnedDrop for ResponseFuture<F> {
        fn drop(this: Pin<&mut Self>) {
            if let Some(exchange) = this.project().exchange {
                exchange.is_dropped(Ended::Early);
            }
        }
    }
}

impl<F, C, E> Future for ResponseFuture<F>
where
    F: Future<Output = Result<Response<C>, E>>,
    C: Body,
{
    type Output = Result<Response<ResponseBody<C>>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let Poll::Ready(response) = watch(this.exchange, |_| this.response.poll(cx)) else { return Poll::Pending };
        let exchange = this.exchange.take();
        Poll::Ready(match response {
            Ok(response) => {
                let mut exchange = exchange.map(|exchange| exchange.respond(response.status()));
                let expected = watch(&mut exchange, |_| {
                    content_length(response.headers()).or_else(|| response.body().size_hint().exact())
                });
                Ok(response.map(|body| ResponseBody::new(body, exchange, expected)))
            }
            Err(error) => {
                if let Some(exchange) = exchange {
                    exchange.end(Ended::With(type_name::<E>()));
                }
                Err(error)
            }
        })
    }
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

impl<F> fmt::Debug for ResponseFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
