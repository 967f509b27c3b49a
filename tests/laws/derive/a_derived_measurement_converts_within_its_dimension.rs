use meterstick::Measurement;
use meterstick::unit::{Bytes, Millis, Seconds};

#[derive(Measurement)]
#[measurement(unit = Millis)]
struct Latency(f64);

#[derive(Measurement)]
#[measurement(unit = Millis)]
struct Whole(u64);

fn main() {
    let _ = Measurement::<f64, Bytes>::measure(Latency(1.0));
    let _ = Measurement::<u64, Seconds>::measure(Whole(1));
}
