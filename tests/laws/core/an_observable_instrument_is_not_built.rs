use meterstick::prelude::*;

meterstick::unit! { pub Faults = "{fault}" }

const FAULTS: Metric<ObservableCounter<u64, Faults>> = Meter::observable_counter::<u64>().unit::<Faults>().name("faults");

fn build(meter: &opentelemetry::metrics::Meter) {
    FAULTS.build(meter);
    FAULTS.add(1);
}

fn main() {}
