use meterstick::prelude::*;
use meterstick::unit::{Millis, Seconds};

static WAITED: Counter<u64, Seconds> =
    Meter::counter::<u64>().unit::<Seconds>().name("waited").global(Scope::new("test"));

fn main() {
    WAITED.add(Millis(1500));
    WAITED.add(std::time::Duration::from_millis(1500));
    let _ = Millis(1500_u64).to::<Seconds>();
}
