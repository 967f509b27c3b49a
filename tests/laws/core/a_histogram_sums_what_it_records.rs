use meterstick::Meter;

fn main() {
    let _ = Meter::histogram::<i64>();
}
