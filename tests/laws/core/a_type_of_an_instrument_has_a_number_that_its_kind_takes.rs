use meterstick::Counter;

meterstick::unit! { pub Requests = "{request}" }

fn count(_: &Counter<i64, Requests>) {}

fn main() {}
