use meterstick::AttributeValue;

#[derive(AttributeValue)]
enum Method {
    Get,
    #[attribute(other, rename = "OTHER")]
    Other,
}

fn main() {}
