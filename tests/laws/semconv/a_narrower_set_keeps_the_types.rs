use meterstick::prelude::*;
use meterstick::unit::One;

#[derive(Clone, Copy, Attributes)]
struct Served<'a> {
    method: &'a str,
    route: Option<&'a str>,
}

const SERVED: Metric<Counter<u64, One, Served<'static>>> =
    Meter::counter::<u64>().unit::<One>().name("served").attributes::<Served>();

#[derive(Clone, Copy, Attributes)]
struct Mine {
    method: u8,
}

const MINE: Metric<Counter<u64, One, Mine>> = SERVED.attributes::<Mine>();

fn main() {}
