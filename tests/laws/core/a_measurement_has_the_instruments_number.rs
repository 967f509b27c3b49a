use meterstick::prelude::*;
use meterstick::unit::Bytes;

meterstick::unit! { pub Requests = "{request}" }

static REQUESTS: Counter<u64, Requests> = Meter::counter::<u64>().unit::<Requests>().name("requests").global(Scope::new("test"));
static SENT: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("test"));

fn main() {
    REQUESTS.add(1.5);
    REQUESTS.add(-1);
    REQUESTS.add(1_u32);
    SENT.add(Bytes(1.5));
    REQUESTS.add(true);
}
