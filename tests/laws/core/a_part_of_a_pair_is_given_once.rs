use meterstick::prelude::*;

meterstick::unit! { pub Jobs = "{job}" }

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    pool: &'a str,
}

#[derive(Clone, Copy, Attributes)]
struct Done {
    ok: bool,
}

static JOBS: Counter<u64, Jobs, (Of<'static>, Done)> =
    Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<(Of, Done)>().global(Scope::new("test"));

fn main() {
    JOBS.with(Of { pool: "a" }).with(Of { pool: "b" });
}
