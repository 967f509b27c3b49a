use meterstick::Meter;
use meterstick::unit::One;

fn main() {
    Meter::counter::<u64>().unit::<One>().add(1);
    Meter::counter::<u64>().unit::<One>().name("requests").add(1);
    Meter::gauge::<u64>().unit::<One>().name("queue").record(1);
}
