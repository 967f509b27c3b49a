use meterstick::prelude::*;
use meterstick::unit::One;

#[derive(Clone, Copy, Attributes)]
struct Job<'a> {
    queue: &'a str,
}

static JOBS: Counter<u64, One, Job<'static>> =
    Meter::counter::<u64>().unit::<One>().name("jobs").attributes::<Job>().global(Scope::new("test"));
static ERRORS: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("errors").global(Scope::new("test"));

fn main() {
    JOBS.bind(Job { queue: "mail" }).bind(Job { queue: "mail" });
    ERRORS.bind(Job { queue: "mail" });
}
