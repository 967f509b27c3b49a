use meterstick::prelude::*;
use meterstick::unit::One;
use meterstick::Measurement;

#[derive(Instruments)]
#[metric(prefix = "pool")]
struct Pool {
    jobs: Counter<u64, One>,
}

#[derive(Instruments)]
struct Queue {
    #[instruments(name = "queue.jobs")]
    jobs: Counter<u64, One>,
}

#[derive(AttributeValue)]
#[attribute(display, rename_all = "lowercase")]
enum State {
    #[attribute(rename = "on")]
    On,
    Off(#[attribute(display)] u8),
}

impl std::fmt::Display for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("on")
    }
}

#[derive(AttributeValue)]
enum Host {
    Local,
    #[attribute(other)]
    Remote(#[attribute(display)] String),
}

#[derive(Measurement)]
#[measurement(unit = meterstick::unit::Seconds)]
struct Latency(#[measurement(unit = meterstick::unit::Seconds)] f64);

fn main() {}
