use meterstick::prelude::*;
use meterstick::unit::One;

#[derive(Clone, Copy, Attributes)]
struct Large {
    a: Option<bool>,
    b: Option<bool>,
    c: Option<bool>,
    d: Option<bool>,
    e: Option<bool>,
    f: Option<bool>,
    g: Option<bool>,
}

const REQUESTS: Metric<Counter<u64, One, Large>> =
    Meter::counter::<u64>().unit::<One>().name("requests").attributes::<Large>();

fn main() {}
