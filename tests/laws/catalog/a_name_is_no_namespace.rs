use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Seconds};

const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.request");
const LATENCY: Metric<Histogram<f64, Seconds>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("shop.request.duration");
const SHOP: Catalog = meterstick::catalog![LATENCY, SENT];

fn main() {}
