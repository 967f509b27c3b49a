use meterstick::prelude::*;

meterstick::unit! { pub Requests = "{request}" }

#[derive(AttributeValue)]
enum Status {
    Ok,
    #[attribute(other)]
    Other(u16),
}

#[derive(AttributeValue)]
enum Code<T> {
    Ok,
    #[attribute(other)]
    Other(T),
}

#[derive(Attributes)]
struct Answered {
    code: Code<u16>,
}

static ANSWERED: Counter<u64, Requests, Answered> =
    Meter::counter::<u64>().unit::<Requests>().name("answered").attributes().global(Scope::new("shop"));

fn main() {
    ANSWERED.inc(Answered { code: Code::Ok });
}
