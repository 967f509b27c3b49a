//! The layer in servers that listen, with clients that write what they like.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::{get, post};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use http_body_util::channel::{Channel, Sender};
use meterstick_semconv::attribute::error::Type as ErrorType;
use meterstick_semconv::attribute::http::RequestMethod;
use meterstick_semconv::http::ServerRequestDuration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tower_http::catch_panic::CatchPanicLayer;

use crate::seen::{GET, POST, Seen, attributes, failed};

/// Serves until the test ends.
async fn serve(router: Router) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// Sends bytes and gives what came back until the server had no more to say.
async fn send(address: std::net::SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut response = String::new();
    let _ = tokio::time::timeout(Duration::from_secs(10), stream.read_to_string(&mut response)).await.unwrap();
    response
}

/// Waits for what the server does once it has noticed.
async fn until(there: impl Fn() -> bool) {
    for _ in 0..1000 {
        if there() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it did not come to that in 10 s");
}

/// A body that does not end as long as its sender lives.
fn endless() -> (Sender<Bytes>, Body) {
    let (sender, body) = Channel::<Bytes, Infallible>::new(4);
    (sender, Body::new(body))
}

#[tokio::test]
async fn a_length_that_a_client_only_declares_does_not_silence_the_sizes_of_others() {
    let (seen, layer) = Seen::new();
    let router = Router::new().route("/", post(|| async { "deaf" })).route("/echo", post(|body: Bytes| async { body }));
    let address = serve(router.layer(layer)).await;
    for length in ["9223372036854775807", "9223372036854775806", "4611686018427387904"] {
        let head = format!("POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n");
        assert!(send(address, &head).await.ends_with("deaf"));
    }
    // A chunk of 2^63 - 1 bytes of which four come.
    let mut stream = TcpStream::connect(address).await.unwrap();
    let chunked = "POST /echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n7fffffffffffffff\r\nfour";
    stream.write_all(chunked.as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut response = Vec::new();
    let _ = stream.read_to_end(&mut response).await;
    drop(stream);

    let echo = "POST /echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 5\r\n\r\nhello";
    for _ in 0..3 {
        assert!(send(address, echo).await.ends_with("hello"));
    }
    until(|| seen.durations(attributes(POST, 200)) == 6).await;
    assert_eq!(seen.bodies(attributes(POST, 200)), (15.0, 27.0));
}

#[tokio::test]
async fn a_panic_that_is_caught_outside_of_the_layer_is_one() {
    async fn panics() -> &'static str {
        tokio::task::yield_now().await;
        panic!("on purpose")
    }

    let (seen, layer) = Seen::new();
    let router = Router::new().route("/", get(panics)).layer(layer).layer(CatchPanicLayer::new());
    let address = serve(router).await;
    let response = send(address, "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(response.starts_with("HTTP/1.1 500"), "{response}");
    assert_eq!((seen.durations(failed(GET, "panic")), seen.active(GET)), (1, 0));
}

#[tokio::test]
async fn a_panic_that_is_caught_within_the_layer_is_a_servers_error() {
    async fn panics() -> &'static str {
        panic!("on purpose")
    }

    let (seen, layer) = Seen::new();
    let address = serve(Router::new().route("/", get(panics)).layer(CatchPanicLayer::new()).layer(layer)).await;
    send(address, "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert_eq!(seen.durations(attributes(GET, 500).error_type(ErrorType::Custom("500"))), 1);
}

#[tokio::test]
async fn a_status_without_a_body_is_no_cancellation() {
    let (seen, layer) = Seen::new();
    let respond = |status: u16| {
        move || async move {
            let (sender, body) = endless();
            // The server does not read it: it is not closed before the response is gone.
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_secs(30)).await;
                drop(sender);
            });
            Response::builder().status(status).body(body).unwrap()
        }
    };
    let router = Router::new().route("/304", get(respond(304))).route("/204", get(respond(204))).layer(layer);
    let address = serve(router).await;
    for path in ["/304", "/204"] {
        send(address, &format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).await;
    }
    send(address, "HEAD /304 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    for (method, status) in [(GET, 304), (GET, 204), (RequestMethod::Head, 304)] {
        until(|| seen.durations(attributes(method, status)) == 1).await;
    }
}

/// A response that ends in trailers, of a body that does not say so.
async fn trailed() -> Response {
    let (mut sender, body) = endless();
    sender.send_data("four".into()).await.unwrap();
    sender.send_trailers(HeaderMap::from_iter([(header::AGE, HeaderValue::from_static("1"))])).await.unwrap();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(30)).await;
        drop(sender);
    });
    Response::builder().header("trailer", "age").body(body).unwrap()
}

