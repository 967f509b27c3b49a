// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `aspnetcore`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/).

#[cfg(feature = "experimental")]
mod experimental;
#[cfg(feature = "experimental")]
pub use experimental::*;

use crate::attribute::{aspnetcore, error};
use crate::unit;
use meterstick::unit::Seconds;
use meterstick::{Attributes, Counter, Histogram, Meter, Metric, UpDownCounter};

/// [`aspnetcore.diagnostics.exceptions`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorediagnosticsexceptions): a counter in `{exception}`, stable.
pub const DIAGNOSTICS_EXCEPTIONS: Metric<Counter<u64, unit::Exceptions, DiagnosticsExceptions<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Exceptions>()
        .name("aspnetcore.diagnostics.exceptions")
        .description(
            "Number of ASP.NET Core diagnostics exceptions, by aspnetcore.diagnostics.exception.result and error.type.",
        )
        .attributes::<DiagnosticsExceptions>();

/// [`aspnetcore.rate_limiting.active_request_leases`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorerate_limitingactive_request_leases): an up-down counter in `{request}`, stable.
pub const RATE_LIMITING_ACTIVE_REQUEST_LEASES: Metric<
    UpDownCounter<i64, unit::Requests, RateLimitingActiveRequestLeases<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Requests>()
    .name("aspnetcore.rate_limiting.active_request_leases")
    .description("Current number of requests (ASP.NET Core rate limiting active request leases).")
    .attributes::<RateLimitingActiveRequestLeases>();

/// [`aspnetcore.rate_limiting.queued_requests`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorerate_limitingqueued_requests): an up-down counter in `{request}`, stable.
pub const RATE_LIMITING_QUEUED_REQUESTS: Metric<
    UpDownCounter<i64, unit::Requests, RateLimitingQueuedRequests<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Requests>()
    .name("aspnetcore.rate_limiting.queued_requests")
    .description("Current number of ASP.NET Core rate limiting queued requests.")
    .attributes::<RateLimitingQueuedRequests>();

/// [`aspnetcore.rate_limiting.request.time_in_queue`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorerate_limitingrequesttime_in_queue): a histogram in `s`, stable.
pub const RATE_LIMITING_REQUEST_TIME_IN_QUEUE: Metric<Histogram<f64, Seconds, RateLimitingRequestTimeInQueue<'static>>> =
Meter::histogram::<f64>().unit::<Seconds>().name("aspnetcore.rate_limiting.request.time_in_queue").description("Distribution of ASP.NET Core rate limiting request time in queue in seconds, by aspnetcore.rate_limiting.result.").attributes::<RateLimitingRequestTimeInQueue>();

/// [`aspnetcore.rate_limiting.request_lease.duration`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorerate_limitingrequest_leaseduration): a histogram in `s`, stable.
pub const RATE_LIMITING_REQUEST_LEASE_DURATION: Metric<
    Histogram<f64, Seconds, RateLimitingRequestLeaseDuration<'static>>,
> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("aspnetcore.rate_limiting.request_lease.duration")
    .description("Distribution of ASP.NET Core rate limiting request lease duration in seconds.")
    .attributes::<RateLimitingRequestLeaseDuration>();

/// [`aspnetcore.rate_limiting.requests`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorerate_limitingrequests): a counter in `{request}`, stable.
pub const RATE_LIMITING_REQUESTS: Metric<Counter<u64, unit::Requests, RateLimitingRequests<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Requests>()
        .name("aspnetcore.rate_limiting.requests")
        .description("Number of ASP.NET Core rate limiting requests, by aspnetcore.rate_limiting.result.")
        .attributes::<RateLimitingRequests>();

/// [`aspnetcore.routing.match_attempts`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreroutingmatch_attempts): a counter in `{match_attempt}`, stable.
pub const ROUTING_MATCH_ATTEMPTS: Metric<Counter<u64, unit::MatchAttempts, RoutingMatchAttempts<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::MatchAttempts>()
        .name("aspnetcore.routing.match_attempts")
        .description("Number of ASP.NET Core routing match attempts, by aspnetcore.routing.match_status.")
        .attributes::<RoutingMatchAttempts>();

