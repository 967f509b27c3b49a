//! A span and a duration together.

use std::future::pending;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::trace::{ByValue, Client, OperationDeclaration, Tracer};
use meterstick::unit::Seconds;
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry::trace::{SpanKind, Status};
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, HistogramDataPoint, MetricData};
use opentelemetry_sdk::metrics::{InMemoryMetricExporter, SdkMeterProvider};
use opentelemetry_sdk::trace::Sampler;

use crate::support::{Traces, poll_once, text};

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "shop")]
struct Charge<'a> {
    express: bool,
    merchant: &'a str,
}

const EXPRESS: Charge<'static> = Charge { express: true, merchant: "acme" };

#[derive(Clone, Copy, Debug, PartialEq, AttributeValue)]
enum ChargeError {
    CardDeclined,
    #[allow(dead_code)]
    Timeout,
}

impl std::fmt::Display for ChargeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the card was declined")
    }
}

const CHARGE: OperationDeclaration<Charge<'static>, ByValue> = Tracer::operation::<Client>()
    .name("charge")
    .duration("shop.charge.duration")
    .description("How long it took to charge a card.")
    .boundaries(&[Seconds(0.001), Seconds(1.0)])
    .attributes::<Charge<'static>>()
    .error_type::<ByValue>();

struct Meters {
    exporter: InMemoryMetricExporter,
    provider: SdkMeterProvider,
}

#[derive(Debug, PartialEq)]
struct Point {
    attributes: Vec<(String, String)>,
    count: u64,
    sum: f64,
    bounds: Vec<f64>,
}

impl Meters {
    fn new() -> Self {
        let exporter = InMemoryMetricExporter::default();
        Self { provider: SdkMeterProvider::builder().with_periodic_exporter(exporter.clone()).build(), exporter }
    }

    /// The points of the only histogram, ordered by their attributes.
    fn points(&self) -> Vec<Point> {
        self.provider.force_flush().unwrap();
        let batches = self.exporter.get_finished_metrics().unwrap();
        let metrics: Vec<_> = batches.last().unwrap().scope_metrics().flat_map(|scope| scope.metrics()).collect();
        assert_eq!(metrics.len(), 1);
        assert_eq!((metrics[0].name(), metrics[0].unit()), ("shop.charge.duration", "s"));
        assert_eq!(metrics[0].description(), "How long it took to charge a card.");
        let AggregatedMetrics::F64(MetricData::Histogram(histogram)) = metrics[0].data() else {
            panic!("not a histogram of doubles")
        };
        let point = |point: &HistogramDataPoint<f64>| Point {
            attributes: {
                let pairs = point.attributes().map(|one| (one.key.to_string(), one.value.to_string()));
                let mut pairs: Vec<_> = pairs.collect();
                pairs.sort();
                pairs
            },
            count: point.count(),
            sum: point.sum(),
            bounds: point.bounds().collect(),
        };
        let mut points: Vec<_> = histogram.data_points().map(point).collect();
        points.sort_by(|a, b| a.attributes.cmp(&b.attributes));
        points
    }
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn one_call_gives_both_signals() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    let merchant = String::from("borrowed");
    let given = charge.run(Charge { express: false, merchant: &merchant }, |_| {
        std::thread::sleep(Duration::from_millis(2));
        42
    });
    assert_eq!(given, 42);

    let span = traces.only();
    assert_eq!((&*span.name, span.span_kind), ("charge", SpanKind::Client));
    assert_eq!(span.status, Status::Unset);
    assert_eq!(span.attributes, [KeyValue::new("shop.express", false), KeyValue::new("shop.merchant", "borrowed")]);

    let [point] = &meters.points()[..] else { panic!("one set") };
    assert_eq!(point.attributes, pairs(&[("shop.express", "false"), ("shop.merchant", "borrowed")]));
    assert_eq!((point.count, &point.bounds[..]), (1, &[0.001, 1.0][..]));
    assert!((0.002..1.0).contains(&point.sum), "{point:?}");
    let spent = span.end_time.duration_since(span.start_time).unwrap().as_secs_f64();
    assert!((spent - point.sum).abs() < 0.1);
}

