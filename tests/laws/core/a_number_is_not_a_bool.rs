use meterstick::Meter;

fn main() {
    let _ = Meter::counter::<bool>();
}
