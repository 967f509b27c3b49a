//! The layer around services that are called by hand.

use std::convert::Infallible;
use std::future::{pending, poll_fn};
use std::io;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::extract::MatchedPath;
use axum::routing::{get, post};
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, Version};
use http_body::SizeHint;
use http_body_util::channel::Channel;
use http_body_util::{BodyExt, Empty, Full};
use meterstick::testing::TestMeter;
use meterstick_semconv::attribute::error::Type as ErrorType;
use meterstick_semconv::attribute::http::RequestMethod;
use meterstick_semconv::http::ServerRequestDuration;
use meterstick_semconv::tower::{HttpServerLayer, REQUEST_BODY_SIZE, RESPONSE_BODY_SIZE, Scheme};
use tower::{Layer, ServiceExt, service_fn};

use crate::seen::{GET, Seen, attributes, failed};

fn request(method: Method, body: &'static str) -> Request<Full<Bytes>> {
    Request::builder().method(method).uri("/cart/7?a=b").body(Full::from(body)).unwrap()
}

#[tokio::test]
async fn a_request_and_its_response_are_measured() {
    let (seen, layer) = Seen::new();
    let echo = layer.layer(service_fn(|request: Request<_>| async {
        let body = BodyExt::collect(request.into_body()).await.unwrap().to_bytes();
        Ok::<_, Infallible>(Response::new(Full::<Bytes>::from([body.as_ref(), b"!"].concat())))
    }));
    let response = echo.oneshot(request(Method::POST, "four")).await.unwrap();
    assert_eq!(seen.active(RequestMethod::Post), 1, "the body is not sent yet");
    assert_eq!(response.into_body().collect().await.unwrap().to_bytes(), "four!");
    assert_eq!(seen.active(RequestMethod::Post), 0);
    let posted = attributes(RequestMethod::Post, 200);
    assert_eq!((seen.durations(posted), seen.bodies(posted)), (1, (4.0, 5.0)));
}

#[tokio::test]
async fn a_body_that_nobody_reads_counts_no_bytes_whatever_length_it_declares() {
    let (seen, layer) = Seen::new();
    let deaf = layer.layer(service_fn(|_| async { Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new())) }));
    let mut request = request(Method::PUT, "seven b");
    request.headers_mut().insert(http::header::CONTENT_LENGTH, i64::MAX.into());
    drop(deaf.oneshot(request).await.unwrap());
    assert_eq!(seen.bodies(attributes(RequestMethod::Put, 200)), (0.0, 0.0));
}

#[tokio::test]
async fn a_servers_error_says_its_status() {
    let (seen, layer) = Seen::new();
    for status in [StatusCode::NOT_FOUND, StatusCode::SERVICE_UNAVAILABLE] {
        let refuse = layer.layer(service_fn(move |_| async move {
            let response = Response::builder().status(status);
            Ok::<_, Infallible>(response.body(Empty::<Bytes>::new()).unwrap())
        }));
        drop(refuse.oneshot(request(Method::GET, "")).await.unwrap());
    }
    assert_eq!(seen.durations(attributes(GET, 404)), 1);
    assert_eq!(seen.durations(attributes(GET, 503).error_type(ErrorType::Custom("503"))), 1);
}

#[tokio::test]
async fn a_service_that_fails_says_the_type_of_its_error() {
    let (seen, layer) = Seen::new();
    let fail = layer.layer(service_fn(|_| async { Err::<Response<Empty<Bytes>>, _>(io::Error::other("no")) }));
    assert!(fail.oneshot(request(Method::GET, "")).await.is_err());
    assert_eq!(seen.durations(failed(GET, "std::io::error::Error")), 1);
    assert_eq!(seen.active(GET), 0);
}

