use meterstick::prelude::*;

meterstick::unit! { pub Requests = "{request}" }

struct Served {
    ok: bool,
}

static REQUESTS: Counter<u64, Requests, Served> = Meter::counter::<u64>()
    .unit::<Requests>()
    .name("requests")
    .description("Requests served.")
    .attributes::<Served>()
    .global(Scope::new("shop"));

fn main() {}
