use meterstick::prelude::*;
use meterstick::unit::Bytes;
use meterstick::{AddTo, AddWith};

#[derive(Clone, Copy, Attributes)]
struct Peer {
    known: bool,
}

#[derive(Clone, Copy, Attributes)]
struct Other {
    known: bool,
}

static SENT: Counter<u64, Bytes, Peer> =
    Meter::counter::<u64>().unit::<Bytes>().name("sent").attributes::<Peer>().global(Scope::new("test"));
static SIZE: Histogram<u64, Bytes> = Meter::histogram::<u64>().unit::<Bytes>().name("size").global(Scope::new("test"));

fn count(_: &impl AddTo<u64, Bytes>) {}
fn count_with(_: &impl AddWith<u64, Bytes, Other>) {}

fn main() {
    count(&SENT);
    count(&SIZE);
    count_with(&SENT);
}
