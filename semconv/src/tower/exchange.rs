//! A request and its response, from the one's coming to the other's end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use http::request::Parts;
use http::{Method, StatusCode, Version};
use meterstick::unit::Bytes;

use super::layer::Shared;
use crate::attribute::error::Type as ErrorType;
use crate::attribute::http::RequestMethod;
use crate::http::{ServerActiveRequests, ServerRequestDuration};

/// Records all there is to record when it is dropped: when the response has ended, or whoever was to send it gave up.
pub(super) struct Exchange {
    shared: Arc<Shared>,
    method: RequestMethod<'static>,
    scheme: &'static str,
    version: Option<&'static str>,
    route: Option<Arc<str>>,
    started: Instant,
    read: Arc<Read>,
    status: Option<StatusCode>,
    sent: Option<u64>,
    ended: Ended,
}

/// How it ended.
#[derive(Clone, Copy)]
pub(super) enum Ended {
    /// It was dropped before its end.
    Early,
    /// The response was sent.
    Well,
    /// Something gave an error of a type.
    With(&'static str),
}

/// What was read of the request's body.
#[derive(Default)]
pub(super) struct Read {
    bytes: AtomicU64,
    touched: AtomicBool,
    declared: Option<u64>,
}

impl Read {
    pub(super) fn new(declared: Option<u64>) -> Self {
        Self { declared, ..Self::default() }
    }

    pub(super) fn touch(&self) {
        self.touched.store(true, Ordering::Relaxed);
    }

    pub(super) fn add(&self, bytes: u64) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    fn size(&self) -> u64 {
        let read = self.bytes.load(Ordering::Relaxed);
        if self.touched.load(Ordering::Relaxed) { read } else { self.declared.unwrap_or(read) }
    }
}

impl Exchange {
    pub(super) fn begin(shared: &Arc<Shared>, request: &Parts, route: Option<&str>, read: &Arc<Read>) -> Self {
        let exchange = Self {
            shared: Arc::clone(shared),
            method: method(&request.method),
            scheme: scheme(request).unwrap_or(shared.scheme.name()),
            version: version(request.version),
            route: route.map(|route| shared.routes.admit(route)),
            started: Instant::now(),
            read: Arc::clone(read),
            status: None,
            sent: None,
            ended: Ended::Early,
        };
        shared.instruments.get().active.add(1, exchange.active());
        exchange
    }

    /// Whether the response has no body, whatever its head says (*RFC 9110, HEAD*).
    pub(super) fn is_head(&self) -> bool {
        self.method == RequestMethod::Head
    }

    /// The response's head came.
    pub(super) fn respond(&mut self, status: StatusCode) {
        self.status = Some(status);
        self.sent = Some(0);
    }

    /// So many bytes of the response's body were handed on.
    pub(super) fn send(&mut self, bytes: u64) {
        self.sent = Some(self.sent.unwrap_or(0) + bytes);
    }

    pub(super) fn sent(&self) -> u64 {
        self.sent.unwrap_or(0)
    }

    pub(super) fn end(mut self, ended: Ended) {
        self.ended = ended;
    }

    fn active(&self) -> ServerActiveRequests<'static> {
        ServerActiveRequests::new(self.method, self.scheme)
    }

    /// What `error.type` says. A status tells more than that the client did not wait for all of it.
    fn error(&self) -> Option<&str> {
        match (self.ended, &self.status) {
            (Ended::With(error), _) => Some(error),
            (_, Some(status)) if status.is_server_error() => Some(status.as_str()),
            (Ended::Well, _) => None,
            (Ended::Early, _) if std::thread::panicking() => Some("panic"),
            (Ended::Early, _) => Some("cancelled"),
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        let instruments = self.shared.instruments.get();
        let attributes = ServerRequestDuration {
            error_type: self.error().map(ErrorType::Custom),
            status_code: self.status.map(|status| i64::from(status.as_u16())),
            route: self.route.as_deref(),
            protocol_version: self.version,
            ..ServerRequestDuration::new(self.method, self.scheme)
        };
        instruments.duration.record(self.started.elapsed(), attributes);
        instruments.request_size.record(Bytes(self.read.size()), attributes);
        if let Some(sent) = self.sent {
            instruments.response_size.record(Bytes(sent), attributes);
        }
        instruments.active.add(-1, self.active());
    }
}

fn method(method: &Method) -> RequestMethod<'static> {
    match method.as_str() {
        "CONNECT" => RequestMethod::Connect,
        "DELETE" => RequestMethod::Delete,
        "GET" => RequestMethod::Get,
        "HEAD" => RequestMethod::Head,
        "OPTIONS" => RequestMethod::Options,
        "PATCH" => RequestMethod::Patch,
        "POST" => RequestMethod::Post,
        "PUT" => RequestMethod::Put,
        "QUERY" => RequestMethod::Query,
        "TRACE" => RequestMethod::Trace,
        _ => RequestMethod::Other,
    }
}

/// A client can send any scheme; only two are told apart.
fn scheme(request: &Parts) -> Option<&'static str> {
    match request.uri.scheme_str() {
        Some("http") => Some("http"),
        Some("https") => Some("https"),
        _ => None,
    }
}

fn version(version: Version) -> Option<&'static str> {
    Some(match version {
        Version::HTTP_09 => "0.9",
        Version::HTTP_10 => "1.0",
        Version::HTTP_11 => "1.1",
        Version::HTTP_2 => "2",
        Version::HTTP_3 => "3",
        _ => return None,
    })
}