/// The attributes of [`DIAGNOSTICS_EXCEPTIONS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct DiagnosticsExceptions<'a> {
    /// `aspnetcore.diagnostics.exception.result`, required.
    #[attribute(key = "aspnetcore.diagnostics.exception.result")]
    pub exception_result: aspnetcore::DiagnosticsExceptionResult<'a>,
    /// `error.type`, required.
    #[attribute(key = "error.type")]
    pub error_type: error::Type<'a>,
    /// `aspnetcore.diagnostics.handler.type`, conditionally required.
    #[attribute(key = "aspnetcore.diagnostics.handler.type")]
    pub handler_type: Option<&'a str>,
}

impl<'a> DiagnosticsExceptions<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(
        exception_result: aspnetcore::DiagnosticsExceptionResult<'a>,
        error_type: error::Type<'a>,
    ) -> Self {
        Self { exception_result, error_type, handler_type: None }
    }

    /// With `aspnetcore.diagnostics.handler.type`.
    #[must_use]
    pub const fn handler_type(mut self, handler_type: &'a str) -> Self {
        self.handler_type = Some(handler_type);
        self
    }
}

/// The attributes of [`RATE_LIMITING_ACTIVE_REQUEST_LEASES`], [`RATE_LIMITING_QUEUED_REQUESTS`] and [`RATE_LIMITING_REQUEST_LEASE_DURATION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct RateLimitingActiveRequestLeases<'a> {
    /// `aspnetcore.rate_limiting.policy`, conditionally required.
    #[attribute(key = "aspnetcore.rate_limiting.policy")]
    pub policy: Option<&'a str>,
}

impl<'a> RateLimitingActiveRequestLeases<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { policy: None }
    }

    /// With `aspnetcore.rate_limiting.policy`.
    #[must_use]
    pub const fn policy(mut self, policy: &'a str) -> Self {
        self.policy = Some(policy);
        self
    }
}

/// The same attributes as of [`RateLimitingActiveRequestLeases`].
pub type RateLimitingQueuedRequests<'a> = RateLimitingActiveRequestLeases<'a>;

/// The same attributes as of [`RateLimitingActiveRequestLeases`].
pub type RateLimitingRequestLeaseDuration<'a> = RateLimitingActiveRequestLeases<'a>;

/// The attributes of [`RATE_LIMITING_REQUEST_TIME_IN_QUEUE`] and [`RATE_LIMITING_REQUESTS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "aspnetcore.rate_limiting")]
#[non_exhaustive]
pub struct RateLimitingRequestTimeInQueue<'a> {
    /// `aspnetcore.rate_limiting.result`, required.
    #[attribute(key = "result")]
    pub rate_limiting_result: aspnetcore::RateLimitingResult<'a>,
    /// `aspnetcore.rate_limiting.policy`, conditionally required.
    pub policy: Option<&'a str>,
}

impl<'a> RateLimitingRequestTimeInQueue<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(rate_limiting_result: aspnetcore::RateLimitingResult<'a>) -> Self {
        Self { rate_limiting_result, policy: None }
    }

    /// With `aspnetcore.rate_limiting.policy`.
    #[must_use]
    pub const fn policy(mut self, policy: &'a str) -> Self {
        self.policy = Some(policy);
        self
    }
}

/// The same attributes as of [`RateLimitingRequestTimeInQueue`].
pub type RateLimitingRequests<'a> = RateLimitingRequestTimeInQueue<'a>;

/// The attributes of [`ROUTING_MATCH_ATTEMPTS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct RoutingMatchAttempts<'a> {
    /// `aspnetcore.routing.match_status`, required.
    #[attribute(key = "aspnetcore.routing.match_status")]
    pub match_status: aspnetcore::RoutingMatchStatus<'a>,
    /// `aspnetcore.routing.is_fallback`, conditionally required.
    #[attribute(key = "aspnetcore.routing.is_fallback")]
    pub is_fallback: Option<bool>,
    /// `http.route`, conditionally required.
    #[attribute(key = "http.route")]
    pub route: Option<&'a str>,
}

impl<'a> RoutingMatchAttempts<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(match_status: aspnetcore::RoutingMatchStatus<'a>) -> Self {
        Self { match_status, is_fallback: None, route: None }
    }

    /// With `aspnetcore.routing.is_fallback`.
    #[must_use]
    pub const fn is_fallback(mut self, is_fallback: bool) -> Self {
        self.is_fallback = Some(is_fallback);
        self
    }

    /// With `http.route`.
    #[must_use]
    pub const fn route(mut self, route: &'a str) -> Self {
        self.route = Some(route);
        self
    }
}
