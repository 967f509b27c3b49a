use meterstick::prelude::*;

meterstick::unit! { pub Faults = "{fault}" }

const FAULTS: Metric<ObservableCounter<u64, Faults>> = Meter::observable_counter::<u64>().unit::<Faults>().name("faults");

fn observe(meter: &opentelemetry::metrics::Meter) {
    let _observation = FAULTS.observe(meter, |o| o.add(1));
}

fn main() {}
