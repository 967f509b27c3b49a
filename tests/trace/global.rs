//! Statics and the global tracer provider. It is the program's, so this is one test.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::trace::{self, Internal, Operation, Span, Tracer};
use opentelemetry::trace::noop::NoopSpan;
use opentelemetry::trace::{SpanBuilder, TraceContextExt, TracerProvider};
use opentelemetry::{Context, InstrumentationScope, global};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{SdkTracerProvider, Span as SdkSpan, SpanData, SpanProcessor};

use crate::support::{ADA, Traces, User, poll_once};

const SHOP: Scope = Scope::new("global-shop").version("1.2.3");
static GET_USER: Span<User<'static>> =
    Tracer::span::<Internal>().name("get-user").attributes::<User<'static>>().global(SHOP);
static CHARGE: Operation = Tracer::operation::<Internal>().name("charge").duration("charge.duration").global(SHOP);
static LATE: Span = Tracer::span::<Internal>().name("late").global(SHOP);

const PANICS: Scope = Scope::new("panics");
static PANICS_AS_IT_IS_ASKED: Operation =
    Tracer::operation::<Internal>().name("asked").duration("asked.duration").global(PANICS);
static PANICS_AS_IT_STARTS: Span = Tracer::span::<Internal>().name("starts").global(SHOP);
static PANICS_AS_IT_IS_DROPPED: Span = Tracer::span::<Internal>().name("dropped").global(SHOP);

/// Panics as it is asked for a tracer, or as that is dropped.
struct Hostile;

struct HostileTracer;

impl TracerProvider for Hostile {
    type Tracer = HostileTracer;

    fn tracer_with_scope(&self, scope: InstrumentationScope) -> HostileTracer {
        assert_ne!(scope.name(), "panics", "no tracer");
        HostileTracer
    }
}

impl opentelemetry::trace::Tracer for HostileTracer {
    type Span = NoopSpan;

    fn build_with_context(&self, _: SpanBuilder, _: &Context) -> NoopSpan {
        NoopSpan::DEFAULT
    }
}

impl Drop for HostileTracer {
    fn drop(&mut self) {
        panic!("not dropped");
    }
}

/// Counts the starts of spans, and panics at the second one.
#[derive(Debug)]
struct PanicsAtTheSecond(Arc<AtomicUsize>);

impl SpanProcessor for PanicsAtTheSecond {
    fn on_start(&self, _: &mut SdkSpan, _: &Context) {
        assert_ne!(self.0.fetch_add(1, Ordering::Relaxed), 1, "not started");
    }

    fn on_end(&self, _: SpanData) {}

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
}

fn mine(traces: &Traces, name: &str) -> usize {
    traces.ended().iter().filter(|span| span.name == name && span.instrumentation_scope.name() == "global-shop").count()
}

#[test]
fn statics_run_before_there_is_a_provider_after_it_and_where_it_panics() {
    // Before there is a provider: what runs, runs, also within a span of a provider that is not global.
    assert!(!GET_USER.run(ADA, |span| span.is_recording()));
    CHARGE.run(|_| ());
    let local = Traces::new();
    Tracer::span::<Internal>().name("local").build(&local.tracer).run(|outer| {
        GET_USER.run(ADA, |span| {
            assert!(!span.is_recording());
            // A no-op span hands its parent's identity on.
            assert_eq!(span.span_context(), outer.span_context());
            assert_eq!(Context::current().span().span_context(), &outer.span_context());
        });
        // It has not ended its parent.
        assert!(outer.context().span().is_recording());
    });
    assert_eq!(local.ended().len(), 1);

    // Once there is one, the same statics record.
    let first = Traces::new();
    global::set_tracer_provider(first.provider.clone());
    GET_USER.run(ADA, |_| GET_USER.run(ADA, |_| ()));
    CHARGE.run(|_| ());
    trace::run("global-undeclared", |_| ());
    assert_eq!(mine(&first, "get-user"), 2);
    assert_eq!(mine(&first, "charge"), 1);
    assert_eq!(first.named("get-user").instrumentation_scope.version(), Some("1.2.3"));
    assert_eq!(first.named("global-undeclared").instrumentation_scope.name(), "meterstick");

    // A suppressed scope does not make a static look for another.
    {
        let _suppressed = Context::enter_telemetry_suppressed_scope();
        assert!(!GET_USER.run(ADA, |span| span.is_recording()));
    }

    // A provider that follows one that was shut down is found.
    first.provider.shutdown().unwrap();
    assert!(!GET_USER.run(ADA, |span| span.is_recording()));
    let second = Traces::new();
    global::set_tracer_provider(second.provider.clone());
    GET_USER.run(ADA, |_| ());
    LATE.run(|_| ());
    assert_eq!((mine(&second, "get-user"), mine(&second, "late")), (1, 1));

    // A processor that panics at the start of a span makes a static start it once only.
    let started = Arc::new(AtomicUsize::new(0));
    let third = SdkTracerProvider::builder().with_span_processor(PanicsAtTheSecond(Arc::clone(&started))).build();
    global::set_tracer_provider(third);
    assert!(PANICS_AS_IT_STARTS.run(|span| span.is_recording()));
    assert_eq!(PANICS_AS_IT_STARTS.run(|span| (span.is_recording(), 7)), (false, 7));
    assert_eq!(started.load(Ordering::Relaxed), 2);
    assert!(PANICS_AS_IT_STARTS.run(|span| span.is_recording()));

    // What runs, runs also where a provider panics, and in the span around it.
    global::set_tracer_provider(Hostile);
    let around = Traces::new();
    Tracer::span::<Internal>().name("around").build(&around.tracer).run(|around| {
        let given = PANICS_AS_IT_IS_ASKED.run(|span| {
            assert!(!span.is_recording());
            assert_eq!(Context::current().span().span_context(), &around.span_context());
            7
        });
        assert_eq!(given, 7);
        assert_eq!(PANICS_AS_IT_IS_ASKED.try_run(|_| Err::<(), _>("no")), Err("no"));
        assert_eq!(poll_once(PANICS_AS_IT_IS_ASKED.run_async(async |_| 7)), Poll::Ready(7));
        assert_eq!(PANICS_AS_IT_IS_ASKED.start().end_with(Ok::<_, &str>(7)), Ok(7));
        assert_eq!(PANICS_AS_IT_IS_DROPPED.traced(|_| 7).value, 7);
    });
    assert_eq!(around.only().name, "around");
}