#[tokio::test]
async fn a_client_that_goes_away_before_the_response() {
    let (seen, layer) = Seen::new();
    let slow = layer.layer(service_fn(|_| pending::<Result<Response<Empty<Bytes>>, Infallible>>()));
    {
        let mut response = pin!(slow.oneshot(request(Method::GET, "")));
        poll_fn(|cx| {
            assert!(response.as_mut().poll(cx).is_pending());
            Poll::Ready(())
        })
        .await;
        assert_eq!(seen.active(GET), 1);
    }
    assert_eq!(seen.active(GET), 0);
    assert_eq!(seen.durations(failed(GET, "cancelled")), 1);
}

#[tokio::test]
async fn a_client_that_goes_away_within_the_body() {
    let (seen, layer) = Seen::new();
    let (mut sender, body) = Channel::<Bytes, Infallible>::new(4);
    let body = std::sync::Mutex::new(Some(body));
    let stream = layer.layer(service_fn(|_| {
        let body = body.lock().unwrap().take().unwrap();
        async { Ok::<_, Infallible>(Response::new(body)) }
    }));
    let mut response = stream.oneshot(request(Method::GET, "")).await.unwrap();
    sender.send_data("one".into()).await.unwrap();
    assert_eq!(response.frame().await.unwrap().unwrap().into_data().unwrap(), "one");
    assert_eq!(seen.active(GET), 1);
    drop(response);
    assert_eq!(seen.active(GET), 0);
    let cancelled = attributes(GET, 200).error_type(ErrorType::Custom("cancelled"));
    assert_eq!((seen.durations(cancelled), seen.bodies(cancelled)), (1, (0.0, 3.0)));
}

#[tokio::test]
async fn a_stream_is_measured_to_its_end() {
    let (seen, layer) = Seen::new();
    let (mut sender, body) = Channel::<Bytes, io::Error>::new(4);
    let body = std::sync::Mutex::new(Some(body));
    let stream = layer.clone().layer(service_fn(|_| {
        let body = body.lock().unwrap().take().unwrap();
        async { Ok::<_, Infallible>(Response::new(body)) }
    }));
    let response = stream.oneshot(request(Method::GET, "")).await.unwrap();
    for part in ["one", "two"] {
        sender.send_data(part.into()).await.unwrap();
    }
    drop(sender);
    assert_eq!(response.into_body().collect().await.unwrap().to_bytes(), "onetwo");
    assert_eq!((seen.durations(attributes(GET, 200)), seen.active(GET)), (1, 0));

    // And one that breaks.
    let (sender, body) = Channel::<Bytes, io::Error>::new(4);
    let body = std::sync::Mutex::new(Some(body));
    let stream = layer.layer(service_fn(|_| {
        let body = body.lock().unwrap().take().unwrap();
        async { Ok::<_, Infallible>(Response::new(body)) }
    }));
    let response = stream.oneshot(request(Method::GET, "")).await.unwrap();
    sender.abort(io::Error::other("gone"));
    assert!(response.into_body().collect().await.is_err());
    assert_eq!(seen.durations(attributes(GET, 200).error_type(ErrorType::Custom("std::io::error::Error"))), 1);
}

#[tokio::test]
async fn a_server_that_asks_for_no_more_than_was_promised_has_sent_it_all() {
    let (seen, layer) = Seen::new();
    let page = layer.layer(service_fn(|_| async { Ok::<_, Infallible>(Response::new(Full::<Bytes>::from("page"))) }));
    let mut response = page.clone().oneshot(request(Method::GET, "")).await.unwrap();
    response.frame().await.unwrap().unwrap();
    drop(response);
    assert_eq!(seen.bodies(attributes(GET, 200)), (0.0, 4.0));
    // A response to HEAD has a length, and no body is sent.
    drop(page.oneshot(request(Method::HEAD, "")).await.unwrap());
    assert_eq!(seen.bodies(attributes(RequestMethod::Head, 200)), (0.0, 0.0));
}

