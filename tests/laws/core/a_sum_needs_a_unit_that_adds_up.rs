use meterstick::Meter;
use meterstick::unit::{Celsius, Percent};

fn main() {
    let _ = Meter::counter::<f64>().unit::<Celsius>();
    let _ = Meter::up_down_counter::<f64>().unit::<Percent>();
    let _ = Meter::observable_counter::<f64>().unit::<Celsius>();
}
