use meterstick::Meter;

meterstick::unit! { pub Requests = "{request}" }

fn main() {
    let _ = Meter::counter::<i64>().unit::<Requests>().name("requests");
}
