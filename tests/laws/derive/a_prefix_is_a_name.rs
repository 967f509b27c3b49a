use meterstick::Attributes;

#[derive(Attributes)]
#[attributes(prefix = "http.")]
struct Served {
    method: bool,
}

#[derive(Attributes)]
#[attributes(prefix = "")]
struct Called {
    method: bool,
}

fn main() {}
