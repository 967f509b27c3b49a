//! What came out of a server's requests.

use meterstick::prelude::*;
use meterstick::testing::{Distribution, TestMeter};
use meterstick::unit;
use meterstick_semconv::attribute::error::Type as ErrorType;
use meterstick_semconv::attribute::http::RequestMethod;
use meterstick_semconv::http::{ServerActiveRequests, ServerRequestDuration};
use meterstick_semconv::tower::{
    ACTIVE_REQUESTS, HttpServerLayer, REQUEST_BODY_SIZE, REQUEST_DURATION, RESPONSE_BODY_SIZE,
};
use opentelemetry::metrics::Meter;

pub struct Seen(TestMeter);

/// A layer with borrowed arguments: its type can be written down, in every edition.
fn layer_on(meter: &Meter) -> HttpServerLayer {
    HttpServerLayer::with_meter(meter)
}

impl Seen {
    pub fn new() -> (Self, HttpServerLayer) {
        let meter = TestMeter::new();
        let layer = layer_on(&meter);
        (Self(meter), layer)
    }

    pub fn durations(&self, attributes: ServerRequestDuration<'_>) -> u64 {
        self.0.distribution(&REQUEST_DURATION.build(&self.0), attributes).count()
    }

    fn sizes(
        &self,
        metric: Metric<Histogram<u64, unit::Bytes, ServerRequestDuration<'static>>>,
        attributes: ServerRequestDuration<'_>,
    ) -> Distribution<unit::Bytes> {
        self.0.distribution(&metric.build(&self.0), attributes)
    }

    /// The sum of the sizes of requests and of responses.
    pub fn bodies(&self, attributes: ServerRequestDuration<'_>) -> (f64, f64) {
        let sum = |metric| self.sizes(metric, attributes).sum().value();
        (sum(REQUEST_BODY_SIZE), sum(RESPONSE_BODY_SIZE))
    }

    /// The number of series of a size.
    pub fn number_of_sizes(
        &self,
        metric: Metric<Histogram<u64, unit::Bytes, ServerRequestDuration<'static>>>,
    ) -> usize {
        self.0.recorded().points(None, metric.descriptor().name).len()
    }

    pub fn active(&self, method: RequestMethod<'_>) -> i64 {
        self.0.value(&ACTIVE_REQUESTS.build(&self.0), ServerActiveRequests::new(method, "http"))
    }
}

pub fn attributes(method: RequestMethod<'_>, status: i64) -> ServerRequestDuration<'_> {
    ServerRequestDuration::new(method, "http").status_code(status).protocol_version("1.1")
}

/// A request that failed in this way before there was a response.
pub fn failed<'a>(method: RequestMethod<'a>, error: &'a str) -> ServerRequestDuration<'a> {
    ServerRequestDuration::new(method, "http").protocol_version("1.1").error_type(ErrorType::Custom(error))
}

pub const GET: RequestMethod<'static> = RequestMethod::Get;
pub const POST: RequestMethod<'static> = RequestMethod::Post;
