//! `measured`, with the labels that suit it best: enums, whose sets are a dense array.

use measured::metric::histogram::Thresholds;
use measured::{Counter, CounterVec, FloatGaugeVec, Histogram, HistogramVec, LabelGroup};
use paracord::ParaCord;

use crate::shape::{BOUNDARIES, Job, Kind, Route, Shape};

#[derive(Clone, Copy, LabelGroup)]
#[label(set = ErrorSet)]
struct Error {
    kind: Kind,
    route: Route,
}

#[derive(Clone, Copy, LabelGroup)]
#[label(set = NamedSet)]
struct Named<'a> {
    #[label(dynamic_with = ParaCord)]
    kind: &'a str,
    #[label(dynamic_with = ParaCord)]
    route: &'a str,
}

pub fn job(shape: Shape) -> Option<Job> {
    let thresholds = || Thresholds::with_buckets(BOUNDARIES);
    Some(match shape {
        Shape::CounterOfSets => {
            let counter = CounterVec::<ErrorSet>::with_label_set(ErrorSet::default());
            Job::new(move |input| counter.inc(Error { kind: input.kind, route: input.route }))
        }
        Shape::Counter => {
            let counter = Counter::new();
            Job::new(move |_| counter.inc())
        }
        Shape::CounterOfStrings => {
            let set = NamedSet { kind: ParaCord::default(), route: ParaCord::default() };
            let counter = CounterVec::with_label_set(set);
            Job::new(move |input| {
                let (kind, route) = &*input.owned;
                counter.inc(Named { kind, route });
            })
        }
        Shape::HistogramOfSets => {
            let histogram = HistogramVec::<_, 8>::with_label_set_and_metadata(ErrorSet::default(), thresholds());
            Job::new(move |input| histogram.observe(Error { kind: input.kind, route: input.route }, input.value))
        }
        Shape::Histogram => {
            let histogram = Histogram::<8>::with_metadata(thresholds());
            Job::new(move |input| histogram.observe(input.value))
        }
        Shape::GaugeOfSets => {
            let gauge = FloatGaugeVec::<ErrorSet>::with_label_set(ErrorSet::default());
            Job::new(move |input| gauge.set(Error { kind: input.kind, route: input.route }, input.value))
        }
        Shape::CounterCalled | Shape::IdleCounter | Shape::IdleHistogram | Shape::IdleGauge => return None,
    })
}
