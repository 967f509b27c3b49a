//! The price of the abstraction: the same work by hand, typed, by run-time dispatch and by reflection.

use std::hint::black_box;

use meterstick::convert::serde::attributes;
use meterstick::prelude::*;
use meterstick::trace::{Internal, Span, Tracer};
use meterstick::unit::One;
use opentelemetry::metrics::MeterProvider;
use opentelemetry::trace::{Span as _, SpanKind, TraceContextExt, Tracer as _};
use opentelemetry::{Context, KeyValue};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::metrics::SdkMeterProvider;
use opentelemetry_sdk::trace::{Sampler, SdkTracerProvider, SpanData, SpanExporter};
use serde::Serialize;

use crate::args::Args;
use crate::harness;
use crate::report::Report;
use crate::rivals::meterstick::Error;
use crate::rivals::sdk::Reader;
use crate::shape::{Input, Job, KINDS, ROUTES};
use crate::target::{Line, Target};

const TYPED: &str = "typed";
const BY_HAND: &str = "by hand";
/// With attributes that are converted before it is known whether the span is sampled.
const BY_HAND_AT_ONCE: &str = "by hand, attributes at once";
const DISPATCHED: &str = "run-time dispatch";
const REFLECTED: &str = "reflection (serde)";

/// What is said of a piece of work.
#[derive(Clone, Copy, Attributes, Serialize)]
struct About<'a> {
    attempt: i64,
    kind: &'a str,
    route: &'a str,
}

impl<'a> About<'a> {
    fn of(input: &'a Input) -> Self {
        About { attempt: input.slot() as i64, kind: input.kind_name, route: input.route_name }
    }

    /// As one would write it without the derive.
    fn by_hand(self) -> Vec<KeyValue> {
        vec![
            KeyValue::new("attempt", self.attempt),
            KeyValue::new("kind", self.kind.to_owned()),
            KeyValue::new("route", self.route.to_owned()),
        ]
    }
}

/// What is known of a set at run time only.
trait Known {
    fn each(&self, take: &mut dyn FnMut(KeyValue));
}

impl Known for About<'_> {
    fn each(&self, take: &mut dyn FnMut(KeyValue)) {
        self.by_hand().into_iter().for_each(take);
    }
}

fn dispatched(known: &dyn Known) -> Vec<KeyValue> {
    let mut list = Vec::new();
    known.each(&mut |one| list.push(one));
    list
}

const SCOPE: Scope = Scope::new("price");
static COUNTER: Counter<u64, One, Error> =
    Meter::counter::<u64>().unit::<One>().name("price").attributes::<Error>().global(SCOPE);
/// Each is of the provider that is there when it is used first.
static SAMPLED: Span<About<'static>> =
    Tracer::span::<Internal>().name("price").attributes::<About<'static>>().global(SCOPE);
static NOT_SAMPLED: Span<About<'static>> =
    Tracer::span::<Internal>().name("price").attributes::<About<'static>>().global(SCOPE);

pub fn measure(args: &Args, report: &mut Report) {
    let typed = &[Target::Of(1.02, BY_HAND)];
    run(args, report, "price: a counter", counters, &[]);
    run(args, report, "price: a set of attributes", sets, typed);
    // What is written by hand keeps no attributes until the end, and lets a panic of a sampler or an exporter through.
    let kept = &[Target::Of(1.5, BY_HAND)];
    let contained = &[Target::Of(1.1, BY_HAND)];
    run(args, report, "price: a span, sampled", || spans(Sampler::AlwaysOn, &SAMPLED), kept);
    run(args, report, "price: a span, not sampled", || spans(Sampler::AlwaysOff, &NOT_SAMPLED), contained);
}

