use meterstick::{AttributeValue, Attributes};

#[derive(Attributes)]
#[attributes(prefix)]
struct Served {
    #[attribute(key = 1)]
    method: bool,
    #[attribute(skip = true)]
    route: bool,
    #[attribute(key("http.route"))]
    path: bool,
}

#[derive(AttributeValue)]
enum Method {
    #[attribute(other("all"))]
    Other(String),
}

fn main() {}
