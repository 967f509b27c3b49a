//! Metrics that are exported, by the view of them.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use meterstick::export::{self, Amount, Collection, MetricKind, Reading};
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, KiBytes, One};
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::{Aggregation, SdkMeterProvider, Stream, Temporality};

/// A collection as lines, in the order of names.
fn lines(collection: Collection<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for metric in collection.metrics() {
        assert_eq!(metric.scope().name(), "test");
        assert!(metric.started().is_none_or(|started| started <= metric.time()));
        for point in metric.points() {
            let set: Vec<_> = point.attributes().map(|one| format!("{}={}", one.key, one.value)).collect();
            let reading = match point.reading {
                Reading::Histogram(values) => {
                    let buckets: Vec<_> = values.buckets().filter(|bucket| bucket.1 > 0).collect();
                    format!("{}..{} {buckets:?}", values.min.unwrap(), values.max.unwrap())
                }
                Reading::ExponentialHistogram(values) => {
                    assert_eq!(values.positive.counts().sum::<u64>() + values.zero_count, values.count);
                    format!("{}", point.reading)
                }
                Reading::Amount(amount) => format!("{amount:?}"),
                ref other => panic!("{other:?}"),
            };
            lines.push(format!("{} [{}] {{{}}} {reading}", metric.name(), metric.unit(), set.join(",")));
        }
    }
    lines.sort();
    lines
}

/// A view that gives the histogram `fine` exponential buckets.
fn exponential_if_fine(instrument: &opentelemetry_sdk::metrics::Instrument) -> Option<Stream> {
    let exponential = Aggregation::Base2ExponentialHistogram { max_size: 20, max_scale: 20, record_min_max: true };
    (instrument.name() == "fine").then(|| Stream::builder().with_aggregation(exponential).build().unwrap())
}

#[test]
fn each_kind_is_seen_as_it_was_measured() {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let kinds = Arc::<Mutex<Vec<(String, MetricKind)>>>::default();
    let exporter = export::metrics({
        let (seen, kinds) = (Arc::clone(&seen), Arc::clone(&kinds));
        move |collection| {
            *seen.lock().unwrap() = lines(collection);
            *kinds.lock().unwrap() = collection.metrics().map(|one| (one.name().to_owned(), one.kind())).collect();
            assert!(collection.resource().iter().count() > 0);
            Ok::<_, &str>(())
        }
    });
    let tally = exporter.tally();
    let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter).with_view(exponential_if_fine).build();
    let meter = provider.meter("test");
    let sent = Meter::counter::<u64>().unit::<Bytes>().name("sent").attributes::<KeyValues>().build(&meter);
    let open = Meter::up_down_counter::<i64>().unit::<One>().name("open").build(&meter);
    let attic = Meter::gauge::<f64>().unit::<Celsius>().name("attic").build(&meter);
    let size =
        Meter::histogram::<u64>().unit::<Bytes>().name("size").boundaries(&[Bytes(10.0), Bytes(2000.0)]).build(&meter);
    let fine = Meter::histogram::<f64>().unit::<One>().name("fine").build(&meter);
    sent.add(KiBytes(4), &[KeyValue::new("peer", "a")]);
    open.add(-2);
    attic.record(Celsius(21.5));
    size.record(Bytes(10));
    size.record(KiBytes(1));
    size.record(KiBytes(2));
    fine.record(0.0);
    fine.record(3.0);
    provider.force_flush().unwrap();

    assert_eq!(
        *seen.lock().unwrap(),
        [
            "attic [Cel] {} Float(21.5)",
            "fine [1] {} 2 values, 3 in all",
            "open [1] {} Signed(-2)",
            "sent [By] {peer=a} Unsigned(4096)",
            "size [By] {} 10..2048 [(10.0, 1), (2000.0, 1), (inf, 1)]",
        ]
    );
    let temporality = Temporality::Cumulative;
    let mut kinds = kinds.lock().unwrap().clone();
    kinds.sort_by(|a, b| a.0.cmp(&b.0));
    let kinds: Vec<_> = kinds.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
    assert_eq!(
        kinds,
        [
            ("attic", MetricKind::Gauge),
            ("fine", MetricKind::ExponentialHistogram { temporality }),
            ("open", MetricKind::Sum { monotonic: false, temporality }),
            ("sent", MetricKind::Sum { monotonic: true, temporality }),
            ("size", MetricKind::Histogram { temporality }),
        ]
    );
    assert_eq!((tally.exported(), tally.dropped()), (5, 0));
}

#[test]
fn a_panic_ends_no_later_export_and_shutdown_exports_the_rest() {
    let (calls, total) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let exporter = export::metrics({
        let (calls, total) = (Arc::clone(&calls), Arc::clone(&total));
        move |collection| {
            match calls.fetch_add(1, Ordering::Relaxed) {
                0 => panic!("the closure panics, as the test wants"),
                1 => return Err("the sink is full"),
                _ => {}
            }
            for point in collection.metrics().flat_map(|metric| metric.points()) {
                if let Reading::Amount(Amount::Unsigned(more)) = point.reading {
                    total.fetch_add(more, Ordering::Relaxed);
                }
            }
            Ok(())
        }
    })
    .with_temporality(Temporality::Delta);
    let tally = exporter.tally();
    let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter).build();
    let count = Meter::counter::<u64>().unit::<One>().name("count").build(&provider.meter("test"));
    for expected in [false, false, true] {
        count.add(1);
        assert_eq!(provider.force_flush().is_ok(), expected);
    }
    count.add(5);
    provider.shutdown().unwrap();
    assert_eq!(total.load(Ordering::Relaxed), 6);
    assert_eq!((tally.exported(), tally.dropped(), tally.failed_batches()), (2, 2, 2));
    assert_eq!(Arc::strong_count(&calls), 1, "the closure is dropped at shutdown");
}

/// The SDK exports a handle that was bound and never recorded with: no values, and for their extremes those of the number.
#[test]
#[cfg(feature = "bound-instruments")]
fn without_values_there_is_no_least_and_no_greatest() {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let exporter = export::metrics({
        let seen = Arc::clone(&seen);
        move |collection| {
            let mut seen = seen.lock().unwrap();
            for metric in collection.metrics() {
                for point in metric.points() {
                    let (count, min, max) = match point.reading {
                        Reading::Histogram(values) => (values.count, values.min, values.max),
                        Reading::ExponentialHistogram(values) => (values.count, values.min, values.max),
                        other => panic!("{other:?}"),
                    };
                    seen.push(format!("{} {count} {min:?} {max:?}", metric.name()));
                }
            }
            seen.sort();
            Ok::<_, &str>(())
        }
    });
    let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter).with_view(exponential_if_fine).build();
    let meter = provider.meter("test");
    let _unused = (
        meter.u64_histogram("integers").build().bind(&[KeyValue::new("k", "a")]),
        meter.f64_histogram("floats").build().bind(&[KeyValue::new("k", "a")]),
        meter.f64_histogram("fine").build().bind(&[KeyValue::new("k", "a")]),
    );
    provider.shutdown().unwrap();
    let seen = std::mem::take(&mut *seen.lock().unwrap());
    assert!(seen.iter().any(|line| line.starts_with("integers")), "{seen:?}");
    assert!(seen.iter().all(|line| line.ends_with(" 0 None None")), "{seen:?}");
}