fn run(
    args: &Args,
    report: &mut Report,
    name: &str,
    jobs: impl FnOnce() -> Vec<(&'static str, Job)>,
    targets: &[Target],
) {
    if !args.wants(name) {
        return;
    }
    let jobs = jobs();
    let bare: Vec<_> = jobs.iter().map(|(_, job)| job).collect();
    let medians = harness::rounds(&bare, 1, args.rounds, args.sample);
    let line = |((rival, _), medians): (&(&'static str, Job), &harness::Medians)| Line {
        rival,
        nanos: medians.nanos,
        ratio: medians.ratio,
    };
    let lines: Vec<_> = jobs.iter().zip(&medians).map(line).collect();
    let outcomes = targets.iter().filter_map(|target| target.check(1, &lines)).collect();
    report.workload(name, lines, outcomes);
}

fn counters() -> Vec<(&'static str, Job)> {
    let provider = SdkMeterProvider::builder().with_reader(Reader::default()).build();
    let counter = provider.meter("price").u64_counter("price").with_unit("1").build();
    let bound = KINDS.iter().flat_map(|(_, kind)| ROUTES.iter().map(move |(_, route)| (*kind, *route)));
    let bound: Vec<_> = bound
        .map(|(kind, route)| counter.bind(&[KeyValue::new("kind", kind), KeyValue::new("route", route)]))
        .collect();
    let erased: Box<dyn Fn(&[KeyValue]) + Send + Sync> = {
        let counter = counter.clone();
        Box::new(move |attributes| counter.add(1, attributes))
    };
    let keep = provider;
    vec![
        (TYPED, Job::new(|input| COUNTER.add(1, Error { kind: input.kind, route: input.route }))),
        (BY_HAND, Job::new(move |input| bound[input.slot()].add(1))),
        (DISPATCHED, Job::new(move |input| erased(&dispatched(&About::of(input))))),
        (
            REFLECTED,
            Job::new(move |input| {
                let _ = &keep;
                counter.add(1, &attributes("", &About::of(input)).expect("it converts"));
            }),
        ),
    ]
}

fn sets() -> Vec<(&'static str, Job)> {
    vec![
        (TYPED, Job::new(|input| drop(black_box(About::of(input).key_values())))),
        (BY_HAND, Job::new(|input| drop(black_box(About::of(input).by_hand())))),
        (DISPATCHED, Job::new(|input| drop(black_box(dispatched(black_box(&About::of(input))))))),
        (REFLECTED, Job::new(|input| drop(black_box(attributes("", &About::of(input)).expect("it converts"))))),
    ]
}

/// An exporter that forgets what it is given.
#[derive(Debug)]
struct Forget;

impl SpanExporter for Forget {
    async fn export(&self, _: Vec<SpanData>) -> OTelSdkResult {
        Ok(())
    }
}

fn spans(sampler: Sampler, span: &'static Span<About<'static>>) -> Vec<(&'static str, Job)> {
    let provider = SdkTracerProvider::builder().with_sampler(sampler).with_simple_exporter(Forget).build();
    opentelemetry::global::set_tracer_provider(provider);
    // The typed span is of the global provider, and so is this one.
    let tracer = std::sync::Arc::new(opentelemetry::global::tracer("price"));
    // What `run` does: a span of a kind that is current while the function runs, with attributes if it is sampled.
    let by_hand = move |at_once: Option<Vec<KeyValue>>, input: &Input, later: &dyn Fn() -> Vec<KeyValue>| {
        let mut builder = tracer.span_builder("price").with_kind(SpanKind::Internal);
        let is_filled = at_once.is_some();
        builder.attributes = at_once;
        let mut span = builder.start(&*tracer);
        if !is_filled && span.is_recording() {
            span.set_attributes(later());
        }
        let context = Context::current_with_span(span);
        let result = {
            let _current = context.clone().attach();
            black_box(input.value)
        };
        context.span().end();
        result
    };
    let [first, second, third, fourth] = std::array::from_fn(|_| by_hand.clone());
    vec![
        (
            TYPED,
            Job::new(move |input| {
                black_box(span.run(About::of(input), |_| black_box(input.value)));
            }),
        ),
        (
            BY_HAND,
            Job::new(move |input| {
                black_box(first(None, input, &|| About::of(input).by_hand()));
            }),
        ),
        (
            BY_HAND_AT_ONCE,
            Job::new(move |input| {
                black_box(fourth(Some(About::of(input).by_hand()), input, &Vec::new));
            }),
        ),
        (
            DISPATCHED,
            Job::new(move |input| {
                black_box(second(None, input, &|| dispatched(&About::of(input))));
            }),
        ),
        (
            REFLECTED,
            Job::new(move |input| {
                black_box(third(None, input, &|| attributes("", &About::of(input)).expect("it converts")));
            }),
        ),
    ]
}
