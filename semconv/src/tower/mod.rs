//! A layer for `tower` that measures an HTTP server, whatever its framework.
//!
//! | metric | recorded |
//! | --- | --- |
//! | [`http.server.request.duration`](REQUEST_DURATION) | when the response's body has ended, or was dropped |
//! | [`http.server.active_requests`](ACTIVE_REQUESTS) | up when the request comes, down when its duration is recorded |
//! | [`http.server.request.body.size`](REQUEST_BODY_SIZE) | with the duration: the bytes that the service has read; never a length that a client declares |
//! | [`http.server.response.body.size`](RESPONSE_BODY_SIZE) | with the duration: the bytes that the service has given |
//!
//! The attributes are those of the semantic conventions (*HTTP metrics*): the method, of which there are ten and `_OTHER`;
//! the scheme; the version of the protocol; the status; the route, if [`route`](HttpServerLayer::route) says it; and
//! `error.type`, which is
//!
//! - the status of a response that says a server's error, `500`;
//! - the name of the service's error type if it gave no response;
//! - the name of the body's error type if the body failed;
//! - `panic` if the service or its body panicked, wherever the panic is caught;
//! - `cancelled` if the response was dropped before its end: the client went away. A response that has no body by its
//!   method or status (`HEAD`, a `CONNECT` that succeeds, 1xx, 204, 304) is at its end at once, one with trailers after
//!   these.
//!
//! ```
//! use axum::Router;
//! use axum::extract::MatchedPath;
//! use axum::routing::get;
//! use meterstick_semconv::tower::HttpServerLayer;
//!
//! let measured = HttpServerLayer::new()
//!     .route(|request| request.extensions.get::<MatchedPath>().map(MatchedPath::as_str));
//! let shop: Router = Router::new().route("/cart/{id}", get(|| async { "empty" })).layer(measured);
//! ```
// Uses `attribute`, `unit`. No other module uses it.

mod body;
mod exchange;
mod instruments;
mod layer;
mod routes;
mod service;

/// The crates whose traits and types are in the signatures of this module.
pub use {http, http_body, tower_layer, tower_service};

pub use body::{RequestBody, ResponseBody};
pub use instruments::{ACTIVE_REQUESTS, REQUEST_BODY_SIZE, REQUEST_DURATION, RESPONSE_BODY_SIZE};
pub use layer::{HttpServerLayer, Scheme};
pub use service::{HttpServer, ResponseFuture};
