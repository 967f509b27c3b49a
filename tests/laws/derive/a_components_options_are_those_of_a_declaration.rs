use meterstick::prelude::*;
use meterstick::unit::Seconds;

meterstick::unit! { pub Jobs = "{job}" }

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
    jobs: Counter<u64, Jobs, A>,
}

#[derive(Instruments)]
struct Mixed {
    #[doc = concat!("How many ", "jobs")]
    /// there are.
    jobs: Counter<u64, Jobs>,
}

#[derive(Instruments)]
struct Lines {
    #[doc = concat!("How many ", "jobs\nthere are.")]
    jobs: Counter<u64, Jobs>,
}

fn main() {}
