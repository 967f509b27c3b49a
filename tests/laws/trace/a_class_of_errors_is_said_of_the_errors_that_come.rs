//! Who says the `error.type` says it of the errors that come.

use meterstick::Scope;
use meterstick::trace::{ByValue, Internal, Span, Tracer};

static PARSE: Span<(), ByValue> =
    Tracer::span::<Internal>().name("parse").error_type::<ByValue>().global(Scope::new("shop"));

fn main() {
    let _ = PARSE.try_run(|_| "12".parse::<u64>());
}
