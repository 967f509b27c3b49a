use meterstick::{AttributeValue, Attributes};

#[derive(Attributes)]
#[attributes(rename_all = "Snake")]
struct Served {
    ok: bool,
}

#[derive(AttributeValue)]
#[attribute(rename_all = "SHOUTING")]
enum Method {
    Get,
}

fn main() {}