#[tokio::test]
async fn a_response_that_ends_in_trailers_is_complete() {
    let (seen, layer) = Seen::new();
    let address = serve(Router::new().route("/", get(trailed)).layer(layer)).await;
    let head = "GET / HTTP/1.1\r\nhost: x\r\nte: trailers\r\nconnection: close\r\n\r\n";
    let response = send(address, head).await;
    assert!(response.ends_with("4\r\nfour\r\n0\r\nage: 1\r\n\r\n"), "{response}");
    until(|| seen.active(GET) == 0).await;
    assert_eq!(seen.durations(attributes(GET, 200)), 1);

    let (client, connection) = h2::client::handshake(TcpStream::connect(address).await.unwrap()).await.unwrap();
    tokio::spawn(connection);
    let request = http::Request::builder().uri("http://x/").body(()).unwrap();
    let (response, _) = client.ready().await.unwrap().send_request(request, true).unwrap();
    let mut body = response.await.unwrap().into_body();
    assert_eq!(body.data().await.unwrap().unwrap(), "four");
    assert!(body.trailers().await.unwrap().is_some());
    until(|| seen.active(GET) == 0).await;
    assert_eq!(seen.durations(over_http2(GET, 200)), 1);
}

#[tokio::test]
async fn a_client_that_closes_its_connection_has_cancelled() {
    let (seen, layer) = Seen::new();
    let stream = || async {
        let (mut sender, body) = endless();
        sender.send_data("one".into()).await.unwrap();
        tokio::spawn(async move {
            // Until nobody reads any more.
            while sender.send_data("more".into()).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        });
        Response::new(body)
    };
    let came = Arc::new(Notify::new());
    let slow = {
        let came = Arc::clone(&came);
        move || async move {
            came.notify_one();
            std::future::pending::<&'static str>().await
        }
    };
    let router = Router::new().route("/slow", get(slow)).route("/stream", get(stream)).layer(layer);
    let address = serve(router).await;

    let mut slow = TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    came.notified().await;
    assert_eq!(seen.active(GET), 1);
    drop(slow);
    until(|| seen.active(GET) == 0).await;
    assert_eq!(seen.durations(failed(GET, "cancelled")), 1);

    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(b"GET /stream HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    stream.read_exact(&mut [0; 64]).await.unwrap();
    assert_eq!(seen.active(GET), 1);
    drop(stream);
    until(|| seen.active(GET) == 0).await;
    assert_eq!(seen.durations(attributes(GET, 200).error_type(ErrorType::Custom("cancelled"))), 1);
}

/// What a request over HTTP/2 is recorded with.
fn over_http2(method: RequestMethod<'_>, status: i64) -> ServerRequestDuration<'_> {
    attributes(method, status).protocol_version("2")
}

#[tokio::test]
async fn over_http2_streams_of_one_connection_end_each_by_itself() {
    let (seen, layer) = Seen::new();
    let stream = || async {
        let (mut sender, body) = endless();
        sender.send_data("one".into()).await.unwrap();
        tokio::spawn(async move {
            while sender.send_data("more".into()).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        });
        Response::new(body)
    };
    let router = Router::new()
        .route("/echo", post(|body: Bytes| async { body }))
        .route("/page", get(|| async { "page" }))
        .route("/none", get(|| async { axum::http::StatusCode::NO_CONTENT }))
        .route("/stream", get(stream));
    let address = serve(router.layer(layer)).await;
    let (client, connection) = h2::client::handshake(TcpStream::connect(address).await.unwrap()).await.unwrap();
    tokio::spawn(connection);
    let mut client = client.ready().await.unwrap();
    let request = |method: &str, path: &str| {
        http::Request::builder().method(method).uri(format!("http://x{path}")).body(()).unwrap()
    };

    // Sent in parts, and read to its end.
    let (response, mut body) = client.send_request(request("POST", "/echo"), false).unwrap();
    body.send_data("he".into(), false).unwrap();
    body.send_data("llo".into(), true).unwrap();
    let mut echo = response.await.unwrap().into_body();
    assert_eq!(echo.data().await.unwrap().unwrap(), "hello");
    assert!(echo.data().await.is_none());
    until(|| seen.active(POST) == 0).await;
    assert_eq!(seen.durations(over_http2(POST, 200)), 1);
    assert_eq!(seen.bodies(over_http2(POST, 200)), (5.0, 5.0));

    // Responses without a body.
    for (method, path, status) in [("GET", "/none", 204), ("HEAD", "/page", 200)] {
        let (response, _) = client.send_request(request(method, path), true).unwrap();
        assert_eq!(response.await.unwrap().status(), status);
    }
    until(|| seen.durations(over_http2(RequestMethod::Head, 200)) == 1).await;
    assert_eq!(seen.bodies(over_http2(RequestMethod::Head, 200)), (0.0, 0.0));
    assert_eq!(seen.durations(over_http2(GET, 204)), 1);

    // One stream is reset, the connection stays.
    let (response, mut body) = client.send_request(request("GET", "/stream"), true).unwrap();
    let mut parts = response.await.unwrap().into_body();
    assert_eq!(parts.data().await.unwrap().unwrap(), "one");
    body.send_reset(h2::Reason::CANCEL);
    until(|| seen.active(GET) == 0).await;
    assert_eq!(seen.durations(over_http2(GET, 200).error_type(ErrorType::Custom("cancelled"))), 1);
    let (response, _) = client.send_request(request("GET", "/page"), true).unwrap();
    assert_eq!(response.await.unwrap().into_body().data().await.unwrap().unwrap(), "page");
    until(|| seen.durations(over_http2(GET, 200)) == 1).await;
}
