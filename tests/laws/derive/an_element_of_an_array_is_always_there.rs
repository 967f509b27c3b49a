use meterstick::Attributes;

#[derive(Attributes)]
struct Served {
    tags: Vec<Option<bool>>,
    grid: [[u8; 2]; 2],
}

fn main() {}
