use meterstick::prelude::*;
use meterstick::unit::Seconds;

static WAIT: Histogram<f64, Seconds> =
    Meter::histogram::<f64>().unit::<Seconds>().name("wait").global(Scope::new("test"));

fn main() {
    let _ = WAIT.value();
}
