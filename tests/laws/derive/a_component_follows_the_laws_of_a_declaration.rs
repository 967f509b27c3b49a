use meterstick::prelude::*;
use meterstick::unit::{Celsius, Millis, Seconds};

meterstick::unit! { pub Requests = "{request}" }

#[derive(Clone, Copy, Attributes)]
struct Flags {
    a: bool,
    b: bool,
}

#[derive(Instruments)]
struct Name {
    #[metric(name = "2xx")]
    one: Counter<u64, Requests>,
}

#[derive(Instruments)]
struct Sum {
    rooms: Counter<u64, Celsius>,
}

#[derive(Instruments)]
struct Boundaries {
    #[metric(boundaries = [Millis(5.0), Millis(1.0)])]
    took: Histogram<f64, Seconds>,
}

#[derive(Instruments)]
struct Buckets {
    #[metric(boundaries = [1.0])]
    jobs: Counter<u64, Requests>,
}

#[derive(Instruments)]
struct Limit {
    #[metric(cardinality_at_most = 3)]
    jobs: Counter<u64, Requests, Flags>,
}

#[derive(Instruments)]
struct Twice {
    #[metric(name = "jobs")]
    one: Counter<u64, Requests>,
    #[metric(name = "Jobs")]
    two: Counter<u64, Requests>,
}

fn main() {}
