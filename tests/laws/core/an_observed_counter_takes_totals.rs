use meterstick::prelude::*;
use meterstick::unit::One;

const FAULTS: Metric<ObservableCounter<u64, One>> = Meter::observable_counter::<u64>().unit::<One>().name("faults");

fn observe(meter: &opentelemetry::metrics::Meter) {
    let _observation = FAULTS.observe(meter, |o| o.add(1));
}

fn main() {}
