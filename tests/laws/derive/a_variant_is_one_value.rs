use meterstick::AttributeValue;

#[derive(AttributeValue)]
enum Method {
    Get,
    Unknown(String),
}

fn main() {}
