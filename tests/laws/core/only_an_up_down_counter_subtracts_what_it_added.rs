use meterstick::prelude::*;
use meterstick::unit::One;

static REQUESTS: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("requests").global(Scope::new("test"));

fn main() {
    let _guard = REQUESTS.track();
}
