use meterstick::prelude::*;

meterstick::unit! { pub Requests = "{request}" }

static REQUESTS: Counter<u64, Requests> = Meter::counter::<u64>().unit::<Requests>().name("requests").global(Scope::new("test"));

fn main() {
    let _guard = REQUESTS.track();
}
