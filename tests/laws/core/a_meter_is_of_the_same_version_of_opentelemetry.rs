use meterstick::prelude::*;
use meterstick::unit::Celsius;
use opentelemetry_of_another_version::global;

const CELLAR: Metric<Gauge<f64, Celsius>> = Meter::gauge::<f64>().unit::<Celsius>().name("cellar");

fn main() {
    let _ = CELLAR.build(&global::meter("shop"));
}
