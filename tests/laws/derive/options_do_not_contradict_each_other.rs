use meterstick::Attributes;

#[derive(Attributes)]
struct Peer {
    name: bool,
}

#[derive(Attributes)]
struct Served {
    #[attribute(skip, key = "served.ok")]
    ok: bool,
    #[attribute(flatten, display)]
    peer: Peer,
    #[attribute(key = "a", rename = "b")]
    cached: bool,
    #[attribute(display, display)]
    shown: bool,
}

fn main() {}
