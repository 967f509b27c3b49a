//! An operation measures how long it takes.

use meterstick::Scope;
use meterstick::trace::{Client, Operation, Tracer};

static CHARGE: Operation = Tracer::operation::<Client>().name("charge").global(Scope::new("shop"));

fn main() {
    CHARGE.run(|_| ());
}
