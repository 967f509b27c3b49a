//! `Exchange`: a request and its response, from the arrival of the request to the end of the response.
// Uses `attribute`, `layer`, `unit`. Used by `body`, `service`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use http::request::Parts;
use http::{Method, StatusCode, Version};
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Timer, Tracked};

use super::layer::Shared;
use crate::attribute::error::Type as ErrorType;
use crate::attribute::http::RequestMethod;
use crate::http::{ServerActiveRequests, ServerRequestDuration};
use crate::unit::Requests;

/// Records everything when it is dropped: at the end of the response, or when its sender gives up.
pub(super) struct Exchange {
    shared: Arc<Shared>,
    method: RequestMethod<'static>,
    scheme: &'static str,
    version: Option<&'static str>,
    route: Option<Arc<str>>,
    read: Arc<Read>,
    status: Option<StatusCode>,
    sent: u64,
    ended: Ended,
    /// Whether the thread unwound already as the service's future began to be dropped.
    unwinds: bool,
    /// Taken when it ends.
    timer: Option<Timer<Seconds, ServerRequestDuration<'static>>>,
    /// Dropped last: the request is active until the rest is recorded.
    _active: Tracked<Requests, ServerActiveRequests<'static>>,
}

/// How an exchange ended.
#[derive(Clone, Copy)]
pub(super) enum Ended {
    /// The response was dropped before its end.
    Early,
    /// The response was sent.
    Well,
    /// The service panicked.
    Panicked,
    /// The service or a body returned an error of this type.
    With(&'static str),
}

/// The bytes of the request's body that were read.
///
/// The length that a client declares is not counted: it can be any number up to 2^64 - 1, and one such number would fill the sum
/// of sizes for all later requests.
#[derive(Debug, Default)]
pub(super) struct Read(AtomicU64);

impl Read {
    pub(super) fn add(&self, bytes: u64) {
        self.0.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// Runs the user's code during a drop, where a panic could abort the process. `None` if it panics.
pub(super) fn safely<T>(run: impl FnOnce() -> T) -> Option<T> {
    // The payload is leaked, because its destructor could panic, too.
    catch_unwind(AssertUnwindSafe(run)).map_err(core::mem::forget).ok()
}

/// Runs code of the service. If it panics, the exchange ends here: the code that catches the panic drops the future later, when
/// the thread no longer panics.
pub(super) fn watch<T>(exchange: &mut Option<Exchange>, run: impl FnOnce(&mut Option<Exchange>) -> T) -> T {
    struct Watch<'a>(&'a mut Option<Exchange>);

    impl Drop for Watch<'_> {
        fn drop(&mut self) {
            // Reached only while unwinding: without a panic, `forget` below skips it.
            if let Some(exchange) = self.0.take() {
                exchange.end(Ended::Panicked);
            }
        }
    }

    let watch = Watch(exchange);
    let value = run(&mut *watch.0);
    core::mem::forget(watch);
    value
}

impl Exchange {
    pub(super) fn begin(shared: &Arc<Shared>, request: &Parts, read: &Arc<Read>) -> Self {
        let (method, scheme) = (method(&request.method), scheme(request).unwrap_or(shared.scheme.name()));
        let active = shared.instruments.track(ServerActiveRequests::new(method, scheme));
        Self {
            shared: Arc::clone(shared),
            method,
            scheme,
            version: version(request.version),
            route: None,
            read: Arc::clone(read),
            status: None,
            sent: 0,
            ended: Ended::Early,
            unwinds: true,
            timer: Some(shared.instruments.timer()),
            _active: active,
        }
    }

    pub(super) fn route(&mut self, route: Option<Arc<str>>) {
        self.route = route;
    }

    /// Called with the status of the response.
    pub(super) fn respond(mut self, status: StatusCode) -> Self {
        self.status = Some(status);
        self
    }

    /// Whether the response has no body, whatever its headers say (*RFC 9110, content semantics*): the answer to `HEAD`, to a
    /// successful `CONNECT`, and those with status 1xx, 204 and 304.
    pub(super) fn has_no_body(&self) -> bool {
        let no_content = [StatusCode::NO_CONTENT, StatusCode::NOT_MODIFIED];
        self.method == RequestMethod::Head
            || self.status.is_some_and(|status| {
                status.is_informational()
                    || no_content.contains(&status)
                    || (status.is_success() && self.method == RequestMethod::Connect)
            })
    }

    /// Called with the number of sent bytes of the response's body.
    pub(super) fn send(&mut self, bytes: u64) {
        self.sent = self.sent.saturating_add(bytes);
    }

    pub(super) fn sent(&self) -> u64 {
        self.sent
    }

    /// The service's future or the body is dropped after this, and may panic.
    pub(super) fn is_dropped(&mut self, ended: Ended) {
        self.ended = ended;
        self.unwinds = thread::panicking();
    }

    pub(super) fn end(mut self, ended: Ended) {
        self.ended = ended;
    }

    /// The value of `error.type`. The status of a server error is more specific than a client that did not wait for the whole
    /// response.
    fn error(&self) -> Option<&str> {
        match (self.ended, &self.status) {
            (Ended::With(error), _) => Some(error),
            (Ended::Panicked, _) => Some("panic"),
            (_, Some(status)) if status.is_server_error() => Some(status.as_str()),
            (Ended::Well, _) => None,
            (Ended::Early, _) => Some("cancelled"),
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        if thread::panicking() && !self.unwinds {
            self.ended = Ended::Panicked;
        }
        let timer = self.timer.take();
        let instruments = self.shared.instruments.get();
        let attributes = ServerRequestDuration {
            error_type: self.error().map(ErrorType::Custom),
            status_code: self.status.map(|status| i64::from(status.as_u16())),
            route: self.route.as_deref(),
            protocol_version: self.version,
            ..ServerRequestDuration::new(self.method, self.scheme)
        };
        if let Some(timer) = timer {
            timer.stop(attributes);
        }
        let (read, sent) = (Bytes(self.read.0.load(Ordering::Relaxed)), self.status.map(|_| Bytes(self.sent)));
        safely(|| instruments.request_size.record(read, attributes));
        safely(|| sent.map(|sent| instruments.response_size.record(sent, attributes)));
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

/// A client can send any scheme; only two are distinguished.
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
