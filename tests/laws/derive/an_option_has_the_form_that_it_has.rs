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
    #[attribute("http.ok")]
    ok: bool,
    #[attribute = "http.cached"]
    cached: bool,
}

#[derive(AttributeValue)]
#[attribute(crate = "no path")]
enum Method {
    Get,
    #[attribute(other("all"))]
    Other(String),
}

fn main() {}
