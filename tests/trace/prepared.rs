//! Links and start times, which samplers see.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use meterstick::trace::{Consumer, Operation, Span, SpanDeclaration, Tracer};
use opentelemetry::metrics::MeterProvider;
use opentelemetry::trace::{Link, SpanContext, SpanId, SpanKind, TraceFlags, TraceId, TraceState, TracerProvider};
use opentelemetry::{Context, KeyValue};
use opentelemetry_sdk::trace::{
    InMemorySpanExporter, SamplingDecision, SamplingResult, SdkTracerProvider, ShouldSample,
};

use crate::support::{ADA, Meters, Traces, User, pairs};

const PROCESS: SpanDeclaration = Tracer::span::<Consumer>().name("process");

fn other(id: u64) -> SpanContext {
    SpanContext::new(TraceId::from(u128::from(id)), SpanId::from(id), TraceFlags::SAMPLED, true, TraceState::NONE)
}

/// Samples what is linked to anything.
#[derive(Clone, Debug, Default)]
struct ByLinks(Arc<Mutex<Vec<Vec<Link>>>>);

impl ShouldSample for ByLinks {
    fn should_sample(
        &self,
        _: Option<&Context>,
        _: TraceId,
        _: &str,
        _: &SpanKind,
        _: &[KeyValue],
        links: &[Link],
    ) -> SamplingResult {
        self.0.lock().unwrap().push(links.to_vec());
        let decision = if links.is_empty() { SamplingDecision::Drop } else { SamplingDecision::RecordAndSample };
        SamplingResult { decision, attributes: Vec::new(), trace_state: TraceState::NONE }
    }
}

#[test]
fn the_sampler_sees_the_links() {
    let (sampler, exporter) = (ByLinks::default(), InMemorySpanExporter::default());
    let provider =
        SdkTracerProvider::builder().with_sampler(sampler.clone()).with_simple_exporter(exporter.clone()).build();
    let process = PROCESS.build(&provider.tracer("shop"));
    process.run(|_| ());
    let twice = [KeyValue::new("k", 1), KeyValue::new("k", 2)];
    let given = process.with_link(&other(1), &()).with_link(&other(2), &twice).run(|span| span.is_recording());
    assert!(given);
    let seen = sampler.0.lock().unwrap();
    assert!(seen[0].is_empty());
    assert_eq!(seen[1].iter().map(|link| link.span_context.clone()).collect::<Vec<_>>(), [other(1), other(2)]);
    assert_eq!(seen[1][1].attributes, [KeyValue::new("k", 2)]);
    let spans = exporter.get_finished_spans().unwrap();
    assert_eq!(spans.len(), 1);
    assert_eq!(spans[0].links.links, seen[1]);
}

#[tokio::test]
async fn each_way_to_run_takes_them() {
    let traces = Traces::new();
    let process: &'static Span = Box::leak(Box::new(PROCESS.build(&traces.tracer)));
    let linked = || process.with_link(&other(1), &());
    linked().run(|_| ());
    let _ = linked().try_run(|_| Err::<(), _>("no"));
    assert!(linked().traced(|_| ()).span_context.is_valid());
    assert!(linked().try_traced(|_| Ok::<_, &str>(())).span_context.is_valid());
    linked().run_async(async |_| ()).await;
    let _ = linked().try_run_async(async |_| Err::<(), _>("no")).await;
    linked().traced_async(async |_| ()).await;
    let _ = linked().try_traced_async(async |_| Err::<(), _>("no")).await;
    linked().start().end();
    // It borrows the span alone, so it can be sent away.
    tokio::spawn(linked().run_async(async |_| tokio::task::yield_now().await)).await.unwrap();
    assert_eq!(traces.ended().len(), 10);
    assert!(traces.ended().iter().all(|span| span.links.links.len() == 1));
    assert_eq!(traces.ended().iter().filter(|span| span.status != opentelemetry::trace::Status::Unset).count(), 3);
}

#[test]
fn a_link_to_nothing_that_says_nothing_is_left_out() {
    let traces = Traces::new();
    let process = PROCESS.build(&traces.tracer);
    let state = TraceState::from_key_value([("vendor", "1")]).unwrap();
    let with_state = SpanContext::new(TraceId::INVALID, SpanId::INVALID, TraceFlags::default(), true, state);
    process.with_link(&with_state, &()).run(|_| ());
    assert_eq!(traces.only().links.links[0].span_context, with_state);

    let traces = Traces::new();
    let process = PROCESS.build(&traces.tracer);
    let said = [KeyValue::new("why", "lost")];
    process.with_link(&SpanContext::NONE, &()).with_link(&SpanContext::NONE, &said).run(|span| {
        span.link(&SpanContext::NONE, &());
        span.link(&SpanContext::NONE, &said);
    });
    let links: Vec<_> = traces.only().links.links.into_iter().map(|link| link.attributes).collect();
    assert_eq!(links, [said.to_vec(), said.to_vec()]);
}

#[test]
fn a_start_time_that_has_passed_is_that_of_both_signals() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let process: Operation<User<'static>> = Tracer::operation::<Consumer>()
        .name("process")
        .duration("process.duration")
        .attributes::<User<'static>>()
        .build(&traces.tracer, &meters.provider.meter("shop"));
    let received = SystemTime::now() - Duration::from_secs(100);
    process.with_start_time(received).with_link(&other(1), &()).run(ADA, |_| ());
    let span = traces.only();
    assert_eq!((span.start_time, span.links.links.len()), (received, 1));
    let points = meters.points();
    let [(point, sum)] = &points[..] else { panic!("one point: {points:?}") };
    assert_eq!(point.attributes, pairs(&[("user.id", "7"), ("user.tenant", "acme")]));
    let lasted = span.end_time.duration_since(received).unwrap().as_secs_f64();
    assert!((100.0..110.0).contains(sum) && (sum - lasted).abs() < 1.0, "{sum}, {lasted}");
}

#[test]
fn what_starts_ahead_of_time_lasts_no_time() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let process: Operation = Tracer::operation::<Consumer>()
        .name("process")
        .duration("process.duration")
        .build(&traces.tracer, &meters.provider.meter("shop"));
    let ahead = SystemTime::now() + Duration::from_secs(100);
    process.with_start_time(ahead).run(|_| ());
    let span = traces.only();
    assert_eq!((span.start_time, span.end_time), (ahead, ahead));
    assert_eq!(meters.points()[0].1, 0.0);
}
