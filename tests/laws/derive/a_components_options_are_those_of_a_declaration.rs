use meterstick::prelude::*;
use meterstick::unit::{One, Seconds};

#[derive(Instruments)]
#[instruments(name = "pool")]
struct Unknown {
    #[metric(unit = "s")]
    took: Histogram<f64, Seconds>,
    #[metric("took")]
    again: Histogram<f64, Seconds>,
    #[metric(exponential_at_most = 160)]
    third: Histogram<f64, Seconds>,
}

#[derive(Instruments)]
struct Inner {
    #[metric(flatten, name = "inner")]
    inner: Unknown,
}

#[derive(Instruments)]
struct Generic<A> {
    jobs: Counter<u64, One, A>,
}

fn main() {}
