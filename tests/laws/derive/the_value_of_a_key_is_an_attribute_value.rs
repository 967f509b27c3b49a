use std::time::Duration;

use meterstick::Key;

const TOOK: Key<Duration> = Key::new("took");

fn main() {
    let _ = TOOK;
}
