use meterstick::prelude::*;
use meterstick::unit::*;
use meterstick_catalog::promql::*;

#[derive(Clone, Copy, AttributeValue)]
enum Outcome {
    Accepted,
    Refused,
}

#[derive(Clone, Copy, Attributes)]
struct Taken {
    outcome: Outcome,
}

const ORDERS: Metric<Counter<u64, One, Taken>> =
    Meter::counter::<u64>().unit::<One>().name("shop.orders").attributes::<Taken>();
const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
const BUSY: Metric<Counter<f64, Seconds>> = Meter::counter::<f64>().unit::<Seconds>().name("shop.busy");
const QUEUED: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("shop.queued");
const OVEN: Metric<Gauge<f64, Celsius>> = Meter::gauge::<f64>().unit::<Celsius>().name("shop.oven");
const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("shop.wait");

fn main() {
    let _ = query(&ORDERS).by(|keys| keys.outcom).rate(Minutes(5));
}
