use meterstick::prelude::*;
use meterstick::unit::One;

const FAULTS: Metric<ObservableCounter<u64, One>> = Meter::observable_counter::<u64>().unit::<One>().name("faults");

fn build(meter: &opentelemetry::metrics::Meter) {
    FAULTS.build(meter);
    FAULTS.add(1);
}

fn main() {}
