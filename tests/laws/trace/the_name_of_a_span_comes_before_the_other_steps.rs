use meterstick::trace::{Client, Internal, Span, Tracer};
use meterstick::{KeyValues, Scope};

static SERVE: Span = Tracer::span::<Internal>().global(Scope::new("shop"));

fn main() {
    let _ = Tracer::span::<Internal>().attributes::<KeyValues>();
    let _ = Tracer::operation::<Client>().duration("shop.charge.duration");
}
