use meterstick::prelude::*;
use meterstick::unit::Celsius;
use opentelemetry::metrics::Meter as OtelMeter;

const ATTIC: Metric<ObservableGauge<f64, Celsius>> = Meter::observable_gauge::<f64>().unit::<Celsius>().name("attic");

struct House {
    attic: ObservableGauge<f64, Celsius>,
}

fn move_in(meter: &OtelMeter) -> House {
    House { attic: ATTIC.observe(meter, |o| o.observe(Celsius(21.5))) }
}

fn main() {}
