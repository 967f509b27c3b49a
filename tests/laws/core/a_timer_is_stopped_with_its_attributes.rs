use meterstick::prelude::*;
use meterstick::unit::Seconds;

#[derive(Clone, Copy, Attributes)]
struct Done {
    ok: bool,
}

static LATENCY: Histogram<f64, Seconds, Done> =
    Meter::histogram::<f64>().unit::<Seconds>().name("latency").attributes::<Done>().global(Scope::new("test"));
static WAIT: Histogram<f64, Seconds> =
    Meter::histogram::<f64>().unit::<Seconds>().name("wait").global(Scope::new("test"));

fn main() {
    LATENCY.timer().stop();
    LATENCY.timer(Done { ok: true });
    WAIT.timer().stop(Done { ok: true });
}
