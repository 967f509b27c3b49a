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
struct Routed<'a> {
    route: &'a str,
}

#[derive(Clone, Copy, Attributes)]
struct Perhaps<'a> {
    method: Option<&'a str>,
}

const LEFT_OUT: Metric<Counter<u64, Requests, Routed<'static>>> = SERVED.attributes::<Routed>();
const OPTIONAL: Metric<Counter<u64, Requests, Perhaps<'static>>> = SERVED.attributes::<Perhaps>();

fn main() {}
