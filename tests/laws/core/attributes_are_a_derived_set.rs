use meterstick::prelude::*;
use meterstick::unit::One;

struct Served {
    ok: bool,
}

static REQUESTS: Counter<u64, One, Served> = Meter::counter::<u64>()
    .unit::<One>()
    .name("requests")
    .description("Requests served.")
    .attributes::<Served>()
    .global(Scope::new("shop"));

fn main() {}
