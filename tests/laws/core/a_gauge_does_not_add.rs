use meterstick::prelude::*;

meterstick::unit! { pub Jobs = "{job}" }

static QUEUE: Gauge<u64, Jobs> = Meter::gauge::<u64>().unit::<Jobs>().name("queue").global(Scope::new("test"));
static SIZE: Histogram<u64, Jobs> = Meter::histogram::<u64>().unit::<Jobs>().name("size").global(Scope::new("test"));

fn main() {
    QUEUE.add(1);
    SIZE.add(1);
    SIZE.inc();
}
