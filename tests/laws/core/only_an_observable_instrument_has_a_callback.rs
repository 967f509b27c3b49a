use meterstick::prelude::*;

meterstick::unit! { pub Jobs = "{job}" }

const QUEUE: Metric<Gauge<u64, Jobs>> = Meter::gauge::<u64>().unit::<Jobs>().name("queue");

fn observe(meter: &opentelemetry::metrics::Meter) {
    let _observation = QUEUE.observe(meter, |_| ());
}

fn main() {}
