use meterstick::prelude::*;
use meterstick::unit::Celsius;

meterstick::unit! { pub Jobs = "{job}" }

#[derive(Instruments)]
struct NoInstrument {
    jobs: u64,
}

#[derive(Instruments)]
struct Observed {
    room: ObservableGauge<f64, Celsius>,
}

#[derive(Instruments)]
struct Inner {
    #[metric(flatten)]
    name: String,
}

#[derive(Instruments)]
struct NoNames(Counter<u64, Jobs>);

#[derive(Instruments)]
enum NoStruct {
    One(Counter<u64, Jobs>),
}

fn main() {}