/// A set is read at each use. What is shown has to stay the same meanwhile.
#[test]
fn an_attribute_that_changes_is_in_each_signal_as_it_was_read() {
    #[derive(Clone, Copy)]
    struct Depth<'a>(&'a AtomicUsize);

    impl std::fmt::Display for Depth<'_> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.load(Ordering::Relaxed).fmt(f)
        }
    }

    #[derive(Clone, Copy, Attributes)]
    struct Queue<'a> {
        #[attribute(display)]
        depth: Depth<'a>,
    }

    const QUEUE: OperationDeclaration<Queue<'static>> = Tracer::operation::<Client>()
        .name("charge")
        .duration("shop.charge.duration")
        .description("How long it took to charge a card.")
        .attributes::<Queue<'static>>();
    let (traces, meters) = (Traces::new(), Meters::new());
    let queue = QUEUE.build(&traces.tracer, &meters.provider.meter("shop"));
    let depth = AtomicUsize::new(1);
    queue.run(Queue { depth: Depth(&depth) }, |_| depth.store(7, Ordering::Relaxed));
    assert_eq!(traces.only().attributes, [KeyValue::new("depth", "1")]);
    assert_eq!(meters.points()[0].attributes, pairs(&[("depth", "7")]));
}

/// The duration has the set that the operation was given, which its type fixes.
#[test]
fn an_attribute_that_is_set_again_is_so_on_the_span_only() {
    const EXPRESS_KEY: Key<bool> = Key::new("shop.express");
    let (traces, meters) = (Traces::new(), Meters::new());
    CHARGE
        .build(&traces.tracer, &meters.provider.meter("shop"))
        .run(EXPRESS, |span| span.attribute(EXPRESS_KEY, false));
    let span = [KeyValue::new("shop.express", false), KeyValue::new("shop.merchant", "acme")];
    assert_eq!(traces.only().attributes, span);
    assert_eq!(meters.points()[0].attributes, pairs(&[("shop.express", "true"), ("shop.merchant", "acme")]));
}

#[test]
fn a_failure_has_its_class_in_both_signals() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    assert_eq!(charge.try_run(EXPRESS, |_| Ok::<_, ChargeError>(1)), Ok(1));
    let failed = charge.try_traced(EXPRESS, |_| Err::<(), _>(ChargeError::CardDeclined));
    assert_eq!(failed.value, Err(ChargeError::CardDeclined));
    let _ = catch_unwind(AssertUnwindSafe(|| charge.run(EXPRESS, |_| panic!("out of order"))));
    assert!(poll_once(charge.run_async(EXPRESS, |_| pending::<()>())).is_pending());

    let classes: Vec<_> = traces.ended().iter().map(|span| text(&span.attributes, "error.type")).collect();
    let classes: Vec<_> = classes.iter().map(Option::as_deref).collect();
    assert_eq!(classes, [None, Some("card_declined"), Some("panic"), Some("cancelled")]);

    let set = [("shop.express", "true"), ("shop.merchant", "acme")];
    let failed = |class| pairs(&[&[("error.type", class)][..], &set].concat());
    let points: Vec<_> = meters.points().into_iter().map(|point| (point.attributes, point.count)).collect();
    assert_eq!(
        points,
        [(failed("cancelled"), 1), (failed("card_declined"), 1), (failed("panic"), 1), (pairs(&set), 1)]
    );
}

#[test]
fn a_status_set_during_the_run_applies_to_both_signals() {
    for sampler in [Sampler::AlwaysOn, Sampler::AlwaysOff] {
        let (traces, meters) = (Traces::sampled(sampler.clone()), Meters::new());
        let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
        charge.run(EXPRESS, |span| span.fail("a payment is missing"));
        let _ = charge.try_run(EXPRESS, |span| {
            span.clone().fail("the card");
            Err::<(), _>(ChargeError::CardDeclined)
        });
        let _ = charge.try_run(EXPRESS, |span| {
            span.ok();
            span.fail("too late");
            Err::<(), _>(ChargeError::CardDeclined)
        });
        let lost = charge.run_async(EXPRESS, async |span| {
            span.ok();
            pending::<()>().await;
        });
        assert!(poll_once(lost).is_pending());

        if matches!(sampler, Sampler::AlwaysOn) {
            let ended = traces.ended();
            let classes: Vec<_> = ended.iter().map(|span| text(&span.attributes, "error.type")).collect();
            let classes: Vec<_> = classes.iter().map(Option::as_deref).collect();
            assert_eq!(classes, [Some("_OTHER"), Some("card_declined"), None, None]);
            assert_eq!(ended[0].status, Status::Error { description: "a payment is missing".into() });
            assert_eq!((&ended[2].status, &ended[3].status), (&Status::Ok, &Status::Ok));
        }
        let classes: Vec<_> =
            meters.points().into_iter().map(|point| (point.attributes[0].clone(), point.count)).collect();
        let class = |class: &str| ("error.type".to_owned(), class.to_owned());
        let none = ("shop.express".to_owned(), "true".to_owned());
        assert_eq!(classes, [(class("_OTHER"), 1), (class("card_declined"), 1), (none, 2)]);
    }
}

