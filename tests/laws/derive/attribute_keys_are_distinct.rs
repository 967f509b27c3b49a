use meterstick::Attributes;

#[derive(Attributes)]
#[attributes(prefix = "http")]
struct Served {
    method: bool,
    #[attribute(key = "method")]
    verb: bool,
    #[attribute(key = "route")]
    path: bool,
    route: bool,
}

fn main() {}
