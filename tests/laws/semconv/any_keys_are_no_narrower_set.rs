use meterstick::prelude::*;
use meterstick::unit::One;

#[derive(Clone, Copy, Attributes)]
struct Served<'a> {
    method: &'a str,
    route: Option<&'a str>,
}

const SERVED: Metric<Counter<u64, One, Served<'static>>> =
    Meter::counter::<u64>().unit::<One>().name("served").attributes::<Served>();

const ANY: Metric<Counter<u64, One, KeyValues>> = SERVED.attributes::<KeyValues>();

fn main() {}
