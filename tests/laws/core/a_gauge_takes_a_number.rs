use meterstick::Meter;

fn main() {
    let _ = Meter::gauge::<bool>();
}
