//! The attributes of a span are a set.

use meterstick::trace::{Internal, Tracer};

struct UserAttributes {
    id: i64,
}

fn main() {
    let _ = Tracer::span::<Internal>().name("get-user").attributes::<UserAttributes>();
}
