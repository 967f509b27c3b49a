//! Code over any instrument of a kind, as users write it: nothing in a bound is hidden.

use meterstick::prelude::*;
use meterstick::unit::{Bytes, Quantity, Seconds, Unit};
use meterstick::{
    AddTo, AddWith, CounterNumber, GaugeNumber, HistogramNumber, RecordTo, RecordWith, StartTimer, TrackIn,
    UpDownCounterNumber,
};
use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter as OtelMeter;

use crate::wire::{Value, Wire};

meterstick::unit! {
    /// Requests.
    Requests = "{request}"
}

#[derive(Clone, Copy, Attributes)]
struct Peer<'a> {
    peer: &'a str,
}

#[derive(Clone, Copy, Attributes)]
struct Kept {
    kept: bool,
}

const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
const HITS: Metric<Counter<u64, Requests>> = Meter::counter::<u64>().unit::<Requests>().name("hits");
const PEERS: Metric<Counter<u64, Requests, Peer<'static>>> =
    Meter::counter::<u64>().unit::<Requests>().name("peers").attributes::<Peer>();
const KEPT: Metric<Counter<u64, Requests, Kept>> =
    Meter::counter::<u64>().unit::<Requests>().name("kept").attributes::<Kept>();
const ANY: Metric<Counter<u64, Requests, KeyValues>> =
    Meter::counter::<u64>().unit::<Requests>().name("any").attributes::<KeyValues>();

fn add<N: CounterNumber>(counter: &Counter<N, Bytes>, number: N) {
    counter.add(Bytes(number));
    assert!(counter.try_add(Bytes(N::default())).is_ok());
}

fn move_by<N: UpDownCounterNumber>(counter: &UpDownCounter<N, Bytes>, number: N) {
    counter.add(Bytes(number));
    drop(counter.track_amount(Bytes(number)));
}

fn record<N: HistogramNumber>(histogram: &Histogram<N, Bytes>, number: N) {
    histogram.record(Bytes(number));
}

fn set<N: GaugeNumber, A: Attributes>(gauge: &Gauge<N, Bytes, A>, number: N, attributes: A) {
    gauge.record_with(Bytes(number), attributes);
}

/// From the declaration on.
fn declare<N: CounterNumber>(meter: &OtelMeter) -> Counter<N, Bytes> {
    Meter::counter::<N>().unit::<Bytes>().name("declared").build(meter)
}

fn observe<N: CounterNumber>(meter: &OtelMeter, number: N) -> meterstick::Observation {
    let metric: Metric<ObservableCounter<N, Bytes>> = Meter::observable_counter::<N>().unit::<Bytes>().name("observed");
    metric.observe(meter, move |o| o.observe(Bytes(number)))
}

#[test]
fn an_instrument_of_any_number_of_its_kind_is_used_with_that_bound_alone() {
    let wire = Wire::new();
    let meter = wire.meter();
    add(&SENT.build(&meter), 512);
    add(&Meter::counter::<f32>().unit::<Bytes>().name("floats").build(&meter), 0.5);
    move_by(&Meter::up_down_counter::<i8>().unit::<Bytes>().name("moved").build(&meter), -5);
    record(&Meter::histogram::<u16>().unit::<Bytes>().name("sizes").build(&meter), 7);
    let level = Meter::gauge::<i64>().unit::<Bytes>().name("level").attributes::<Peer>().build(&meter);
    set(&level, -3, Peer { peer: "a" });
    add(&declare::<usize>(&meter), 9);
    let other = Wire::new();
    let (_whole, _part) = (
        observe(&meter, 11_u8),
        observe(&opentelemetry::metrics::MeterProvider::meter(&other.provider, "other"), 0.5_f64),
    );
    let collection = wire.collect();
    assert_eq!(collection.number("sent"), Some(Value::Int(512)));
    assert_eq!(collection.number("floats"), Some(Value::Double(0.5)));
    assert_eq!(collection.number("moved"), Some(Value::Int(-5)));
    assert_eq!(collection.distribution("sizes").unwrap().sum, 7.0);
    assert_eq!(collection.numbers("level")["peer=a"], Value::Int(-3));
    assert_eq!(collection.number("declared"), Some(Value::Int(9)));
    assert_eq!(collection.number("observed"), Some(Value::Int(11)));
    assert_eq!(other.collect().number("observed"), Some(Value::Double(0.5)));
}

/// Any unit: no conversion is asked for, so nothing of the unit either.
fn add_any<N: CounterNumber, U: Unit>(counter: &impl AddTo<N, U>, quantity: Quantity<N, U>) {
    counter.add(quantity);
}

