use meterstick::prelude::*;
use meterstick::unit::One;

#[derive(Clone, Copy, Attributes)]
struct Served {
    ok: bool,
}

static REQUESTS: Counter<u64, One, Served> =
    Meter::counter::<u64>().unit::<One>().name("requests").attributes::<Served>().global(Scope::new("test"));
static ERRORS: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("errors").global(Scope::new("test"));

fn main() {
    REQUESTS.add(1);
    ERRORS.add(1, Served { ok: false });
}
