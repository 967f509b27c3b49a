//! The page that compares code by hand with code here: the code is these files, they export the same, and the numbers are true.

use std::fmt::{Debug, Write};
use std::fs;
use std::path::Path;

use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData};
use opentelemetry_sdk::metrics::{InMemoryMetricExporter, SdkMeterProvider};

mod statics_by_hand {
    include!("less_code/statics_by_hand.rs");

    pub fn run() {
        serve(Method::Get, "/cart");
        serve(Method::Post, "/cart");
    }
}

mod statics_here {
    include!("less_code/statics_here.rs");

    pub fn run() {
        serve(Method::Get, "/cart");
        serve(Method::Post, "/cart");
    }
}

mod injected_by_hand {
    include!("less_code/injected_by_hand.rs");

    pub fn run(meter: &Meter) {
        let shop = Shop::build(meter);
        shop.serve(Method::Get, "/cart");
        shop.serve(Method::Post, "/cart");
    }
}

mod injected_here {
    include!("less_code/injected_here.rs");

    pub fn run(meter: &opentelemetry::metrics::Meter) {
        let shop = Shop::build(meter);
        shop.serve(Method::Get, "/cart");
        shop.serve(Method::Post, "/cart");
    }
}

/// What is exported, without times, as text.
fn exported(record: impl FnOnce(&SdkMeterProvider)) -> String {
    let exporter = InMemoryMetricExporter::default();
    let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter.clone()).build();
    meterstick::set_meter_provider(provider.clone());
    record(&provider);
    provider.force_flush().unwrap();
    let batches = exporter.get_finished_metrics().unwrap();
    let scopes = batches[0].scope_metrics();
    let metrics = scopes.flat_map(|scope| scope.metrics().map(move |metric| (scope.scope().name(), metric)));
    let mut lines: Vec<String> = metrics
        .map(|(scope, metric)| {
            let points = match metric.data() {
                AggregatedMetrics::F64(data) => points(data),
                AggregatedMetrics::U64(data) => points(data),
                AggregatedMetrics::I64(data) => points(data),
            };
            format!("{scope} {} {} {} {points}", metric.name(), metric.unit(), metric.description())
        })
        .collect();
    lines.sort();
    lines.join("\n")
}

fn points<T: Debug + Copy>(data: &MetricData<T>) -> String {
    fn line<'a>(attributes: impl Iterator<Item = &'a KeyValue>, value: String) -> String {
        let attributes: Vec<_> = attributes.map(|one| format!("{}={}", one.key, one.value)).collect();
        format!("{} {value}", attributes.join(","))
    }
    let (kind, mut points): (_, Vec<String>) = match data {
        MetricData::Sum(sum) => (
            format!("sum {} {:?}", sum.is_monotonic(), sum.temporality()),
            sum.data_points().map(|point| line(point.attributes(), format!("{:?}", point.value()))).collect(),
        ),
        MetricData::Gauge(gauge) => (
            "gauge".to_owned(),
            gauge.data_points().map(|point| line(point.attributes(), format!("{:?}", point.value()))).collect(),
        ),
        MetricData::Histogram(histogram) => (
            format!("histogram {:?}", histogram.temporality()),
            histogram
                .data_points()
                .map(|point| {
                    let mut text = String::new();
                    let _ = write!(text, "{} {:?} {:?}", point.count(), point.sum(), point.min().zip(point.max()));
                    let _ = write!(text, " {:?}", point.bounds().zip(point.bucket_counts()).collect::<Vec<_>>());
                    line(point.attributes(), text)
                })
                .collect(),
        ),
        MetricData::ExponentialHistogram(_) => panic!("none is declared"),
    };
    points.sort();
    format!("{kind} {points:?}")
}

#[test]
fn what_is_exported_is_the_same() {
    let by_hand = exported(|_| statics_by_hand::run());
    assert_eq!(by_hand.lines().count(), 8, "{by_hand}");
    assert!(by_hand.contains("method=get,route=/cart 1"), "{by_hand}");
    assert_eq!(by_hand, exported(|_| statics_here::run()));
    assert_eq!(by_hand, exported(|provider| injected_by_hand::run(&provider.meter("shop"))));
    assert_eq!(by_hand, exported(|provider| injected_here::run(&provider.meter("shop"))));
}

#[test]
fn less_is_written_than_by_hand_and_the_page_says_how_much() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/why.md")).unwrap();
    let written = |name: &str| {
        let code = fs::read_to_string(root.join(format!("tests/less_code/{name}.rs"))).unwrap();
        let is_shown = page.contains(&format!("```rust\n{code}```"));
        let is_linked = page.contains(&format!("(../tests/less_code/{name}.rs)"));
        assert!(is_shown || is_linked, "the page does not have `tests/less_code/{name}.rs`");
        code.chars().filter(|c| !c.is_whitespace()).count()
    };
    for (row, by_hand, here) in [
        ("as statics", written("statics_by_hand"), written("statics_here")),
        ("injected", written("injected_by_hand"), written("injected_here")),
    ] {
        assert!(here < by_hand, "{row}: {here} characters, and by hand {by_hand}");
        let line = format!("| {row} | {by_hand} characters | {here} characters |");
        let line = line.replace(" 1", " 1,").replace(" 2", " 2,");
        assert!(page.contains(&line), "the page says otherwise than: {line}");
    }
}
