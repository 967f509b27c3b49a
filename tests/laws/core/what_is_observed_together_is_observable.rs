use meterstick::observe_together;
use meterstick::prelude::*;
use meterstick::unit::Bytes;

const USED: Metric<ObservableGauge<u64, Bytes>> = Meter::observable_gauge::<u64>().unit::<Bytes>().name("used");
const FREE: Metric<Gauge<u64, Bytes>> = Meter::gauge::<u64>().unit::<Bytes>().name("free");

fn main() {
    let meter = opentelemetry::global::meter("pool");
    let _ = observe_together((USED, FREE), &meter, |_| {});
}
