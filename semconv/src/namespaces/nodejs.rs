// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `nodejs`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/).

use crate::attribute::nodejs;
use meterstick::unit::{One, Seconds};
use meterstick::{Attributes, Counter, Gauge, Meter, Metric};

/// [`nodejs.eventloop.delay.max`](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/#metric-nodejseventloopdelaymax): a gauge in `s`, in development.
pub const EVENTLOOP_DELAY_MAX: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("nodejs.eventloop.delay.max")
    .description("Current Node.js eventloop delay max in seconds.");

/// [`nodejs.eventloop.delay.mean`](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/#metric-nodejseventloopdelaymean): a gauge in `s`, in development.
pub const EVENTLOOP_DELAY_MEAN: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("nodejs.eventloop.delay.mean")
    .description("Current Node.js eventloop delay mean in seconds.");

/// [`nodejs.eventloop.delay.min`](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/#metric-nodejseventloopdelaymin): a gauge in `s`, in development.
pub const EVENTLOOP_DELAY_MIN: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("nodejs.eventloop.delay.min")
    .description("Current Node.js eventloop delay min in seconds.");

/// [`nodejs.eventloop.delay.p50`](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/#metric-nodejseventloopdelayp50): a gauge in `s`, in development.
pub const EVENTLOOP_DELAY_P50: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("nodejs.eventloop.delay.p50")
    .description("Current Node.js eventloop delay p50 in seconds.");

/// [`nodejs.eventloop.delay.p90`](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/#metric-nodejseventloopdelayp90): a gauge in `s`, in development.
pub const EVENTLOOP_DELAY_P90: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("nodejs.eventloop.delay.p90")
    .description("Current Node.js eventloop delay p90 in seconds.");

/// [`nodejs.eventloop.delay.p99`](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/#metric-nodejseventloopdelayp99): a gauge in `s`, in development.
pub const EVENTLOOP_DELAY_P99: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("nodejs.eventloop.delay.p99")
    .description("Current Node.js eventloop delay p99 in seconds.");

/// [`nodejs.eventloop.delay.stddev`](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/#metric-nodejseventloopdelaystddev): a gauge in `s`, in development.
pub const EVENTLOOP_DELAY_STDDEV: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("nodejs.eventloop.delay.stddev")
    .description("Current Node.js eventloop delay stddev in seconds.");

/// [`nodejs.eventloop.time`](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/#metric-nodejseventlooptime): a counter in `s`, in development.
pub const EVENTLOOP_TIME: Metric<Counter<f64, Seconds, EventloopTime<'static>>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("nodejs.eventloop.time")
    .description("Total Node.js eventloop time in seconds, by nodejs.eventloop.state.")
    .attributes::<EventloopTime>();

/// [`nodejs.eventloop.utilization`](https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/#metric-nodejseventlooputilization): a gauge in `1`, in development.
pub const EVENTLOOP_UTILIZATION: Metric<Gauge<f64, One>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("nodejs.eventloop.utilization")
    .description("Current Node.js eventloop utilization.");

/// The attributes of [`EVENTLOOP_TIME`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct EventloopTime<'a> {
    /// `nodejs.eventloop.state`, required.
    #[attribute(key = "nodejs.eventloop.state")]
    pub eventloop_state: nodejs::EventloopState<'a>,
}

impl<'a> EventloopTime<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(eventloop_state: nodejs::EventloopState<'a>) -> Self {
        Self { eventloop_state }
    }
}
