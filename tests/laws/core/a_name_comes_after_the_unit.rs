use meterstick::Meter;

fn main() {
    let _ = Meter::counter::<u64>().name("requests");
}
