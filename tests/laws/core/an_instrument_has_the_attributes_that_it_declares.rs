use meterstick::prelude::*;

meterstick::unit! { pub Requests = "{request}" }

#[derive(Clone, Copy, Attributes)]
struct Served {
    ok: bool,
}

static REQUESTS: Counter<u64, Requests, Served> =
    Meter::counter::<u64>().unit::<Requests>().name("requests").attributes::<Served>().global(Scope::new("test"));
static ERRORS: Counter<u64, Requests> = Meter::counter::<u64>().unit::<Requests>().name("errors").global(Scope::new("test"));

fn main() {
    REQUESTS.add(1);
    ERRORS.add(1, Served { ok: false });
}
