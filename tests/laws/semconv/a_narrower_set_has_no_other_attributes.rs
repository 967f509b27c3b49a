use meterstick::prelude::*;

meterstick::unit! { pub Requests = "{request}" }

#[derive(Clone, Copy, Attributes)]
struct Served<'a> {
    method: &'a str,
    route: Option<&'a str>,
}

const SERVED: Metric<Counter<u64, Requests, Served<'static>>> =
    Meter::counter::<u64>().unit::<Requests>().name("served").attributes::<Served>();

#[derive(Clone, Copy, Attributes)]
struct Mine<'a> {
    method: &'a str,
    tenant: &'a str,
}

const MINE: Metric<Counter<u64, Requests, Mine<'static>>> = SERVED.attributes::<Mine>();

fn main() {}
