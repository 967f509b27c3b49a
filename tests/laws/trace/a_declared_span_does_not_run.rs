//! What is only declared cannot run.

use meterstick::trace::{Internal, SpanDeclaration, Tracer};

const GET_USER: SpanDeclaration = Tracer::span::<Internal>().name("get-user");

fn main() {
    GET_USER.run((), |_: &meterstick::trace::ActiveSpan| ());
}
