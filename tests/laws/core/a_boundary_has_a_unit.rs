use meterstick::prelude::*;
use meterstick::unit::{Bytes, Millis, Seconds};

fn main() {
    let _ = Meter::histogram::<f64>().unit::<Seconds>().name("wait").boundaries(&[0.5, 1.0]);
    let _ = Meter::histogram::<u64>().unit::<Bytes>().name("size").boundaries(&[Millis(5.0)]);
}
