use meterstick::AttributeValue;

#[derive(AttributeValue)]
enum Method {
    Get,
    #[attribute(rename = "get")]
    Fetch,
}

#[derive(AttributeValue)]
enum Nothing {}

fn main() {}
