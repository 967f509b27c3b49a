use meterstick::Meter;

meterstick::unit! { pub Requests = "{request}" }

fn main() {
    Meter::counter::<u64>().unit::<Requests>().add(1);
    Meter::counter::<u64>().unit::<Requests>().name("requests").add(1);
    Meter::counter::<u64>().unit::<Requests>().name("requests").inc();
    Meter::gauge::<u64>().unit::<Requests>().name("queue").record(1);
}
