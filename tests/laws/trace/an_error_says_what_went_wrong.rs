//! An error says what went wrong.

use meterstick::Scope;
use meterstick::trace::{self, Internal, Span, Tracer};

static PARSE: Span = Tracer::span::<Internal>().name("parse").global(Scope::new("shop"));

#[derive(Debug)]
struct ParseError;

fn main() {
    let _ = PARSE.try_run(|_| Err::<u32, _>(()));
    let _ = PARSE.start().end_with(Err::<u32, _>(ParseError));
    let _ = trace::try_run("parse", |_| Err::<u32, _>(()));
}
