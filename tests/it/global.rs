//! Statics, and providers that come later. One test, as there is one global provider.

use std::time::{Duration, Instant};

use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, One, Seconds};
use opentelemetry::KeyValue;

use crate::wire::{Value, Wire};

const SCOPE: Scope = Scope::new("global").version("1.2.3").schema_url("https://example.org/schema");

static EARLY: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("early").global(SCOPE);
static EARLY_LATENCY: Histogram<f64, Seconds> =
    Meter::histogram::<f64>().unit::<Seconds>().name("early.latency").global(SCOPE);
static EARLY_GAUGE: Gauge<f64, Celsius> = Meter::gauge::<f64>().unit::<Celsius>().name("early.gauge").global(SCOPE);
static EARLY_OPEN: Counter<u64, Bytes, KeyValues> =
    Meter::counter::<u64>().unit::<Bytes>().name("early.open").attributes::<KeyValues>().global(SCOPE);
static EARLY_OPEN_GAUGE: Gauge<f64, Celsius, KeyValues> =
    Meter::gauge::<f64>().unit::<Celsius>().name("early.open.gauge").attributes::<KeyValues>().global(SCOPE);
static HOT: Histogram<u64, Bytes> =
    Meter::histogram::<u64>().unit::<Bytes>().name("hot").boundaries(&[Bytes(1.0)]).global(SCOPE);
static HOT_OPEN: Histogram<u64, Bytes, KeyValues> = Meter::histogram::<u64>()
    .unit::<Bytes>()
    .name("hot.open")
    .boundaries(&[Bytes(1.0)])
    .attributes::<KeyValues>()
    .global(SCOPE);
static LATE: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("late").global(SCOPE);
static IN_CALLBACK: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("in_callback").global(SCOPE);
static UNUSED: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("unused").global(SCOPE);

#[test]
fn a_static_used_before_there_is_a_provider_records_once_there_is_one() {
    // Before.
    std::thread::spawn(|| EARLY.add(1)).join().unwrap();
    for _ in 0..1000 {
        EARLY.add(1);
    }
    for _ in 0..40 {
        EARLY_LATENCY.record(Seconds(1.0));
    }
    EARLY_GAUGE.record(Celsius(20.0));
    EARLY_GAUGE.record(Celsius(21.5));
    for set in ["a", "b", "a"] {
        EARLY_OPEN.add(Bytes(1), &[KeyValue::new("k", set)]);
    }
    // Another thread's value waits, and is older than what is recorded once there is a provider.
    std::thread::spawn(|| EARLY_OPEN_GAUGE.record(Celsius(1.0), &[KeyValue::new("k", "a")])).join().unwrap();
    std::thread::spawn(|| EARLY_OPEN_GAUGE.record(Celsius(3.0), &[KeyValue::new("k", "b")])).join().unwrap();
    // The last one is the last of any thread, and in any order of the attributes.
    let both = [KeyValue::new("k", "b"), KeyValue::new("l", "c")];
    let turned = [both[1].clone(), both[0].clone()];
    EARLY_OPEN_GAUGE.record(Celsius(4.0), &both);
    std::thread::spawn(move || {
        EARLY_OPEN_GAUGE.record(Celsius(5.0), &[KeyValue::new("k", "c")]);
        EARLY_OPEN_GAUGE.record(Celsius(6.0), &turned);
    })
    .join()
    .unwrap();
    EARLY_OPEN_GAUGE.record(Celsius(7.0), &[KeyValue::new("k", "c")]);
    EARLY_OPEN_GAUGE.record(Celsius(8.0), &both);

    // By OpenTelemetry's own function: found within the next measurements.
    let wire = Wire::new();
    let set = std::sync::Barrier::new(5);
    let record = |size, times| {
        for _ in 0..times {
            HOT.record(Bytes(size));
            HOT_OPEN.record(Bytes(size), &[KeyValue::new("k", "a")]);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                record(0, 1000);
                set.wait();
                set.wait();
                record(2, 5000);
            });
        }
        set.wait();
        opentelemetry::global::set_meter_provider(wire.provider.clone());
        set.wait();
    });
    for _ in 0..512 {
        EARLY.add(1);
    }
    LATE.add(1);
    EARLY_LATENCY.record(Seconds(1.0));
    EARLY_OPEN_GAUGE.record(Celsius(2.0), &[KeyValue::new("k", "a")]);

    let collection = wire.collect();
    assert_eq!(collection.number("early"), Some(Value::Int(1513)));
    assert_eq!(collection.number("late"), Some(Value::Int(1)));
    assert_eq!(collection.distribution("early.latency").unwrap().count, 41);
    assert_eq!(collection.number("early.gauge"), Some(Value::Double(21.5)));
    let open = collection.numbers("early.open");
    assert_eq!((open["k=a"], open["k=b"]), (Value::Int(2), Value::Int(1)));
    // The first values are kept until there is a provider; what is dropped is counted, and nothing else is missing.
    for (hot, dropped) in [
        (collection.distribution("hot"), HOT.dropped()),
        (collection.distributions("hot.open").into_values().next(), HOT_OPEN.dropped()),
    ] {
        assert_eq!(hot.unwrap().count + dropped, 4 * 6000);
    }
    let open = collection.numbers("early.open.gauge");
    assert_eq!((open["k=a"], open["k=b"]), (Value::Double(2.0), Value::Double(3.0)));
    assert_eq!((open["k=c"], open["k=b,l=c"]), (Value::Double(7.0), Value::Double(8.0)));
    assert!(collection.metric("unused").is_none());
    let _ = &UNUSED;

    // A callback of somebody else's touches a static for the first time: the SDK holds the lock that binding needs.
    let meter = opentelemetry::global::meter("other");
    let _observed = meter
        .u64_observable_gauge("other")
        .with_callback(|observer| {
            IN_CALLBACK.add(1);
            observer.observe(1, &[]);
        })
        .build();
    let started = Instant::now();
    let first = wire.collect();
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!(first.number("other"), Some(Value::Int(1)));
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let later = wire.collect();
        // What a callback adds may be exported by the next collection.
        if matches!(later.number("in_callback"), Some(Value::Int(calls)) if calls >= 2) {
            break;
        }
        assert!(Instant::now() < deadline, "the static was never bound");
        std::thread::sleep(Duration::from_millis(10));
    }
}
