use meterstick::prelude::*;
use meterstick::unit::One;

#[derive(Clone, Copy, Attributes)]
struct Served {
    ok: bool,
    cached: Option<bool>,
}

const BEFORE: Metric<Counter<u64, One, Served>> =
    Meter::counter::<u64>().unit::<One>().name("requests").cardinality_at_most::<5>().attributes::<Served>();
const AFTER: Metric<Counter<u64, One, Served>> =
    Meter::counter::<u64>().unit::<One>().name("requests").attributes::<Served>().cardinality_at_most::<5>();

fn main() {}
