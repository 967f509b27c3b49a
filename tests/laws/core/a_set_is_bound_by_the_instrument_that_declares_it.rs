use meterstick::prelude::*;

meterstick::unit! { pub Jobs = "{job}" }

#[derive(Clone, Copy, Attributes)]
struct Job<'a> {
    queue: &'a str,
}

#[derive(Clone, Copy, Attributes)]
struct Served {
    ok: bool,
}

static JOBS: Counter<u64, Jobs, Job<'static>> =
    Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<Job>().global(Scope::new("test"));

fn main() {
    let jobs = JOBS.bind(Served { ok: true });
    let jobs: Counter<u64, Jobs> = JOBS.bind(Job { queue: "mail" });
    jobs.add(1, Job { queue: "mail" });
}
