use meterstick::prelude::*;
use meterstick::unit::Bytes;

const TWICE: Metric<Histogram<u64, Bytes>> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size").boundaries(&[Bytes(1.0), Bytes(2.0), Bytes(2.0)]);
const INFINITE: Metric<Histogram<u64, Bytes>> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size").boundaries(&[Bytes(1.0), Bytes(f64::INFINITY)]);

fn main() {}
