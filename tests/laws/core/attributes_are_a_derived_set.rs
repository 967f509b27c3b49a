use meterstick::Meter;
use meterstick::unit::One;

struct Served {
    ok: bool,
}

fn main() {
    let _ = Meter::counter::<u64>().unit::<One>().name("requests").attributes::<Served>();
}
