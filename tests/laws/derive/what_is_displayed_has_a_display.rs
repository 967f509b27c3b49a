use meterstick::{AttributeValue, Attributes};

struct Version;

#[derive(Attributes)]
struct Served {
    #[attribute(display)]
    version: Version,
}

#[derive(AttributeValue)]
#[attribute(display)]
struct Release {
    major: u8,
    minor: u8,
}

fn main() {}
