// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `dns`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/dns/dns-metrics/).

use crate::attribute::error;
use meterstick::unit::Seconds;
use meterstick::{Attributes, Histogram, Meter, Metric};

/// [`dns.lookup.duration`](https://opentelemetry.io/docs/specs/semconv/dns/dns-metrics/#metric-dnslookupduration): a histogram in `s`, in development.
pub const LOOKUP_DURATION: Metric<Histogram<f64, Seconds, LookupDuration<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("dns.lookup.duration")
    .description("Distribution of DNS lookup duration in seconds, by dns.question.name.")
    .attributes::<LookupDuration>();

/// The attributes of [`LOOKUP_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct LookupDuration<'a> {
    /// `dns.question.name`, required.
    #[attribute(key = "dns.question.name")]
    pub question_name: &'a str,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> LookupDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(question_name: &'a str) -> Self {
        Self { question_name, error_type: None }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}
