use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};

static REQUESTS: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("requests").global(Scope::new("test"));
static SENT: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("test"));

fn main() {
    REQUESTS.add(1.5);
    REQUESTS.add(-1);
    REQUESTS.add(1_u32);
    SENT.add(Bytes(1.5));
    REQUESTS.add(true);
}
