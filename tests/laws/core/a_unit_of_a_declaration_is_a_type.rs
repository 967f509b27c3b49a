use meterstick::prelude::*;

fn main() {
    let _ = Meter::counter::<u64>().unit("By").name("sent");
}
