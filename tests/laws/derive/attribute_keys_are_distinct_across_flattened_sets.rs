use meterstick::Attributes;

#[derive(Attributes)]
struct Peer {
    name: bool,
}

#[derive(Attributes)]
struct Served {
    name: bool,
    #[attribute(flatten)]
    peer: Peer,
}

fn main() {}
