use meterstick::prelude::*;
use meterstick::unit::Bytes;
use opentelemetry::metrics::Meter;

const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");

fn main() {}
