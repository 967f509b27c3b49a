//! Our own: declared as anybody would, in statics.

use meterstick::prelude::*;
use meterstick::unit::{One, Seconds};

use super::sdk;
use crate::shape::{Job, Kind, Route, Shape};

#[derive(Clone, Copy, Attributes)]
pub struct Error {
    pub kind: Kind,
    pub route: Route,
}

#[derive(Clone, Copy, Attributes)]
pub struct Named<'a> {
    pub kind: &'a str,
    pub route: &'a str,
}

const SCOPE: Scope = Scope::new("bench");

static COUNTER_OF_SETS: Counter<u64, One, Error> =
    Meter::counter::<u64>().unit::<One>().name("c").attributes::<Error>().global(SCOPE);
static COUNTER: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("one").global(SCOPE);
static COUNTER_OF_STRINGS: Counter<u64, One, Named<'static>> =
    Meter::counter::<u64>().unit::<One>().name("named").attributes::<Named<'static>>().global(SCOPE);
static HISTOGRAM_OF_SETS: Histogram<f64, Seconds, Error> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("h")
    .boundaries(&Seconds(0.001).exponential::<8>(2.0))
    .attributes::<Error>()
    .global(SCOPE);
static HISTOGRAM: Histogram<f64, Seconds> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("one.h")
    .boundaries(&Seconds(0.001).exponential::<8>(2.0))
    .global(SCOPE);
static GAUGE_OF_SETS: Gauge<f64, Seconds, Error> =
    Meter::gauge::<f64>().unit::<Seconds>().name("g").attributes::<Error>().global(SCOPE);

static IDLE_COUNTER: Counter<u64, One, Error> =
    Meter::counter::<u64>().unit::<One>().name("idle.c").attributes::<Error>().global(SCOPE);
static IDLE_HISTOGRAM: Histogram<f64, Seconds, Error> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("idle.h")
    .boundaries(&Seconds(0.001).exponential::<8>(2.0))
    .attributes::<Error>()
    .global(SCOPE);
static IDLE_GAUGE: Gauge<f64, Seconds, Error> =
    Meter::gauge::<f64>().unit::<Seconds>().name("idle.g").attributes::<Error>().global(SCOPE);

/// From here on, statics are bound.
pub fn install_provider() {
    meterstick::set_meter_provider(sdk::provider());
}

#[inline(never)]
fn called(amount: u64, kind: Kind, route: Route) {
    COUNTER_OF_SETS.add(amount, Error { kind, route });
}

pub fn job(shape: Shape) -> Option<Job> {
    Some(match shape {
        Shape::CounterOfSets => {
            Job::new(|input| COUNTER_OF_SETS.add(1, Error { kind: input.kind, route: input.route }))
        }
        Shape::CounterCalled => Job::new(|input| called(input.amount(), input.kind, input.route)),
        Shape::Counter => Job::new(|_| COUNTER.add(1)),
        Shape::CounterOfStrings => Job::new(|input| {
            let (kind, route) = &*input.owned;
            COUNTER_OF_STRINGS.add(1, Named { kind, route });
        }),
        Shape::HistogramOfSets => Job::new(|input| {
            HISTOGRAM_OF_SETS.record(Seconds(input.value), Error { kind: input.kind, route: input.route });
        }),
        Shape::Histogram => Job::new(|input| HISTOGRAM.record(Seconds(input.value))),
        Shape::GaugeOfSets => Job::new(|input| {
            GAUGE_OF_SETS.record(Seconds(input.value), Error { kind: input.kind, route: input.route });
        }),
        Shape::IdleCounter => Job::new(|input| IDLE_COUNTER.add(1, Error { kind: input.kind, route: input.route })),
        Shape::IdleHistogram => Job::new(|input| {
            IDLE_HISTOGRAM.record(Seconds(input.value), Error { kind: input.kind, route: input.route });
        }),
        Shape::IdleGauge => Job::new(|input| {
            IDLE_GAUGE.record(Seconds(input.value), Error { kind: input.kind, route: input.route });
        }),
    })
}
