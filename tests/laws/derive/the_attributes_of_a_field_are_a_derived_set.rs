use meterstick::prelude::*;

meterstick::unit! { Jobs = "{job}" }

#[derive(Clone, Copy)]
struct Done {
    ok: bool,
}

#[derive(Instruments)]
#[instruments(prefix = "pool")]
struct PoolMetrics {
    jobs: Counter<u64, Jobs, Done>,
}

fn main() {}
