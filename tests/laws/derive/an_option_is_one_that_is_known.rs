use meterstick::{AttributeValue, Attributes, Measurement};

#[derive(Attributes)]
#[attributes(namespace = "http")]
struct Served {
    #[attribute(name = "ok")]
    ok: bool,
}

#[derive(Attributes)]
#[attribute(prefix = "http")]
struct Called {
    #[attributes(key = "ok")]
    ok: bool,
}

#[derive(AttributeValue)]
#[attribute(prefix = "http")]
enum Method {
    #[attribute(key = "GET")]
    Get,
}

#[derive(AttributeValue)]
#[attribute(rename_all = "lowercase")]
struct Status(#[attribute(other)] u16);

#[derive(Measurement)]
#[measurement(in = Millis)]
struct Latency(f64);

fn main() {}
