use meterstick::Counter;
use meterstick::unit::One;

fn count(_: &Counter<i64, One>) {}

fn main() {}
