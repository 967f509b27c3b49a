use meterstick::Meter;
use meterstick::unit::{Millis, Seconds};

fn main() {
    let _ = Meter::counter::<u64>().unit::<Millis>().unit::<Seconds>();
    let _ = Meter::counter::<u64>().unit::<Millis>().name("wait").unit::<Seconds>();
}