#[tokio::test]
async fn futures_give_both_signals() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    let charged = charge
        .try_run_async(EXPRESS, async |_| {
            tokio::time::sleep(Duration::from_millis(2)).await;
            Err::<(), _>(ChargeError::CardDeclined)
        })
        .await;
    assert!(charged.is_err());
    assert_eq!(text(&traces.only().attributes, "error.type").as_deref(), Some("card_declined"));
    let [point] = &meters.points()[..] else { panic!("one set") };
    assert!(point.attributes.contains(&("error.type".to_owned(), "card_declined".to_owned())));
    assert!(point.sum >= 0.002);
}

#[test]
fn the_duration_is_measured_whether_or_not_the_span_is_sampled() {
    let (traces, meters) = (Traces::sampled(Sampler::AlwaysOff), Meters::new());
    let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    let _ = charge.try_run(EXPRESS, |_| Err::<(), _>(ChargeError::CardDeclined));
    assert!(traces.ended().is_empty());
    let [point] = &meters.points()[..] else { panic!("one set") };
    assert_eq!(point.count, 1);
    assert!(point.attributes.contains(&("error.type".to_owned(), "card_declined".to_owned())));
}

#[test]
fn an_operation_without_attributes_has_the_class_only() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = Tracer::operation::<Client>()
        .name("charge")
        .duration("shop.charge.duration")
        .description("How long it took to charge a card.")
        .build(&traces.tracer, &meters.provider.meter("shop"));
    charge.run(|_| ());
    let _ = charge.try_run(|_| Err::<(), _>("no"));
    let attributes: Vec<_> = meters.points().into_iter().map(|point| point.attributes).collect();
    assert_eq!(attributes, [pairs(&[]), pairs(&[("error.type", "&str")])]);
}

#[test]
fn the_declaration_says_both() {
    assert_eq!(CHARGE.span().descriptor().attributes.len(), 2);
    let metric = CHARGE.metric();
    let keys: Vec<_> = metric.descriptor().attributes.iter().map(|field| field.key).collect();
    assert_eq!(keys, ["shop.express", "shop.merchant", "error.type"]);
    assert_eq!(metric.descriptor().boundaries, [0.001, 1.0]);
    let metric = CHARGE.exponential().cardinality_at_most::<100>().metric();
    assert_eq!(metric.descriptor().cardinality_limit, Some(100));
    assert!(metric.descriptor().exponential.is_some());
}

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    pool: &'a str,
}

#[test]
fn on_a_group_with_attributes_the_span_and_the_duration_have_them() {
    let (traces, meters) = (Traces::new(), crate::support::Meters::new());
    let group = meterstick::Group::new(&meters.provider.meter("shop")).with(Of { pool: "a" });
    const CHARGE: OperationDeclaration<Charge<'static>> = Tracer::operation::<Client>()
        .name("charge")
        .duration("shop.charge.duration")
        .attributes::<Charge<'static>>()
        .sampled_by_attributes();
    let charge = CHARGE.build(&traces.tracer, &group);
    assert!(charge.clone().try_run(EXPRESS, |_| "ten".parse::<u64>()).is_err());
    let expected = crate::support::pairs(&[
        ("error.type", "core::num::error::ParseIntError"),
        ("pool", "a"),
        ("shop.express", "true"),
        ("shop.merchant", "acme"),
    ]);
    assert_eq!(crate::support::texts(&traces.only().attributes), expected);
    assert_eq!(meters.only(), expected);
}