#[tokio::test]
async fn a_service_that_panics_is_no_longer_active() {
    let (seen, layer) = Seen::new();
    let panics = layer.layer(service_fn(|_| async {
        tokio::task::yield_now().await;
        if true {
            panic!("on purpose");
        }
        Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new()))
    }));
    assert!(tokio::spawn(panics.oneshot(request(Method::GET, ""))).await.unwrap_err().is_panic());
    assert_eq!(seen.active(GET), 0);
    assert_eq!(seen.durations(failed(GET, "panic")), 1);
}

#[tokio::test]
async fn a_response_without_a_body_is_complete_without_its_end() {
    let (seen, layer) = Seen::new();
    let expected = [
        (Method::GET, 100),
        (Method::GET, 101),
        (Method::GET, 103),
        (Method::GET, 204),
        (Method::GET, 304),
        (Method::HEAD, 200),
        (Method::HEAD, 404),
        (Method::CONNECT, 200),
    ];
    for (method, status) in expected {
        // It has a body of an unknown length, as a stream has.
        let (_sender, body) = Channel::<Bytes, Infallible>::new(1);
        let body = std::sync::Mutex::new(Some(body));
        let never = layer.clone().layer(service_fn(|_| {
            let response = Response::builder().status(status).body(body.lock().unwrap().take().unwrap()).unwrap();
            async { Ok::<_, Infallible>(response) }
        }));
        drop(never.oneshot(request(method.clone(), "")).await.unwrap());
        let method = match method.as_str() {
            "GET" => GET,
            "HEAD" => RequestMethod::Head,
            _ => RequestMethod::Connect,
        };
        assert_eq!(seen.durations(attributes(method, status.into())), 1, "{status}");
    }
}

#[tokio::test]
async fn a_connection_that_the_server_refuses_to_open_has_a_body() {
    let (seen, layer) = Seen::new();
    let (_sender, body) = Channel::<Bytes, Infallible>::new(1);
    let body = std::sync::Mutex::new(Some(body));
    let refuse = layer.layer(service_fn(|_| {
        let response = Response::builder().status(403).body(body.lock().unwrap().take().unwrap()).unwrap();
        async { Ok::<_, Infallible>(response) }
    }));
    drop(refuse.oneshot(request(Method::CONNECT, "")).await.unwrap());
    let cut = attributes(RequestMethod::Connect, 403).error_type(ErrorType::Custom("cancelled"));
    assert_eq!(seen.durations(cut), 1);
}

/// A body that gives five bytes and is then pending: it tells of its end in one way, or in none.
struct Five {
    given: bool,
    size: SizeHint,
    ends: bool,
}

impl http_body::Body for Five {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
        if std::mem::replace(&mut self.given, true) {
            return Poll::Pending;
        }
        Poll::Ready(Some(Ok(http_body::Frame::data("bytes".into()))))
    }

    fn is_end_stream(&self) -> bool {
        self.ends && self.given
    }

    fn size_hint(&self) -> SizeHint {
        self.size
    }
}

#[tokio::test]
async fn a_body_is_complete_by_its_end_its_size_or_its_declared_length() {
    let (seen, layer) = Seen::new();
    let send = async |length: Option<u64>, size: SizeHint, ends: bool| {
        let service = layer.clone().layer(service_fn(move |_| {
            let mut response = Response::new(Five { given: false, size, ends });
            if let Some(length) = length {
                response.headers_mut().insert(http::header::CONTENT_LENGTH, length.into());
            }
            async { Ok::<_, Infallible>(response) }
        }));
        let mut response = service.oneshot(request(Method::GET, "")).await.unwrap();
        response.frame().await.unwrap().unwrap();
    };
    let complete = || seen.durations(attributes(GET, 200));
    send(None, SizeHint::default(), true).await;
    assert_eq!(complete(), 1, "by its end");
    send(None, SizeHint::with_exact(5), false).await;
    assert_eq!(complete(), 2, "by its size");
    send(Some(5), SizeHint::default(), false).await;
    assert_eq!(complete(), 3, "by its declared length");
    // A server sends no more than the length that the head declares.
    send(Some(3), SizeHint::default(), false).await;
    assert_eq!(complete(), 4, "by a length that is less than there is");
    send(None, SizeHint::default(), false).await;
    send(Some(6), SizeHint::with_exact(6), true).await;
    assert_eq!(complete(), 5, "a body that says to be at its end is");
    assert_eq!(seen.durations(attributes(GET, 200).error_type(ErrorType::Custom("cancelled"))), 1);
}

