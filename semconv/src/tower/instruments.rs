//! The instruments of the layer: metrics of the semantic conventions.
// Uses `unit`. Used by `layer`.

use std::sync::Arc;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Timer, Tracked};
use opentelemetry::metrics::Meter as OtelMeter;

use crate::http::{
    SERVER_ACTIVE_REQUESTS, SERVER_REQUEST_BODY_SIZE, SERVER_REQUEST_DURATION, SERVER_RESPONSE_BODY_SIZE,
    ServerActiveRequests, ServerRequestDuration,
};
use crate::unit::Requests;

/// The metric `http.server.request.duration`: the duration of requests. A histogram in seconds has the boundaries that the
/// conventions advise (*HTTP metrics, `http.server.request.duration`*).
pub const REQUEST_DURATION: Metric<Histogram<f64, Seconds, ServerRequestDuration<'static>>> =
    SERVER_REQUEST_DURATION.description("Duration of HTTP server requests.");

/// The metric `http.server.active_requests`: the number of requests in progress.
pub const ACTIVE_REQUESTS: Metric<UpDownCounter<i64, Requests, ServerActiveRequests<'static>>> =
    SERVER_ACTIVE_REQUESTS.description("Number of active HTTP server requests.");

/// The metric `http.server.request.body.size`: the bytes of request bodies that the service read.
pub const REQUEST_BODY_SIZE: Metric<Histogram<u64, Bytes, ServerRequestDuration<'static>>> =
    SERVER_REQUEST_BODY_SIZE.description("Size of HTTP server request bodies.");

/// The metric `http.server.response.body.size`: the bytes of response bodies that the service sent.
pub const RESPONSE_BODY_SIZE: Metric<Histogram<u64, Bytes, ServerRequestDuration<'static>>> =
    SERVER_RESPONSE_BODY_SIZE.description("Size of HTTP server response bodies.");

const SCOPE: Scope = Scope::new("meterstick.tower").version(env!("CARGO_PKG_VERSION"));

static GLOBAL: Instruments = Instruments {
    duration: REQUEST_DURATION.global(SCOPE),
    active: ACTIVE_REQUESTS.global(SCOPE),
    request_size: REQUEST_BODY_SIZE.global(SCOPE),
    response_size: RESPONSE_BODY_SIZE.global(SCOPE),
};

#[derive(Debug)]
pub(super) struct Instruments {
    pub(super) duration: Histogram<f64, Seconds, ServerRequestDuration<'static>>,
    pub(super) active: UpDownCounter<i64, Requests, ServerActiveRequests<'static>>,
    pub(super) request_size: Histogram<u64, Bytes, ServerRequestDuration<'static>>,
    pub(super) response_size: Histogram<u64, Bytes, ServerRequestDuration<'static>>,
}

/// Where the instruments come from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// The global meter provider.
    Global,
    /// A meter.
    Built(Arc<Instruments>),
}

impl Source {
    pub(super) fn built(meter: &OtelMeter) -> Self {
        Self::Built(Arc::new(Instruments {
            duration: REQUEST_DURATION.build(meter),
            active: ACTIVE_REQUESTS.build(meter),
            request_size: REQUEST_BODY_SIZE.build(meter),
            response_size: RESPONSE_BODY_SIZE.build(meter),
        }))
    }

    /// Counts a request as active until what this gives is dropped. It takes nothing from a provider that replaced the one
    /// that it was counted for.
    pub(super) fn track(
        &self,
        request: ServerActiveRequests<'static>,
    ) -> Tracked<Requests, ServerActiveRequests<'static>> {
        match self {
            Self::Global => GLOBAL.active.track(request),
            Self::Built(instruments) => instruments.active.track(request).into_owned(),
        }
    }

    /// Starts to take the duration of a request.
    pub(super) fn timer(&self) -> Timer<Seconds, ServerRequestDuration<'static>> {
        match self {
            Self::Global => GLOBAL.duration.timer(),
            Self::Built(instruments) => instruments.duration.timer().into_owned(),
        }
    }

    pub(super) fn get(&self) -> &Instruments {
        match self {
            Self::Global => &GLOBAL,
            Self::Built(instruments) => instruments,
        }
    }
}
