//! What an event carries is a set.

use meterstick::trace;

fn main() {
    trace::run("get-user", |span| span.event("cache miss", &"user/7"));
}
