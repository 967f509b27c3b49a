use meterstick::prelude::*;

meterstick::unit! { pub Jobs = "{job}" }

#[derive(Clone, Copy, Attributes)]
struct Job<'a> {
    queue: &'a str,
}

static JOBS: Counter<u64, Jobs, Job<'static>> =
    Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<Job>().global(Scope::new("test"));
static ERRORS: Counter<u64, Jobs> = Meter::counter::<u64>().unit::<Jobs>().name("errors").global(Scope::new("test"));

fn main() {
    JOBS.bind(Job { queue: "mail" }).bind(Job { queue: "mail" });
    ERRORS.bind(Job { queue: "mail" });
}
