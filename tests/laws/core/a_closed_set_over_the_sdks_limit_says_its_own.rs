use meterstick::prelude::*;

meterstick::unit! { pub Requests = "{request}" }

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

const REQUESTS: Metric<Counter<u64, Requests, Large>> =
    Meter::counter::<u64>().unit::<Requests>().name("requests").attributes::<Large>();

fn main() {}
