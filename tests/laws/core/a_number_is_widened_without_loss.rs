use meterstick::prelude::*;
use meterstick::unit::Bytes;

static SENT: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("test"));
static SIZE: Histogram<f64, Bytes> = Meter::histogram::<f64>().unit::<Bytes>().name("size").global(Scope::new("test"));

fn main() {
    SENT.add(Bytes(5_i64));
    SENT.add(Bytes(0.5));
    SIZE.record(Bytes(5_u64));
}
