use meterstick::prelude::*;
use meterstick::unit::Bytes;

fn main() {
    let (name, text) = (String::from("sent"), String::from("What was sent."));
    let _ = Meter::counter::<u64>().unit::<Bytes>().name(&name);
    let _ = Meter::counter::<u64>().unit::<Bytes>().name(format!("{name}.bytes"));
    let _ = Meter::counter::<u64>().unit::<Bytes>().name("sent").description(&text);
}
