use meterstick::Meter;

fn main() {
    let _ = Meter::up_down_counter::<u64>();
}