fn hit<A: Attributes>(counter: &Counter<u64, Requests, A>, attributes: A) {
    counter.add_with(Requests(1), attributes);
}

struct Component {
    hits: Box<dyn AddTo<u64, Requests>>,
    queued: Box<dyn TrackIn<i64, Bytes>>,
    latency: std::sync::Arc<dyn StartTimer<Seconds>>,
    level: Box<dyn RecordTo<f64, Seconds>>,
}

#[test]
fn any_instrument_without_attributes_is_behind_a_pointer() {
    let wire = Wire::new();
    let meter = wire.meter();
    let latency = Meter::histogram::<f32>().unit::<Seconds>().name("latency").build(&meter);
    let component = Component {
        hits: Box::new(HITS.build(&meter)),
        queued: Box::new(Meter::up_down_counter::<i64>().unit::<Bytes>().name("queued").build(&meter)),
        latency: std::sync::Arc::new(latency),
        level: Box::new(Meter::gauge::<f64>().unit::<Seconds>().name("level").build(&meter)),
    };
    component.hits.add(Requests(2));
    add_any(&SENT.build(&meter), Bytes(1024));
    let guard = component.queued.track_amount(Bytes(5));
    component.queued.add(Bytes(1));
    component.latency.timer().stop();
    component.level.record(Seconds(0.5));
    assert!(format!("{:?}", component.hits).starts_with("Counter(Descriptor"));
    let collection = wire.collect();
    assert_eq!(collection.number("hits"), Some(Value::Int(2)));
    assert_eq!(collection.number("sent"), Some(Value::Int(1024)));
    assert_eq!(collection.number("queued"), Some(Value::Int(6)));
    assert_eq!(collection.distribution("latency").unwrap().count, 1);
    assert_eq!(collection.number("level"), Some(Value::Double(0.5)));
    drop(guard);
    assert_eq!(wire.collect().number("queued"), Some(Value::Int(1)));
}

#[test]
fn a_set_of_any_kind_is_passed_through() {
    let wire = Wire::new();
    let meter = wire.meter();
    let (peers, kept, any) = (PEERS.build(&meter), KEPT.build(&meter), ANY.build(&meter));
    let of_this_call = String::from("b");
    hit(&peers, Peer { peer: "a" });
    hit(&kept, Kept { kept: true });
    let through: &dyn AddWith<u64, Requests, Peer<'_>> = &peers;
    through.add_with(Requests(2), Peer { peer: &of_this_call });
    any.add_with(Requests(3), &[KeyValue::new("k", 1)][..]);
    let sizes = Meter::histogram::<u64>().unit::<Bytes>().name("sizes").attributes::<Peer>().build(&meter);
    let through: &dyn RecordWith<u64, Bytes, Peer<'_>> = &sizes;
    through.record_with(Bytes(7), Peer { peer: &of_this_call });
    let collection = wire.collect();
    assert_eq!(collection.numbers("peers")["peer=a"], Value::Int(1));
    assert_eq!(collection.numbers("peers")["peer=b"], Value::Int(2));
    assert_eq!(collection.numbers("kept")["kept=true"], Value::Int(1));
    assert_eq!(collection.numbers("any")["k=1"], Value::Int(3));
    assert_eq!(collection.distributions("sizes")["peer=b"].sum, 7.0);
}

/// A trait of the user's.
trait Hits {
    fn hit(&self);
}

impl Hits for Counter<u64, Requests> {
    fn hit(&self) {
        self.inc();
    }
}

impl Hits for Counter<u64, Requests, Peer<'static>> {
    fn hit(&self) {
        self.inc(Peer { peer: "of a trait" });
    }
}

impl Hits for Counter<u64, Requests, Kept> {
    fn hit(&self) {
        self.inc(Kept { kept: false });
    }
}

#[test]
fn a_users_trait_is_implemented_with_and_without_attributes() {
    let wire = Wire::new();
    let all: [Box<dyn Hits>; 3] = [
        Box::new(HITS.build(&wire.meter())),
        Box::new(PEERS.build(&wire.meter())),
        Box::new(KEPT.build(&wire.meter())),
    ];
    all.iter().for_each(|one| one.hit());
    let collection = wire.collect();
    assert_eq!(collection.number("hits"), Some(Value::Int(1)));
    assert_eq!(collection.numbers("peers")["peer=of a trait"], Value::Int(1));
    assert_eq!(collection.numbers("kept")["kept=false"], Value::Int(1));
}
