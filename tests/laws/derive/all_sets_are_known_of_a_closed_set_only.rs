use meterstick::prelude::*;

meterstick::unit! { pub Jobs = "{job}" }

#[derive(Clone, Copy, Attributes)]
struct Job<'a> {
    queue: &'a str,
    ok: bool,
}

#[derive(Clone, Copy, AttributeValue)]
enum Method<'a> {
    Get,
    #[attribute(other)]
    Other(&'a str),
}

#[derive(Clone, Copy, Attributes)]
struct Served<'a> {
    method: Method<'a>,
}

static JOBS: Counter<u64, Jobs, Job<'static>> =
    Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<Job>().global(Scope::new("test"));
static SERVED: Counter<u64, Jobs, Served<'static>> =
    Meter::counter::<u64>().unit::<Jobs>().name("served").attributes::<Served>().global(Scope::new("test"));
static ANY: Counter<u64, Jobs, KeyValues> =
    Meter::counter::<u64>().unit::<Jobs>().name("any").attributes::<KeyValues>().global(Scope::new("test"));

#[derive(Instruments)]
struct Pool {
    #[metric(init)]
    jobs: Counter<u64, Jobs, Job<'static>>,
}

fn main() {
    JOBS.init();
    SERVED.init();
    ANY.init();
}
