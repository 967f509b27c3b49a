use meterstick::prelude::*;
use meterstick::unit::Bytes;

const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").exponential();

fn main() {}
