use meterstick::Attributes;

#[derive(Attributes)]
struct Peer {
    name: bool,
}

#[derive(Attributes)]
struct Served {
    #[attribute(key = "server")]
    name: bool,
    #[attribute(flatten)]
    peer: Peer,
    #[attribute(flatten)]
    other: Peer,
}

fn main() {}
