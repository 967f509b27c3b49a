use meterstick::Attributes;

#[derive(Attributes)]
struct Served {
    #[attribute(flatten)]
    ok: bool,
}

fn main() {}
