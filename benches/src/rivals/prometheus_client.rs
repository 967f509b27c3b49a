//! `prometheus-client`.

use std::sync::atomic::AtomicU64;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;

use crate::shape::{BOUNDARIES, Job, Kind, Route, Shape};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Error {
    kind: Kind,
    route: Route,
}

/// It looks a family up by the type that the family owns, so what is borrowed has to be made one's own first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Named {
    kind: String,
    route: String,
}

pub fn job(shape: Shape) -> Option<Job> {
    let histogram = || Histogram::new(BOUNDARIES);
    Some(match shape {
        Shape::CounterOfSets => {
            let family = Family::<Error, Counter>::default();
            Job::new(move |input| {
                family.get_or_create(&Error { kind: input.kind, route: input.route }).inc();
            })
        }
        Shape::Counter => {
            let counter = <Counter>::default();
            Job::new(move |_| {
                counter.inc();
            })
        }
        Shape::CounterOfStrings => {
            let family = Family::<Named, Counter>::default();
            Job::new(move |input| {
                let (kind, route) = (*input.owned).clone();
                family.get_or_create(&Named { kind, route }).inc();
            })
        }
        Shape::HistogramOfSets => {
            let family = Family::<Error, Histogram, _>::new_with_constructor(histogram);
            Job::new(move |input| {
                family.get_or_create(&Error { kind: input.kind, route: input.route }).observe(input.value);
            })
        }
        Shape::Histogram => {
            let histogram = histogram();
            Job::new(move |input| histogram.observe(input.value))
        }
        Shape::GaugeOfSets => {
            let family = Family::<Error, Gauge<f64, AtomicU64>>::default();
            Job::new(move |input| {
                family.get_or_create(&Error { kind: input.kind, route: input.route }).set(input.value);
            })
        }
        Shape::CounterCalled | Shape::IdleCounter | Shape::IdleHistogram | Shape::IdleGauge => return None,
    })
}
