use meterstick::Scope;
use meterstick::prelude::*;
use meterstick::trace::{Internal, Span, Tracer};

#[derive(Clone, Copy, Attributes)]
struct Of {
    pool: i64,
}

#[derive(Clone, Copy, Attributes)]
struct Done {
    ok: bool,
    pool: i64,
}

static JOB: Span<(Of, Done)> =
    Tracer::span::<Internal>().name("job").attributes::<(Of, Done)>().global(Scope::new("test"));

fn main() {}
