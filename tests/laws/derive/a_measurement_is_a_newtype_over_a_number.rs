use meterstick::Measurement;
use meterstick::unit::Millis;

#[derive(Measurement)]
#[measurement(unit = Millis)]
struct Span {
    start: f64,
    end: f64,
}

#[derive(Measurement)]
#[measurement(unit = Millis)]
struct Latency(String);

#[derive(Measurement)]
#[measurement(unit = String)]
struct Size(u64);

fn main() {}
