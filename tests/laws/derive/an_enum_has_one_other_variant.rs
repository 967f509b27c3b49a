use meterstick::AttributeValue;

#[derive(AttributeValue)]
enum Method {
    Get,
    #[attribute(other)]
    Other(String),
    #[attribute(other)]
    Unknown(String),
}

fn main() {}
