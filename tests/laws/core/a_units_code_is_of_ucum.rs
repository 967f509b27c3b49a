meterstick::unit! { Requests = "requests" }
meterstick::unit! { MicroSeconds = "µs" }

fn main() {}
