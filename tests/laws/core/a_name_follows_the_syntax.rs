use meterstick::prelude::*;

meterstick::unit! { pub Requests = "{request}" }

const EMPTY: Metric<Counter<u64, Requests>> = Meter::counter::<u64>().unit::<Requests>().name("");
const DIGIT: Metric<Counter<u64, Requests>> = Meter::counter::<u64>().unit::<Requests>().name("2xx");
const SPACE: Metric<Counter<u64, Requests>> = Meter::counter::<u64>().unit::<Requests>().name("requests served");

fn main() {}
