use meterstick::prelude::*;
use meterstick::unit::One;

static QUEUE: Gauge<u64, One> = Meter::gauge::<u64>().unit::<One>().name("queue").global(Scope::new("test"));
static SIZE: Histogram<u64, One> = Meter::histogram::<u64>().unit::<One>().name("size").global(Scope::new("test"));

fn main() {
    QUEUE.add(1);
    SIZE.add(1);
    SIZE.inc();
}
