use meterstick::AttributeValue;

#[derive(AttributeValue)]
struct Version {
    major: u8,
    minor: u8,
}

#[derive(AttributeValue)]
union Bits {
    float: f32,
    bits: u32,
}

fn main() {}
