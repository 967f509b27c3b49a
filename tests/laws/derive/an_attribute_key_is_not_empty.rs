use meterstick::{Attributes, Key};

#[derive(Attributes)]
#[attributes(prefix = "http")]
struct Served {
    #[attribute(key = "")]
    method: bool,
}

const ROUTE: Key<&str> = Key::new("");

fn main() {}
