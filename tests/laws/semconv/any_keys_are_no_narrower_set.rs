use meterstick::prelude::*;

meterstick::unit! { pub Requests = "{request}" }

#[derive(Clone, Copy, Attributes)]
struct Served<'a> {
    method: &'a str,
    route: Option<&'a str>,
}

const SERVED: Metric<Counter<u64, Requests, Served<'static>>> =
    Meter::counter::<u64>().unit::<Requests>().name("served").attributes::<Served>();

const ANY: Metric<Counter<u64, Requests, KeyValues>> = SERVED.attributes::<KeyValues>();

fn main() {}
