use meterstick::Scope;
use meterstick::prelude::*;
use meterstick::trace::{Internal, Operation, OperationDeclaration, Tracer};

#[derive(Clone, Copy, Attributes)]
struct Of {
    pool: i64,
}

#[derive(Clone, Copy, Attributes)]
struct Done {
    ok: bool,
    pool: i64,
}

const JOB: OperationDeclaration = Tracer::operation::<Internal>().name("job").duration("job.duration");

static JOBS: Operation<(Of, Done)> = JOB.attributes::<(Of, Done)>().global(Scope::new("test"));

fn main() {}
