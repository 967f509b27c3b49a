use meterstick::Attributes;

#[derive(Attributes)]
struct Served(bool);

#[derive(Attributes)]
enum Method {
    Get,
}

#[derive(Attributes)]
struct Nothing;

fn main() {}
