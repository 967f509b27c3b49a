use meterstick::prelude::*;
use meterstick::testing::{TestMeter, TestTracer};
use meterstick::unit::Seconds;

const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("wait");

fn main() {
    let (meter, tracer) = (TestMeter::new(), TestTracer::new());
    let _ = tracer.spans(&"get-user");
    let _ = meter.value(&"jobs", ());
    let _ = meter.value(&WAIT, ());
}
