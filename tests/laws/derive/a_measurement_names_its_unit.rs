use meterstick::Measurement;

#[derive(Measurement)]
struct Latency(f64);

#[derive(Measurement)]
struct Size;

fn main() {}
