use meterstick::prelude::*;
use meterstick::unit::Seconds;

const LATENCY: Metric<Histogram<f64, Seconds>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("shop.request.duration").exponential_at_most(160, 21);

fn main() {}
