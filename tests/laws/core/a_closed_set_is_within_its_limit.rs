use meterstick::prelude::*;

meterstick::unit! { pub Requests = "{request}" }

#[derive(Clone, Copy, Attributes)]
struct Served {
    ok: bool,
    cached: Option<bool>,
}

const BEFORE: Metric<Counter<u64, Requests, Served>> =
    Meter::counter::<u64>().unit::<Requests>().name("requests").cardinality_at_most::<5>().attributes::<Served>();
const AFTER: Metric<Counter<u64, Requests, Served>> =
    Meter::counter::<u64>().unit::<Requests>().name("requests").attributes::<Served>().cardinality_at_most::<5>();

fn main() {}
