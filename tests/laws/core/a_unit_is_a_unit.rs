use meterstick::Meter;

fn main() {
    let _ = Meter::gauge::<f64>().unit::<f64>();
}
