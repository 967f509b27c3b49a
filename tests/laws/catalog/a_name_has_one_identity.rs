use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, KiBytes};

static SENT: Counter<u64, Bytes> =
    Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));
const ALSO_SENT: Metric<Counter<u64, KiBytes>> = Meter::counter::<u64>().unit::<KiBytes>().name("shop.sent");
const SHOP: Catalog = meterstick::catalog![SENT, ALSO_SENT];

#[derive(Instruments)]
#[instruments(prefix = "queue")]
struct QueueMetrics {
    depth: UpDownCounter<i64, Bytes>,
}

const DEPTH: Metric<ObservableGauge<i64, Bytes>> = Meter::observable_gauge::<i64>().unit::<Bytes>().name("queue.depth");
const QUEUE: Catalog = meterstick::catalog![QueueMetrics::CATALOG, DEPTH];

fn main() {}