#[tokio::test]
async fn without_a_response_there_is_no_size_of_one() {
    let (seen, layer) = Seen::new();
    let fail = layer.layer(service_fn(|_| async { Err::<Response<Empty<Bytes>>, _>(io::Error::other("no")) }));
    assert!(fail.oneshot(request(Method::GET, "")).await.is_err());
    assert_eq!(seen.number_of_sizes(REQUEST_BODY_SIZE), 1);
    assert_eq!(seen.number_of_sizes(RESPONSE_BODY_SIZE), 0);
}

/// What catches the panic drops the future when the panic is over.
fn caught(result: std::thread::Result<()>) {
    assert!(result.is_err() && !std::thread::panicking());
}

#[test]
fn a_panic_is_one_wherever_it_is_caught() {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::task::Waker;

    use tower::Service;

    let mut cx = Context::from_waker(Waker::noop());
    let (seen, layer) = Seen::new();

    // Within the call.
    let mut panics = layer.clone().layer(service_fn(|_| {
        if true {
            panic!("on purpose");
        }
        std::future::ready(Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new())))
    }));
    caught(catch_unwind(AssertUnwindSafe(|| drop(panics.call(request(Method::GET, ""))))));
    assert_eq!((seen.durations(failed(GET, "panic")), seen.active(GET)), (1, 0));

    // In the function that gives the route.
    let mut routed = layer
        .clone()
        .route(|_| panic!("on purpose"))
        .layer(service_fn(|_| std::future::ready(Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new())))));
    caught(catch_unwind(AssertUnwindSafe(|| drop(routed.call(request(Method::GET, ""))))));
    assert_eq!((seen.durations(failed(GET, "panic")), seen.active(GET)), (2, 0));

    // Within a poll.
    let mut panics = layer.clone().layer(service_fn(|_| async {
        if true {
            panic!("on purpose");
        }
        Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new()))
    }));
    let mut response = Box::pin(panics.call(request(Method::GET, "")));
    caught(catch_unwind(AssertUnwindSafe(|| drop(response.as_mut().poll(&mut cx)))));
    drop(response);
    assert_eq!((seen.durations(failed(GET, "panic")), seen.active(GET)), (3, 0));

    // Within the body, also of a response whose status is an error.
    let mut panics = layer.layer(service_fn(|_| {
        let body = Full::<Bytes>::from("page").map_frame(|_| -> http_body::Frame<Bytes> { panic!("on purpose") });
        std::future::ready(Ok::<_, Infallible>(Response::builder().status(500).body(body).unwrap()))
    }));
    let Poll::Ready(Ok(response)) = pin!(panics.call(request(Method::GET, ""))).poll(&mut cx) else { panic!() };
    let mut body = Box::pin(response.into_body());
    caught(catch_unwind(AssertUnwindSafe(|| drop(http_body::Body::poll_frame(body.as_mut(), &mut cx)))));
    drop(body);
    let torn = attributes(GET, 500).error_type(ErrorType::Custom("panic"));
    assert_eq!((seen.durations(torn), seen.active(GET)), (1, 0));
}

#[test]
fn a_request_that_is_dropped_while_something_else_panics_is_cancelled() {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use tower::Service;

    let (seen, layer) = Seen::new();
    let mut slow = layer.layer(service_fn(|_| pending::<Result<Response<Empty<Bytes>>, Infallible>>()));
    let response = slow.call(request(Method::GET, ""));
    caught(catch_unwind(AssertUnwindSafe(|| {
        let _response = response;
        panic!("on purpose");
    })));
    assert_eq!((seen.durations(failed(GET, "cancelled")), seen.active(GET)), (1, 0));
}

