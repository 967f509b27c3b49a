use meterstick::{AttributeValue, Attributes};

struct Method;

#[derive(Attributes)]
struct Served {
    method: Method,
    ok: bool,
}

#[derive(AttributeValue)]
struct Verb(Method);

fn main() {}
