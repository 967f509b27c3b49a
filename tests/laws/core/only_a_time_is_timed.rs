use meterstick::prelude::*;
use meterstick::unit::{Bytes, Millis};

static SIZE: Histogram<f64, Bytes> = Meter::histogram::<f64>().unit::<Bytes>().name("size").global(Scope::new("test"));
static WAIT: Histogram<u64, Millis> = Meter::histogram::<u64>().unit::<Millis>().name("wait").global(Scope::new("test"));

fn main() {
    let _timer = SIZE.timer();
    WAIT.time(|| ());
}
