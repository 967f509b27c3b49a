use meterstick::unit::{Bytes, Seconds};
use meterstick::{Gauge, KeyValues, Meter, Scope};

static WAITED: Gauge<f64, Seconds> = Meter::gauge::<f64>().unit::<Seconds>().global(SCOPE);

const SCOPE: Scope = Scope::new("shop");

fn main() {
    let _ = Meter::counter::<u64>().description("What was sent.");
    let _ = Meter::counter::<u64>().unit::<Bytes>().attributes::<KeyValues>();
    let _ = Meter::counter::<u64>().unit::<Bytes>().cardinality_at_most::<100>();
    let _ = Meter::histogram::<f64>().unit::<Seconds>().boundaries(&[Seconds(1.0)]);
    let _ = Meter::gauge::<f64>().unit::<Seconds>().build(&opentelemetry::global::meter("shop"));
}
