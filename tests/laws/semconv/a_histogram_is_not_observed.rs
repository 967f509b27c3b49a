use meterstick::prelude::*;
use meterstick::unit::Seconds;

const LATENCY: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("latency");

fn main() {
    let _ = LATENCY.observable();
}
