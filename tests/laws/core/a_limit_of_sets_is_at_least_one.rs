use meterstick::prelude::*;

meterstick::unit! { pub Jobs = "{job}" }

const QUEUE: Metric<Gauge<u64, Jobs>> = Meter::gauge::<u64>().unit::<Jobs>().name("queue").cardinality_at_most::<0>();

fn main() {}
