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
struct Routed<'a> {
    route: &'a str,
}

#[derive(Clone, Copy, Attributes)]
struct Perhaps<'a> {
    method: Option<&'a str>,
}

const LEFT_OUT: Metric<Counter<u64, One, Routed<'static>>> = SERVED.attributes::<Routed>();
const OPTIONAL: Metric<Counter<u64, One, Perhaps<'static>>> = SERVED.attributes::<Perhaps>();

fn main() {}
