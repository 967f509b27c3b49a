use meterstick::observe_together;
use meterstick::prelude::*;
use meterstick::unit::Celsius;
use opentelemetry_sdk::metrics::SdkMeterProvider;

const CELLAR: Metric<Gauge<f64, Celsius>> = Meter::gauge::<f64>().unit::<Celsius>().name("cellar");
const ATTIC: Metric<ObservableGauge<f64, Celsius>> = Meter::observable_gauge::<f64>().unit::<Celsius>().name("attic");

fn main() {
    let provider = SdkMeterProvider::default();
    let _ = CELLAR.build(&provider);
    let _ = ATTIC.observe(&provider, |o| o.observe(Celsius(21.5)));
    let _ = observe_together((ATTIC, ATTIC), &provider, |(a, b)| drop((a, b)));
}