#[tokio::test]
async fn what_a_client_invents_is_bounded() {
    let (seen, layer) = Seen::new();
    let any = layer
        .scheme(Scheme::Https)
        .layer(service_fn(|_| async { Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new())) }));
    for n in 0..20 {
        let request = Request::builder()
            .method(format!("X{n}").as_str())
            .uri(format!("x{n}://shop/{n}"))
            .version(Version::HTTP_2)
            .body(Empty::<Bytes>::new())
            .unwrap();
        drop(any.clone().oneshot(request).await.unwrap());
    }
    let other = ServerRequestDuration::new(RequestMethod::Other, "https").status_code(200).protocol_version("2");
    assert_eq!(seen.durations(other), 20);
}

#[tokio::test]
async fn a_route_is_what_the_router_matched_and_their_number_is_bounded() {
    let (seen, layer) = Seen::new();
    let layer =
        layer.routes_at_most(2).route(|request| request.extensions.get::<MatchedPath>().map(MatchedPath::as_str));
    let shop = Router::new()
        .route("/cart/{id}", get(|| async { "cart" }))
        .route("/order", post(|body: String| async { body }))
        .route("/late", get(|| async { "late" }))
        .layer(layer);
    let send = |method: Method, path: &str, body: &'static str| {
        let request = Request::builder().method(method).uri(path).body(Body::from(body)).unwrap();
        let shop = shop.clone();
        async move { shop.oneshot(request).await.unwrap().into_body().collect().await.unwrap().to_bytes() }
    };
    for path in ["/cart/1", "/cart/2", "/cart/3"] {
        assert_eq!(send(Method::GET, path, "").await, "cart");
    }
    assert_eq!(send(Method::POST, "/order", "tea").await, "tea");
    for _ in 0..3 {
        assert_eq!(send(Method::GET, "/late", "").await, "late");
    }
    send(Method::GET, "/no/such/path", "").await;
    let cart = attributes(GET, 200).route("/cart/{id}");
    let order = attributes(RequestMethod::Post, 200).route("/order");
    let other = attributes(GET, 200).route("_OTHER");
    assert_eq!((seen.durations(cart), seen.bodies(cart)), (3, (0.0, 12.0)));
    assert_eq!((seen.durations(order), seen.bodies(order)), (1, (3.0, 3.0)));
    assert_eq!((seen.durations(other), seen.durations(attributes(GET, 404))), (3, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_requests_at_once_are_counted_exactly() {
    let (seen, layer) = Seen::new();
    let page = layer.layer(service_fn(|request: Request<_>| async {
        BodyExt::collect(request.into_body()).await.unwrap();
        tokio::task::yield_now().await;
        Ok::<_, Infallible>(Response::new(Full::<Bytes>::from("page")))
    }));
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let page = page.clone();
            tokio::spawn(async move {
                for _ in 0..500 {
                    let response = page.clone().oneshot(request(Method::POST, "12")).await.unwrap();
                    response.into_body().collect().await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let posted = attributes(RequestMethod::Post, 200);
    assert_eq!((seen.durations(posted), seen.bodies(posted)), (4000, (8000.0, 16000.0)));
    assert_eq!(seen.active(RequestMethod::Post), 0);
}

#[tokio::test]
async fn without_a_meter_it_is_the_global_provider() {
    let meter = TestMeter::new();
    let _entered = meter.enter();
    let page = HttpServerLayer::new()
        .layer(service_fn(|_| async { Ok::<_, Infallible>(Response::new(Full::<Bytes>::from("page"))) }));
    page.oneshot(request(Method::GET, "")).await.unwrap().into_body().collect().await.unwrap();
    let points = meter.recorded().points(Some("meterstick.tower"), "http.server.request.duration").len();
    assert_eq!(points, 1);
}
