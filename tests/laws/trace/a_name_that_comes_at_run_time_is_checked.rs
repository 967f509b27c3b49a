//! A name that comes at run time is checked.

use meterstick::trace;

fn main() {
    let route = String::from("/users/{id}");
    trace::run(format!("GET {route}"), |span| {
        span.rename(route);
    });
}
