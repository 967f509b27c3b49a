use meterstick::unit::{Bytes, Celsius, Seconds};

fn main() {
    let _ = Celsius(20.0) + Celsius(1.0);
    let _ = Seconds(1) + Bytes(1);
}
