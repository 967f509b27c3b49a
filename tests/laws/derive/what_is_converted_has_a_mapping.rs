use meterstick::convert::{attribute, value};

struct Order;

fn main() {
    let _ = value(Order);
    let _ = attribute("order", Order);
}
