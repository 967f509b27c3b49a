use meterstick::prelude::*;
use meterstick::unit::One;

const EMPTY: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("");
const DIGIT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("2xx");
const SPACE: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("requests served");

fn main() {}
