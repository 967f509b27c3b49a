use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, Millis, Per, Seconds};

meterstick::unit! { Requests = "{request}"; Errors = "{error}" }

static SENT: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("test"));
static REQUESTS: Counter<u64, Requests> =
    Meter::counter::<u64>().unit::<Requests>().name("requests").global(Scope::new("test"));
static RATE: Gauge<f64, Per<Bytes, Seconds>> =
    Meter::gauge::<f64>().unit::<Per<Bytes, Seconds>>().name("rate").global(Scope::new("test"));

fn main() {
    SENT.add(Millis(4));
    SENT.add(std::time::Duration::from_secs(1));
    REQUESTS.add(Errors(1));
    RATE.record(Bytes(1.0));
    let _ = Celsius(20.0).to::<Seconds>();
}
