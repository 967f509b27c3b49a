//! What each kind of instrument exports.

use std::sync::Arc;
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, KiBytes, Millis, One, Seconds};
use meterstick::{InstrumentKind, MeasurementError};
use opentelemetry::KeyValue;
use opentelemetry_proto::tonic::metrics::v1::AggregationTemporality;

use crate::wire::{Collection, Value, Wire};

meterstick::unit! {
    /// Requests.
    Requests = "{request}"
}

const REQUESTS: Metric<Counter<u64, Requests>> =
    Meter::counter::<u64>().unit::<Requests>().name("requests").description("Requests served.");
const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
const PAID: Metric<Counter<f64, One>> = Meter::counter::<f64>().unit::<One>().name("paid");
const QUEUED: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>().unit::<Bytes>().name("queued");
const IN_FLIGHT: Metric<UpDownCounter<i32, Requests>> =
    Meter::up_down_counter::<i32>().unit::<Requests>().name("in_flight");
const LATENCY: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("latency");
const SIZE: Metric<Histogram<u64, Bytes>> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size").boundaries(&[Bytes(1024.0), Bytes(65536.0)]);
const ATTIC: Metric<Gauge<f64, Celsius>> = Meter::gauge::<f64>().unit::<Celsius>().name("attic");

#[test]
fn a_counter_adds_up_what_it_is_given() {
    let wire = Wire::new();
    let requests = REQUESTS.build(&wire.meter());
    requests.add(1);
    requests.add(Requests(2));
    requests.inc();
    let collection = wire.collect();
    assert_eq!(collection.number("requests"), Some(Value::Int(4)));
    assert_eq!(collection.sum("requests"), Some((true, AggregationTemporality::Cumulative)));
    let metric = collection.metric("requests").unwrap();
    assert_eq!((&*metric.unit, &*metric.description), ("{request}", "Requests served."));
    assert_eq!(requests.descriptor().kind, InstrumentKind::Counter);
    requests.add(10);
    assert_eq!(wire.collect().number("requests"), Some(Value::Int(14)));
}

#[test]
fn an_instrument_that_was_not_used_is_not_exported() {
    let wire = Wire::new();
    let _kept = (REQUESTS.build(&wire.meter()), LATENCY.build(&wire.meter()), ATTIC.build(&wire.meter()));
    let collection = wire.collect();
    assert!(collection.0.is_empty(), "{collection:?}");
}

#[test]
fn a_zero_is_a_data_point() {
    for wire in [Wire::new(), Wire::delta()] {
        let requests = REQUESTS.build(&wire.meter());
        for _ in 0..2 {
            requests.add(0);
            assert_eq!(wire.collect().number("requests"), Some(Value::Int(0)));
        }
    }
}

#[test]
fn under_delta_a_counter_exports_what_is_new() {
    let wire = Wire::delta();
    let requests = REQUESTS.build(&wire.meter());
    requests.add(3);
    assert_eq!(wire.collect().number("requests"), Some(Value::Int(3)));
    assert_eq!(wire.collect().number("requests"), None);
    requests.add(4);
    assert_eq!(wire.collect().number("requests"), Some(Value::Int(4)));
}

#[test]
fn units_convert_exactly() {
    let wire = Wire::new();
    let (sent, latency) = (SENT.build(&wire.meter()), LATENCY.build(&wire.meter()));
    sent.add(KiBytes(4));
    sent.add(Bytes(1));
    latency.record(Millis(12.5));
    latency.record(Millis(12));
    latency.record(Duration::from_micros(500));
    let collection = wire.collect();
    assert_eq!(collection.number("sent"), Some(Value::Int(4097)));
    let latency = collection.distribution("latency").unwrap();
    assert_eq!((latency.count, latency.min, latency.max), (3, 0.0005, 0.0125));
}

#[test]
fn an_up_down_counter_goes_down() {
    let wire = Wire::new();
    let queued = QUEUED.build(&wire.meter());
    queued.add(KiBytes(1));
    queued.add(Bytes(-1000));
    assert_eq!(wire.collect().number("queued"), Some(Value::Int(24)));
}

