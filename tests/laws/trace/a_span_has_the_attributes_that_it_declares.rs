//! A span is given the set that it declares.

use meterstick::prelude::*;
use meterstick::trace::{Internal, Span, Tracer};

#[derive(Clone, Copy, Attributes)]
struct User {
    id: i64,
}

#[derive(Clone, Copy, Attributes)]
struct Order {
    id: i64,
}

static GET_USER: Span<User> =
    Tracer::span::<Internal>().name("get-user").attributes::<User>().global(Scope::new("shop"));

fn main() {
    GET_USER.run(Order { id: 7 }, |_| ());
}
