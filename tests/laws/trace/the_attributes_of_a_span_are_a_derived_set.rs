//! The attributes of a span are a set.

use meterstick::Scope;
use meterstick::trace::{Internal, Span, Tracer};

struct UserAttributes {
    id: i64,
}

static GET_USER: Span<UserAttributes> =
    Tracer::span::<Internal>().name("get-user").attributes::<UserAttributes>().global(Scope::new("shop"));

fn main() {}