#[test]
fn a_guard_subtracts_what_it_added() {
    let wire = Wire::new();
    let in_flight = IN_FLIGHT.build(&wire.meter());
    let one = in_flight.track();
    let three = in_flight.track_amount(3);
    assert_eq!(wire.collect().number("in_flight"), Some(Value::Int(4)));
    drop(three);
    assert_eq!(wire.collect().number("in_flight"), Some(Value::Int(1)));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _guard = in_flight.track();
        panic!("in flight");
    }));
    assert!(panicked.is_err());
    drop(one);
    assert_eq!(wire.collect().number("in_flight"), Some(Value::Int(0)));
}

#[test]
fn an_owned_guard_outlives_its_instrument_and_goes_to_any_thread() {
    #[derive(Clone, Copy, Attributes)]
    struct Route<'a> {
        route: &'a str,
    }
    const ROUTED: Metric<UpDownCounter<i64, One, Route<'static>>> =
        Meter::up_down_counter::<i64>().unit::<One>().name("routed").attributes::<Route<'static>>();

    let routed_of = |collection: &Collection| collection.numbers("routed").into_values().next();
    let wire = Wire::new();
    let (tracked, timer, routed) = {
        let (in_flight, latency) = (IN_FLIGHT.build(&wire.meter()), LATENCY.build(&wire.meter()));
        let routed = ROUTED.build(&wire.meter());
        let of_the_call = String::from("/");
        drop(routed.track(Route { route: &of_the_call }));
        let kept = routed.track(Route { route: "/" }).into_owned();
        (in_flight.track_amount(3).into_owned(), latency.timer().into_owned(), kept)
    };
    let collection = wire.collect();
    assert_eq!((collection.number("in_flight"), routed_of(&collection)), (Some(Value::Int(3)), Some(Value::Int(1))));
    assert!(collection.distribution("latency").is_none());
    std::thread::spawn(|| drop((tracked, timer, routed))).join().unwrap();
    let collection = wire.collect();
    assert_eq!((collection.number("in_flight"), routed_of(&collection)), (Some(Value::Int(0)), Some(Value::Int(0))));
    assert_eq!(collection.distribution("latency").map(|one| one.count), Some(1));
}

#[test]
fn a_histogram_has_the_boundaries_that_were_declared_or_those_of_its_unit() {
    let wire = Wire::new();
    let (size, latency) = (SIZE.build(&wire.meter()), LATENCY.build(&wire.meter()));
    size.record(KiBytes(1)); // an upper boundary is inclusive
    size.record(Bytes(1025));
    latency.record(Seconds(0.2));
    let collection = wire.collect();
    let size = collection.distribution("size").unwrap();
    assert_eq!((size.bounds, size.counts), (vec![1024.0, 65536.0], vec![1, 1, 0]));
    assert_eq!(collection.distribution("latency").unwrap().bounds[..3], [0.005, 0.01, 0.025]);
}

#[test]
fn a_gauge_has_the_last_value() {
    let wire = Wire::new();
    let attic = ATTIC.build(&wire.meter());
    attic.record(Celsius(21.5));
    attic.record(Celsius(-5));
    assert_eq!(wire.collect().number("attic"), Some(Value::Double(-5.0)));
}

#[test]
fn a_histogram_loses_nothing_beyond_its_ring() {
    let wire = Wire::new();
    let size = SIZE.build(&wire.meter());
    for bytes in 1..=1000_u64 {
        size.record(Bytes(bytes));
    }
    let size = wire.collect().distribution("size").unwrap();
    assert_eq!((size.count, size.sum, size.min, size.max), (1000, 500_500.0, 1.0, 1000.0));
}

#[test]
fn timers_record_unless_they_are_discarded() {
    let wire = Wire::new();
    let latency = LATENCY.build(&wire.meter());
    drop(latency.timer());
    let took = latency.timer().stop();
    latency.timer().discard();
    assert_eq!(latency.time(|| 42), 42);
    let pending = latency.time_async(std::future::ready(7));
    assert_eq!(futures_ready(pending), 7);
    let recorded = wire.collect().distribution("latency").unwrap();
    assert_eq!(recorded.count, 4);
    assert!(recorded.max >= took.as_secs_f64());
}

fn futures_ready<F: Future>(future: F) -> F::Output {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(output) => output,
        std::task::Poll::Pending => panic!("the future was said to be ready"),
    }
}

