//! A span that is the current one does not end.

use meterstick::Scope;
use meterstick::trace::{Internal, Span, Tracer};

static WORK: Span = Tracer::span::<Internal>().name("work").global(Scope::new("shop"));

fn main() {
    let span = WORK.start();
    let _current = span.enter();
    span.end();
}
