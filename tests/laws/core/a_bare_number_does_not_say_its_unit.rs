use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, Seconds};

static SENT: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("test"));
static LATENCY: Histogram<f64, Seconds> =
    Meter::histogram::<f64>().unit::<Seconds>().name("latency").global(Scope::new("test"));
static ATTIC: Gauge<f64, Celsius> = Meter::gauge::<f64>().unit::<Celsius>().name("attic").global(Scope::new("test"));

fn main() {
    SENT.add(512);
    LATENCY.record(0.5);
    ATTIC.record(21);
}
