//! The SDK's own handles, bound by hand and kept in an array.

use opentelemetry::KeyValue;
use opentelemetry::metrics::{BoundCounter, BoundGauge, BoundHistogram};

use super::sdk::meter;
use crate::shape::{BOUNDARIES, Job, KINDS, ROUTES, Shape};

/// One handle for each of the sets.
fn handles<B>(bind: impl Fn(&[KeyValue]) -> B) -> Box<[B]> {
    let sets = KINDS.iter().flat_map(|(_, kind)| ROUTES.iter().map(move |(_, route)| (*kind, *route)));
    sets.map(|(kind, route)| bind(&[KeyValue::new("kind", kind), KeyValue::new("route", route)])).collect()
}

pub fn job(shape: Shape) -> Option<Job> {
    let meter = meter();
    let histogram = || meter.f64_histogram("h").with_boundaries(BOUNDARIES.to_vec()).build();
    Some(match shape {
        Shape::CounterOfSets => {
            let counter = meter.u64_counter("c").build();
            let bound: Box<[BoundCounter<u64>]> = handles(|set| counter.bind(set));
            Job::new(move |input| bound[input.slot()].add(1))
        }
        Shape::Counter => {
            let bound = meter.u64_counter("c").build().bind(&[]);
            Job::new(move |_| bound.add(1))
        }
        Shape::HistogramOfSets => {
            let histogram = histogram();
            let bound: Box<[BoundHistogram<f64>]> = handles(|set| histogram.bind(set));
            Job::new(move |input| bound[input.slot()].record(input.value))
        }
        Shape::Histogram => {
            let bound = histogram().bind(&[]);
            Job::new(move |input| bound.record(input.value))
        }
        Shape::GaugeOfSets => {
            let gauge = meter.f64_gauge("g").build();
            let bound: Box<[BoundGauge<f64>]> = handles(|set| gauge.bind(set));
            Job::new(move |input| bound[input.slot()].record(input.value))
        }
        _ => return None,
    })
}
