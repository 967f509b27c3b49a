//! `OneOf` is for errors whose type is known at run time, and lists their types in a tuple.

use std::io;
use std::num::ParseIntError;

use meterstick::Scope;
use meterstick::trace::{Internal, OneOf, Span, Tracer};

static PARSE: Span<(), OneOf<(io::Error, ParseIntError)>> =
    Tracer::span::<Internal>().name("parse").error_type::<OneOf<(io::Error, ParseIntError)>>().global(Scope::new("shop"));
static LOAD: Span<(), OneOf<io::Error>> =
    Tracer::span::<Internal>().name("load").error_type::<OneOf<io::Error>>().global(Scope::new("shop"));

fn main() {
    let _ = PARSE.try_run(|_| "12".parse::<u64>());
    let _ = LOAD.try_run(|_| Err::<(), _>(Box::<dyn std::error::Error>::from("no")));
}
