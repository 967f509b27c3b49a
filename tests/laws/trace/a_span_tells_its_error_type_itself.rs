//! A span tells its `error.type` itself.

use meterstick::Attributes;
use meterstick::trace::{Internal, SpanDeclaration, Tracer};

#[derive(Clone, Copy, Attributes)]
struct Charge {
    express: bool,
    #[attribute(key = "error.type")]
    failure: &'static str,
}

const CHARGE: SpanDeclaration<Charge> = Tracer::span::<Internal>().name("charge").attributes::<Charge>();

fn main() {
    let _ = CHARGE;
}
