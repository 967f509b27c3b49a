use meterstick::AttributeValue;

#[derive(AttributeValue)]
enum Status {
    Ok,
    #[attribute(other)]
    Other(u16),
}

fn main() {}
