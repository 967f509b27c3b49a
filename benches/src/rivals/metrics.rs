//! `metrics`, with the recorder of `metrics-exporter-prometheus`.

use std::sync::LazyLock;

use metrics::{counter, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::shape::{BOUNDARIES, Job, Shape};

/// The global recorder.
static RECORDER: LazyLock<PrometheusHandle> = LazyLock::new(|| {
    let builder = PrometheusBuilder::new().set_buckets_for_metric(Matcher::Full("h".to_owned()), &BOUNDARIES);
    let recorder = builder.expect("there are buckets").build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).expect("there is one recorder");
    handle
});

pub fn job(shape: Shape) -> Option<Job> {
    LazyLock::force(&RECORDER);
    let job = match shape {
        Shape::CounterOfSets => Job::new(|input| {
            counter!("c", "kind" => input.kind_name, "route" => input.route_name).increment(1);
        }),
        Shape::Counter => Job::new(|_| counter!("one").increment(1)),
        Shape::CounterOfStrings => Job::new(|input| {
            let (kind, route) = (*input.owned).clone();
            counter!("named", "kind" => kind, "route" => route).increment(1);
        }),
        Shape::HistogramOfSets => Job::new(|input| {
            histogram!("h", "kind" => input.kind_name, "route" => input.route_name).record(input.value);
        }),
        Shape::Histogram => Job::new(|input| histogram!("h").record(input.value)),
        Shape::GaugeOfSets => Job::new(|input| {
            gauge!("g", "kind" => input.kind_name, "route" => input.route_name).set(input.value);
        }),
        Shape::CounterCalled | Shape::IdleCounter | Shape::IdleHistogram | Shape::IdleGauge => return None,
    };
    // A histogram's values wait in a list until they are put into buckets.
    Some(job.between_samples(|| RECORDER.run_upkeep()))
}
