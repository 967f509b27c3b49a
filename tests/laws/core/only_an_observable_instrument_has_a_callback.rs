use meterstick::prelude::*;
use meterstick::unit::One;

const QUEUE: Metric<Gauge<u64, One>> = Meter::gauge::<u64>().unit::<One>().name("queue");

fn observe(meter: &opentelemetry::metrics::Meter) {
    let _observation = QUEUE.observe(meter, |_| ());
}

fn main() {}
