use meterstick::prelude::*;
use meterstick::unit::One;

#[derive(Instruments)]
#[instruments(prefix = "pool.")]
struct Pool {
    jobs: Counter<u64, One>,
}

#[derive(Instruments)]
#[instruments(prefix = "")]
struct Queue {
    jobs: Counter<u64, One>,
}

fn main() {}
