use meterstick::prelude::*;
use meterstick::unit::{Bytes, Seconds};

fn main() {
    let _ = Meter::counter::<u64>().with_unit("By");
    let _ = Meter::counter::<u64>().unit::<Bytes>().name("sent").with_description("What was sent.");
    let _ = Meter::histogram::<f64>().unit::<Seconds>().name("wait").with_boundaries(vec![0.5]);
    let _ = Meter::u64_counter("sent");
}
