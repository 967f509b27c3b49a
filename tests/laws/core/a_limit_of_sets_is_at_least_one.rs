use meterstick::prelude::*;
use meterstick::unit::One;

const QUEUE: Metric<Gauge<u64, One>> = Meter::gauge::<u64>().unit::<One>().name("queue").cardinality_at_most::<0>();

fn main() {}
