//! Logs that are exported: each is exported once, or counted.

use std::sync::{Arc, Mutex};

use meterstick::Attributes;
use meterstick::convert::log_attributes;
use meterstick::export::{self, Log};
use opentelemetry::KeyValue;
use opentelemetry::logs::{AnyValue, LogRecord, Logger, LoggerProvider};
use opentelemetry_sdk::logs::{InMemoryLogExporter, SdkLoggerProvider};
use proptest::prelude::*;

fn body(log: Log<'_>) -> i64 {
    match log.record.body() {
        Some(AnyValue::Int(id)) => *id,
        other => panic!("the body is {other:?}"),
    }
}

#[derive(Clone, Copy, Attributes)]
struct Order<'a> {
    big: u64,
    currency: &'a str,
    nothing: Option<bool>,
    rates: [f64; 2],
    sent: bool,
    tags: &'a [&'a str],
}

#[test]
fn a_logs_attributes_are_those_of_a_typed_set() {
    let (provider, logs) = (SdkLoggerProvider::builder(), InMemoryLogExporter::default());
    let provider = provider.with_simple_exporter(logs.clone()).build();
    let logger = provider.logger("test");
    let mut record = logger.create_log_record();
    let order =
        Order { big: u64::MAX, currency: "NZD", nothing: None, rates: [0.5, 1.0], sent: true, tags: &["a", "b"] };
    record.add_attributes(log_attributes(&order));
    logger.emit(record);
    let emitted = logs.get_emitted_logs().unwrap();
    let list = |values: Vec<AnyValue>| AnyValue::ListAny(Box::new(values));
    let attributes: Vec<_> = emitted[0].record.attributes_iter().cloned().collect();
    let expected: [(&str, AnyValue); 5] = [
        ("big", "18446744073709551615".into()),
        ("currency", "NZD".into()),
        ("rates", list(vec![0.5.into(), 1.0.into()])),
        ("sent", true.into()),
        ("tags", list(vec!["a".into(), "b".into()])),
    ];
    assert_eq!(attributes, expected.map(|(key, value)| (key.into(), value)));
}

/// *Common, attribute collections: keys are unique, and not empty*.
#[test]
fn a_logs_attributes_have_each_key_once() {
    let list = [("b", 1), ("", 2), ("a", 3), ("b", 4)].map(|(key, value)| KeyValue::new(key, value));
    let expected: [(&str, AnyValue); 2] = [("b", 4.into()), ("a", 3.into())];
    assert_eq!(log_attributes(&&list[..]), expected.map(|(key, value)| (key.into(), value)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn each_log_is_exported_once_or_counted(
        flush in prop::collection::vec(any::<bool>(), 0..40),
        takes in prop::collection::vec(any::<bool>(), 1..5),
    ) {
        let (taken, lost) = (Arc::<Mutex<Vec<i64>>>::default(), Arc::<Mutex<Vec<i64>>>::default());
        let mut takes = takes.into_iter().cycle();
        let exporter = export::map_logs(|log: Log<'_>| (body(log) % 3 != 0).then(|| body(log)), {
            let (taken, lost) = (Arc::clone(&taken), Arc::clone(&lost));
            move |batch: Vec<i64>| {
                let take = takes.next() == Some(true);
                if take { &taken } else { &lost }.lock().unwrap().extend(batch);
                if take { Ok(()) } else { Err("the sink is full") }
            }
        });
        let tally = exporter.tally();
        let provider = SdkLoggerProvider::builder().with_batch_exporter(exporter).build();
        let logger = provider.logger("test");
        for (id, flush) in (0..).zip(&flush) {
            let mut record = logger.create_log_record();
            record.set_body(AnyValue::Int(id));
            logger.emit(record);
            if *flush {
                let _ = provider.force_flush();
                let all = tally.exported() + tally.left_out() + tally.dropped();
                prop_assert_eq!(all, id as u64 + 1);
            }
        }
        let _ = provider.shutdown();
        let (taken, lost) = (taken.lock().unwrap(), lost.lock().unwrap());
        let mut all: Vec<_> = taken.iter().chain(&*lost).copied().collect();
        all.sort_unstable();
        let ids = 0..flush.len() as i64;
        prop_assert_eq!(all, ids.filter(|id| id % 3 != 0).collect::<Vec<_>>());
        prop_assert_eq!((tally.exported(), tally.dropped()), (taken.len() as u64, lost.len() as u64));
        prop_assert_eq!(tally.left_out(), flush.len().div_ceil(3) as u64);
    }
}

#[test]
fn a_log_is_seen_with_its_scope_and_its_resource() {
    let (sender, names) = std::sync::mpsc::channel();
    let both = |log: Log<'_>| {
        let service = log.resource.get(&"service.name".into())?;
        Some(format!("{} of {service}", log.scope.name()))
    };
    let exporter = export::map_logs(both, move |batch| sender.send(batch));
    let resource = opentelemetry_sdk::Resource::builder().with_service_name("market").build();
    let provider = SdkLoggerProvider::builder().with_resource(resource).with_batch_exporter(exporter).build();
    let logger = provider.logger("shop");
    logger.emit(logger.create_log_record());
    provider.shutdown().unwrap();
    assert_eq!(names.recv().unwrap(), ["shop of market"]);
}