#[test]
fn what_is_no_measurement_is_refused_and_counted() {
    let wire = Wire::new();
    let paid = PAID.build(&wire.meter());
    paid.add(5.0);
    for bad in [-7.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        paid.add(bad);
    }
    assert_eq!(paid.refused(), 4);
    assert_eq!(paid.try_add(-7.0), Err(MeasurementError::Negative));
    assert_eq!(paid.try_add(f64::NAN), Err(MeasurementError::NotFinite));
    assert_eq!(paid.refused(), 4);
    assert_eq!(wire.collect().number("paid"), Some(Value::Double(5.0)));
    let attic = ATTIC.build(&wire.meter());
    assert_eq!(attic.try_record(Celsius(f64::NAN)), Err(MeasurementError::NotFinite));
    let latency = LATENCY.build(&wire.meter());
    assert_eq!(latency.try_record(Seconds(-1.0)), Err(MeasurementError::Negative));
}

#[test]
fn nothing_over_the_signed_range_reaches_the_wire_as_zero() {
    let wire = Wire::new();
    let requests = REQUESTS.build(&wire.meter());
    assert_eq!(requests.try_add(u64::MAX), Err(MeasurementError::OutOfRange));
    assert_eq!(requests.try_add(i64::MAX as u64), Ok(()));
    assert_eq!(requests.try_add(1), Err(MeasurementError::TotalOutOfRange));
    assert_eq!(wire.collect().number("requests"), Some(Value::Int(i64::MAX)));
    let sent = SENT.build(&wire.meter());
    assert_eq!(sent.try_add(KiBytes(u64::MAX)), Err(MeasurementError::OutOfRange));
}

#[test]
fn any_keys_and_values_are_taken() {
    const SENT_TO: Metric<Counter<u64, Bytes, KeyValues>> =
        Meter::counter::<u64>().unit::<Bytes>().name("sent").attributes::<KeyValues>();
    let wire = Wire::new();
    let sent = SENT_TO.build(&wire.meter());
    let (a, b) = (KeyValue::new("a", 1), KeyValue::new("b", "x"));
    sent.add(Bytes(1), &[a.clone(), b.clone()]);
    sent.add(Bytes(2), &[b.clone(), a.clone()]);
    sent.add(Bytes(4), &[KeyValue::new("a", 7), b, a]);
    sent.add(Bytes(8), &[]);
    let sums = wire.collect().numbers("sent");
    assert_eq!(
        sums.into_iter().collect::<Vec<_>>(),
        [(String::new(), Value::Int(8)), ("a=1,b=x".to_owned(), Value::Int(7))]
    );
}

#[test]
fn an_attribute_without_a_key_is_left_out() {
    const SENT_TO: Metric<Counter<u64, Bytes, KeyValues>> =
        Meter::counter::<u64>().unit::<Bytes>().name("sent").attributes::<KeyValues>();
    let wire = Wire::new();
    let sent = SENT_TO.build(&wire.meter());
    let list = [KeyValue::new("", 1), KeyValue::new("a", 1), KeyValue::new("", "x")];
    sent.add(Bytes(1), &list);
    sent.add(Bytes(2), &list[..1]);
    sent.bind(&list).add(Bytes(4));
    let sums = wire.collect().numbers("sent");
    assert_eq!(
        sums.into_iter().collect::<Vec<_>>(),
        [(String::new(), Value::Int(2)), ("a=1".to_owned(), Value::Int(5))]
    );
}

#[test]
fn pending_values_of_a_dropped_instrument_are_exported() {
    let wire = Wire::new();
    REQUESTS.build(&wire.meter()).add(3);
    LATENCY.build(&wire.meter()).record(Seconds(1.0));
    let collection = wire.collect();
    assert_eq!(collection.number("requests"), Some(Value::Int(3)));
    assert_eq!(collection.distribution("latency").unwrap().count, 1);
}

#[test]
fn threads_add_to_one_total() {
    let wire = Wire::new();
    let requests = Arc::new(REQUESTS.build(&wire.meter()));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..10_000).for_each(|_| requests.add(1)));
        }
        for _ in 0..20 {
            wire.collect();
        }
    });
    assert_eq!(wire.collect().number("requests"), Some(Value::Int(80_000)));
}
