use meterstick::prelude::*;
use meterstick::unit::{Celsius, Seconds};

static WAIT: Histogram<f64, Seconds> =
    Meter::histogram::<f64>().unit::<Seconds>().name("wait").global(Scope::new("test"));
static ROOM: Gauge<f64, Celsius> = Meter::gauge::<f64>().unit::<Celsius>().name("room").global(Scope::new("test"));

fn main() {
    WAIT.init();
    ROOM.init();
}
