//! A span has a name.

use meterstick::trace::{Internal, SpanDeclaration, Tracer};

const GET_USER: SpanDeclaration = Tracer::span::<Internal>().name("");

fn main() {
    let _ = GET_USER;
}
