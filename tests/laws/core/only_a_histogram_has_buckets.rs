use meterstick::Meter;
use meterstick::unit::Bytes;

fn main() {
    let _ = Meter::counter::<u64>().unit::<Bytes>().name("sent").boundaries(&[Bytes(1.0), Bytes(2.0)]);
}
