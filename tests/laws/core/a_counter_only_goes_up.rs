use meterstick::Meter;
use meterstick::unit::One;

fn main() {
    let _ = Meter::counter::<i64>().unit::<One>().name("requests");
}
