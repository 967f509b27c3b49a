//! An event has a name, which is checked where it comes at run time.

use meterstick::trace::{self, EventName};

const NAMELESS: EventName = EventName::new("");

fn main() {
    trace::run("list-users", |span| {
        span.event(format!("page {}", 2), &());
        span.event(NAMELESS, &());
    });
}
