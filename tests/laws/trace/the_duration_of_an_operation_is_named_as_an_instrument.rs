//! The duration of an operation has a name of an instrument.

use meterstick::trace::{Client, OperationDeclaration, Tracer};

const CHARGE: OperationDeclaration = Tracer::operation::<Client>().name("charge").duration("2nd.charge.duration");

fn main() {
    let _ = CHARGE;
}
